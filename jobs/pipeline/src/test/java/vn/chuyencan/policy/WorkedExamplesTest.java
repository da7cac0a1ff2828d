package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;

/** T-1 to T-5 of REQUIREMENTS 3.6. */
class WorkedExamplesTest {

  @Test
  void t1PassesAllThree() {
    for (Decision decision : Learners.all(Learners.POLICY, Learners.an())) {
      assertThat(decision.status()).as(decision.certificate()).isEqualTo(Status.MET);
      assertThat(decision.unmetCriteria()).isEmpty();
      assertThat(decision.missingInputs()).isEmpty();
      assertThat(decision.reviewReasons()).isEmpty();
      assertThat(decision.nearest()).isEmpty();
      assertThat(decision.reviewCases()).isEmpty();
      assertThat(decision.conclusive()).isTrue();
    }
    Decision overall = decide("overall", Learners.an());
    assertThat(overall.criteria()).extracting(CriterionResult::status).containsOnly(Status.MET);
    assertThat(overall.criteria()).hasSize(11);
    assertThat(result(overall, "FC-TT.1").detail()).containsExactly("each=2");
    CriterionResult plenary = result(overall, "FC-TT.7");
    assertThat(plenary.value()).isEqualByComparingTo("6");
    assertThat(plenary.threshold()).isEqualByComparingTo("5");
    assertThat(plenary.margin()).isEqualByComparingTo("1");
    assertThat(plenary.unit()).isEqualTo("session");
    assertThat(plenary.detail()).containsExactly("of=7", "percent=70");
    CriterionResult time = result(overall, "FC-TT.2");
    assertThat(time.valueLow()).isEqualByComparingTo("668");
    assertThat(time.valueHigh()).isEqualByComparingTo("801");
    assertThat(time.evidence())
        .isEqualTo("learner_course_week[course_id=FC-2026-1,learner_id=HV001]");
  }

  @Test
  void t2EarnsTheoryByCompensation() {
    Decision theory = decide("theory", Learners.binh());
    assertThat(theory.status()).isEqualTo(Status.MET_BY_COMPENSATION);
    assertThat(theory.unmetCriteria()).isEmpty();
    assertThat(theory.nearest()).isEmpty();
    assertThat(theory.reviewReasons()).containsExactly("xac_nhan_bu");
    assertThat(theory.reviewCases())
        .extracting(ReviewCase::criterionId, ReviewCase::reasonCode)
        .containsExactly(tuple("FC-LT.2b", "xac_nhan_bu"));

    CriterionResult completed = result(theory, "FC-LT.2");
    assertThat(completed.status()).isEqualTo(Status.NOT_MET);
    assertThat(completed.value()).isEqualByComparingTo("20");
    assertThat(completed.threshold()).isEqualByComparingTo("23");
    assertThat(completed.margin()).isEqualByComparingTo("-3");
    assertThat(result(theory, "FC-LT.2b").status()).isEqualTo(Status.MET_BY_COMPENSATION);
    for (String part : new String[] {"FC-LT.2b1", "FC-LT.2b2", "FC-LT.2b3", "FC-LT.2b4"}) {
      assertThat(result(theory, part).status()).as(part).isEqualTo(Status.MET);
      assertThat(result(theory, part).parentCriterionId()).isEqualTo("FC-LT.2b");
    }
    assertThat(result(theory, "FC-LT.3").value()).isEqualTo("5.321428");
    assertThat(result(theory, "FC-LT.4").status()).isEqualTo(Status.MET);
    assertThat(result(theory, "FC-LT.4a").status()).isEqualTo(Status.MET);
    assertThat(result(theory, "FC-LT.4b").status()).isEqualTo(Status.NOT_MET);
    assertThat(result(theory, "FC-LT.1r").status()).isEqualTo(Status.NOT_APPLICABLE);

    Decision overall = decide("overall", Learners.binh());
    assertThat(overall.status()).isEqualTo(Status.NOT_MET);
    assertThat(overall.unmetCriteria()).containsExactly("FC-TT.4", "FC-TT.5");
    assertThat(result(overall, "FC-TT.4").detail())
        .containsExactly(
            "each=50",
            "exercise=E21",
            "exercise=E22",
            "exercise=E23",
            "exercise=E24",
            "exercise=E25",
            "exercise=E26",
            "exercise=E27",
            "exercise=E28");
    assertThat(result(overall, "FC-TT.5").detail()).containsExactly("each=1", "forum=F5");
    assertThat(overall.nearest())
        .extracting(Distance::criterionId, Distance::item, Distance::distance, Distance::unit)
        .startsWith(tuple("FC-TT.4", "exercise=E21", new BigDecimal("50.000000"), "percent"))
        .endsWith(tuple("FC-TT.5", "forum=F5", new BigDecimal("1.000000"), "post"))
        .hasSize(9);

    assertThat(decide("practice", Learners.binh()).status()).isEqualTo(Status.MET);
  }

  @Test
  void t3IsForAPersonToDecide() {
    Decision theory = decide("theory", Learners.chi());
    assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(theory.unmetCriteria()).containsExactly("FC-LT.1");
    assertThat(theory.reviewReasons()).containsExactly("nguong_trong_khoang", "thieu_540");
    assertThat(theory.nearest())
        .containsExactly(
            new Distance("FC-LT.1", new BigDecimal("42.000000"), "minute", "", false, null));
    assertThat(result(theory, "FC-LT.1").detail()).containsExactly("reading=NOT_MET");
    assertThat(result(theory, "FC-LT.1").margin()).isEqualByComparingTo("-42");
    assertThat(result(theory, "FC-LT.1r").status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(theory.reviewCases())
        .extracting(ReviewCase::criterionId)
        .containsExactly("FC-LT.1", "FC-LT.1r");

    Decision practice = decide("practice", Learners.chi());
    assertThat(practice.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(practice.unmetCriteria()).containsExactly("FC-TH.1");

    Decision overall = decide("overall", Learners.chi());
    assertThat(overall.status()).isEqualTo(Status.NOT_MET);
    assertThat(overall.unmetCriteria()).containsExactly("FC-TT.1", "FC-TT.2", "FC-TT.4");
    assertThat(result(overall, "FC-TT.1").detail()).containsExactly("each=2", "week=3");
    assertThat(overall.reviewCases()).isEmpty();
  }

  @Test
  void t4ReadingsThatDisagreeAreForAPerson() {
    LearnerMeasures measures =
        Learners.an().toBuilder()
            .number("exercises", 4)
            .number("exercises_completed", 4)
            .byKey(
                "best_percent_by_exercise",
                Map.of(
                    "E1", Fraction.of(100),
                    "E2", Fraction.of(40),
                    "E3", Fraction.of(40),
                    "E4", Fraction.ZERO))
            .number("average_macro", 45)
            .number("average_pooled", Fraction.of(380, 6).floor(6))
            .build();
    Decision theory = decide("theory", measures);
    CriterionResult average = result(theory, "FC-LT.3");
    assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(theory.unmetCriteria()).containsExactly("FC-LT.3");
    assertThat(average.status()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(average.value()).isEqualByComparingTo("4.5");
    assertThat(average.valueLow()).isEqualByComparingTo("4.5");
    assertThat(average.valueHigh()).isEqualByComparingTo("6.333333");
    assertThat(average.reviewReason()).isEqualTo("hai_cach_tinh_trai_nguoc");
    assertThat(average.detail()).containsExactly("reading=NOT_MET");
  }

  @ParameterizedTest
  @CsvSource({
    // T-5 first, then each threshold of 3.2 to 3.4 below, at and above.
    "theory, FC-LT.2, exercises_completed, 22, NOT_MET",
    "theory, FC-LT.2, exercises_completed, 23, MET",
    "theory, FC-LT.2, exercises_completed, 24, MET",
    "overall, FC-TT.2, minutes, 539.99, NOT_MET",
    "overall, FC-TT.2, minutes, 540.00, MET",
    "overall, FC-TT.2, minutes, 540.01, MET",
    "theory, FC-LT.1, minutes, 539.99, NOT_MET",
    "theory, FC-LT.1, minutes, 540, MET",
    "practice, FC-TH.1, minutes, 539.99, NOT_MET",
    "practice, FC-TH.1, minutes, 540, MET",
    "theory, FC-LT.3, average_macro, 49.99, NOT_MET",
    "theory, FC-LT.3, average_macro, 49.999999, NOT_MET",
    "theory, FC-LT.3, average_macro, 50, MET",
    "theory, FC-LT.3, average_macro, 50.000001, MET",
    "overall, FC-TT.3, average_macro, 49.999999, NOT_MET",
    "overall, FC-TT.3, average_macro, 50, MET",
    "overall, FC-TT.6, posts, 4, NOT_MET",
    "overall, FC-TT.6, posts, 5, MET",
    "overall, FC-TT.6, posts, 6, MET",
    "overall, FC-TT.7, plenary_present, 4, NOT_MET",
    "overall, FC-TT.7, plenary_present, 5, MET",
    "overall, FC-TT.7, plenary_present, 6, MET",
    "overall, FC-TT.8, group_topics, 0, NOT_MET",
    "overall, FC-TT.8, group_topics, 1, MET",
    "overall, FC-TT.9, group_members_commented, 2, NOT_MET",
    "overall, FC-TT.9, group_members_commented, 3, MET",
    "overall, FC-TT.10, submissions_correct, 1, NOT_MET",
    "overall, FC-TT.10, submissions_correct, 2, MET",
    "overall, FC-TT.11, reviews_completed, 2, NOT_MET",
    "overall, FC-TT.11, reviews_completed, 3, MET",
    "practice, FC-TH.2, practice_present, 2, NOT_MET",
    "practice, FC-TH.2, practice_present, 3, MET",
    "practice, FC-TH.2, practice_present, 4, MET",
    "practice, FC-TH.3, group_posts, 0, NOT_MET",
    "practice, FC-TH.3, group_posts, 1, MET",
    "practice, FC-TH.4, submissions_correct, 1, NOT_MET",
    "practice, FC-TH.4, submissions_correct, 2, MET",
    "practice, FC-TH.5, reviews_completed, 2, NOT_MET",
    "practice, FC-TH.5, reviews_completed, 3, MET",
  })
  void eachThresholdBelowAtAndAbove(
      String certificate, String criterion, String measure, BigDecimal value, Status expected) {
    LearnerMeasures measures =
        Learners.an().toBuilder()
            .number("minutes_15", (BigDecimal) null)
            .number("minutes_30", (BigDecimal) null)
            .number("minutes_60", (BigDecimal) null)
            .number("average_pooled", (BigDecimal) null)
            .number(measure, value)
            .build();
    assertThat(result(decide(certificate, measures), criterion).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // FC-TH.2 beside FC-TT.7: the smallest number of seven that reaches each share.
    "FC-TT.7, plenary, 7, 5, MET",
    "FC-TH.2, practice, 7, 5, NOT_MET",
    "FC-TH.2, practice, 7, 6, MET",
    "FC-TT.7, plenary, 10, 7, MET",
    "FC-TH.2, practice, 10, 7, NOT_MET",
    "FC-TH.2, practice, 10, 8, MET",
    "FC-TT.7, plenary, 11, 8, MET",
    "FC-TH.2, practice, 11, 8, NOT_MET",
    "FC-TH.2, practice, 11, 9, MET",
  })
  void sharesOfTwoDifferentLists(
      String criterion, String list, int held, int present, Status expected) {
    String certificate = criterion.startsWith("FC-TT") ? "overall" : "practice";
    LearnerMeasures measures =
        Learners.an().toBuilder()
            .number(list + "_held", held)
            .number(list + "_present", present)
            .build();
    CriterionResult row = result(decide(certificate, measures), criterion);
    assertThat(row.status()).isEqualTo(expected);
    assertThat(row.margin().signum() >= 0).isEqualTo(expected == Status.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "1079.99, 1079.99, 1079.99, NOT_MET",
    "1080, 1080, 1080, MET_BY_COMPENSATION",
    "1126, 1079, 1203, NEEDS_REVIEW",
    "1050, 1000, 1080, NEEDS_REVIEW",
    "1050, 1000, 1079, NOT_MET",
  })
  void compensationNeedsTheWholeDesignLoad(
      BigDecimal minutes, BigDecimal low, BigDecimal high, Status expected) {
    LearnerMeasures measures =
        Learners.binh().toBuilder()
            .number("minutes", minutes)
            .number("minutes_15", low)
            .number("minutes_30", minutes)
            .number("minutes_60", high)
            .build();
    assertThat(decide("theory", measures).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, NOT_MET", "4, MET_BY_COMPENSATION", "5, MET_BY_COMPENSATION"})
  void compensationNeedsFourPosts(int posts, Status expected) {
    LearnerMeasures measures = Learners.binh().toBuilder().number("posts", posts).build();
    assertThat(decide("theory", measures).status()).isEqualTo(expected);
  }
}
