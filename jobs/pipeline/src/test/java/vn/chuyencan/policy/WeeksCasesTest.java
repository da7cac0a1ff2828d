package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;
import static vn.chuyencan.policy.Learners.weeks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** FC-TT.1 and FC-LT.2b2: every week, late enrolment, gaps in the log, the wider reading. */
class WeeksCasesTest {
  @Test
  void aFailedWeekIsNamedWithWhatItLacks() {
    Decision overall =
        decide("overall", an().byKey("sessions_by_week", weeks(0, 2, 1, 2, 2)).build());
    CriterionResult row = result(overall, "FC-TT.1");
    assertThat(row.status()).isEqualTo(Status.NOT_MET);
    assertThat(row.detail()).containsExactly("each=2", "week=1", "week=3");
    assertThat(row.value()).isEqualByComparingTo("0");
    assertThat(row.margin()).isEqualByComparingTo("-2");
    assertThat(overall.nearest())
        .containsExactly(
            new Distance("FC-TT.1", new BigDecimal("2.000000"), "access", "week=1", false, null),
            new Distance("FC-TT.1", new BigDecimal("1.000000"), "access", "week=3", false, null));
  }

  @Test
  void aWeekThatTheMapLeavesOutIsZero() {
    Map<String, Fraction> four = new TreeMap<>(weeks(2, 2, 2, 2));
    assertThat(overall("FC-TT.1", an().byKey("sessions_by_week", four)).detail())
        .containsExactly("each=2", "week=5");
  }

  @Test
  void twoAccessesOnOneDayKeepTheResultAndAreFlagged() {
    CriterionResult row =
        overall("FC-TT.1", an().byKey("active_days_by_week", weeks(2, 2, 2, 1, 2)));
    assertThat(row.status()).isEqualTo(Status.MET);
    assertThat(row.detail()).containsExactly("each=2", "flag=hai_lan_cung_ngay");
  }

  @Test
  void withoutTheSecondReadingNothingIsFlagged() {
    CriterionResult row = overall("FC-TT.1", an().byKey("active_days_by_week", null));
    assertThat(row.status()).isEqualTo(Status.MET);
    assertThat(row.detail()).containsExactly("each=2");
  }

  @Test
  void onlyWeeksBeforeEnrolmentAreForAPerson() {
    LearnerMeasures.Builder late =
        an().byKey("sessions_by_week", weeks(0, 1, 2, 2, 2))
            .list("weeks_before_enrolment", List.of("1", "2"));
    CriterionResult row = overall("FC-TT.1", late);
    assertThat(row.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(row.reviewReason()).isEqualTo("ghi_danh_muon");
    assertThat(row.detail()).containsExactly("each=2", "week=1", "week=2", "reading=NOT_MET");

    LearnerMeasures.Builder lateAndIdle =
        an().byKey("sessions_by_week", weeks(0, 1, 2, 1, 2))
            .list("weeks_before_enrolment", List.of("1", "2"));
    assertThat(overall("FC-TT.1", lateAndIdle).status()).isEqualTo(Status.NOT_MET);
  }

  @Test
  void aGapInTheLogIsUnknownForItsWeeksOnly() {
    LearnerMeasures.Builder gap =
        an().byKey("sessions_by_week", weeks(2, 0, 2, 2, 2)).list("log_gap_weeks", List.of("2"));
    CriterionResult row = overall("FC-TT.1", gap);
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.missingInputs()).containsExactly("learning_event");
    assertThat(row.value()).isEqualByComparingTo("2");

    LearnerMeasures.Builder gapAndIdle =
        an().byKey("sessions_by_week", weeks(2, 0, 2, 1, 2)).list("log_gap_weeks", List.of("2"));
    CriterionResult idle = overall("FC-TT.1", gapAndIdle);
    assertThat(idle.status()).isEqualTo(Status.NOT_MET);
    assertThat(idle.detail()).containsExactly("each=2", "week=4");

    LearnerMeasures.Builder metAnyway = an().list("log_gap_weeks", List.of("2"));
    assertThat(overall("FC-TT.1", metAnyway).status()).isEqualTo(Status.MET);
  }

  @Test
  void lateEnrolmentAndAGapIsUnknownFirst() {
    LearnerMeasures.Builder both =
        an().byKey("sessions_by_week", weeks(0, 0, 2, 2, 2))
            .list("weeks_before_enrolment", List.of("1"))
            .list("log_gap_weeks", List.of("2"));
    assertThat(overall("FC-TT.1", both).status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }

  @Test
  void withoutTheCalendarNoWeekCanBeTested() {
    CriterionResult none = overall("FC-TT.1", an().number("weeks", NONE));
    assertThat(none.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(none.missingInputs()).containsExactly("course_run");
    assertThat(overall("FC-TT.1", an().number("weeks", 0)).status())
        .isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(overall("FC-TT.1", an().missingInputs(Set.of("course_run"))).status())
        .isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(overall("FC-TT.1", an().byKey("sessions_by_week", null)).missingInputs())
        .containsExactly("course_run");
  }

  @Test
  void aMeanThatReachesTheThresholdLeavesCompensationToAPerson() {
    LearnerMeasures.Builder binh = Learners.binh().toBuilder();
    Decision one = decide("theory", binh.byKey("sessions_by_week", weeks(3, 2, 1, 4, 2)).build());
    assertThat(result(one, "FC-LT.2b2").status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(result(one, "FC-LT.2b2").reviewReason()).isEqualTo("truy_cap_trung_binh_du");
    assertThat(one.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(one.reviewReasons()).containsExactly("xac_nhan_bu", "truy_cap_trung_binh_du");

    Decision exactly =
        decide("theory", binh.byKey("sessions_by_week", weeks(3, 2, 1, 2, 2)).build());
    assertThat(exactly.status()).isEqualTo(Status.NEEDS_REVIEW);
    Decision tooFew =
        decide("theory", binh.byKey("sessions_by_week", weeks(2, 2, 1, 2, 2)).build());
    assertThat(tooFew.status()).isEqualTo(Status.NOT_MET);
    Decision two = decide("theory", binh.byKey("sessions_by_week", weeks(9, 2, 1, 1, 2)).build());
    assertThat(two.status()).isEqualTo(Status.NOT_MET);
    Decision gap =
        decide(
            "theory",
            binh.byKey("sessions_by_week", weeks(2, 2, 1, 0, 2))
                .list("log_gap_weeks", List.of("4"))
                .build());
    assertThat(gap.status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }
}
