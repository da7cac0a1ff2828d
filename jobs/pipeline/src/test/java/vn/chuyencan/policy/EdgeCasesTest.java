package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;
import static vn.chuyencan.policy.Learners.weeks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/** The ambiguities and missing inputs of REQUIREMENTS 3.1 to 3.5. */
class EdgeCasesTest {
  private static final BigDecimal NONE = null;

  private static LearnerMeasures.Builder an() {
    return Learners.an().toBuilder();
  }

  private static CriterionResult overall(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("overall", measures.build()), criterion);
  }

  private static CriterionResult theory(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("theory", measures.build()), criterion);
  }

  private static CriterionResult practice(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("practice", measures.build()), criterion);
  }

  @Nested
  class Time {
    private LearnerMeasures.Builder band(long low, long middle, long high) {
      return an().number("minutes", middle)
          .number("minutes_15", low)
          .number("minutes_30", middle)
          .number("minutes_60", high);
    }

    @Test
    void aThresholdInsideTheBandIsForAPerson() {
      Decision overall = decide("overall", band(500, 545, 600).build());
      assertThat(overall.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(overall.unmetCriteria()).isEmpty();
      assertThat(overall.nearest()).isEmpty();
      CriterionResult time = result(overall, "FC-TT.2");
      assertThat(time.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(time.reviewReason()).isEqualTo("nguong_trong_khoang");
      assertThat(time.detail()).containsExactly("reading=MET");
      // The clause of discretion is for those who fall short; this learner does not.
      assertThat(theory("FC-LT.1r", band(500, 545, 600)).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
      "540, 540, 600, MET",
      "539, 540, 600, NEEDS_REVIEW",
      "500, 530, 540, NEEDS_REVIEW",
      "500, 530, 539, NOT_MET"
    })
    void theBandsEdges(long low, long middle, long high, Status expected) {
      assertThat(overall("FC-TT.2", band(low, middle, high)).status()).isEqualTo(expected);
    }

    @Test
    void belowTheBandTheOverallCertificateKnowsNoDiscretion() {
      LearnerMeasures measures = band(430, 450, 480).build();
      assertThat(decide("overall", measures).status()).isEqualTo(Status.NOT_MET);
      Decision theory = decide("theory", measures);
      assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(theory.reviewReasons()).containsExactly("thieu_540");
      assertThat(result(theory, "FC-LT.1").status()).isEqualTo(Status.NOT_MET);
      assertThat(decide("practice", measures).status()).isEqualTo(Status.NEEDS_REVIEW);
    }

    @Test
    void discretionNeedsEverythingElseMet() {
      LearnerMeasures.Builder measures = band(430, 450, 480).number("average_macro", 49);
      Decision theory = decide("theory", measures.number("average_pooled", 48).build());
      assertThat(theory.status()).isEqualTo(Status.NOT_MET);
      assertThat(theory.unmetCriteria()).containsExactly("FC-LT.1", "FC-LT.3");
      assertThat(result(theory, "FC-LT.1r").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void discretionWaitsForWhatIsUnknown() {
      LearnerMeasures.Builder measures = band(430, 450, 480).number("average_macro", NONE);
      Decision theory = decide("theory", measures.build());
      assertThat(theory.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(result(theory, "FC-LT.1r").status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(theory.missingInputs()).containsExactly("activity");
    }

    @Test
    void discretionAndAnotherReviewAreBothForAPerson() {
      LearnerMeasures.Builder measures = band(430, 450, 480).number("average_pooled", 49);
      Decision theory = decide("theory", measures.build());
      assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(theory.reviewReasons()).containsExactly("thieu_540", "hai_cach_tinh_trai_nguoc");
    }

    @Test
    void withoutTheLogNothingIsKnown() {
      CriterionResult time = overall("FC-TT.2", an().number("minutes", NONE));
      assertThat(time.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(time.missingInputs()).containsExactly("learning_event");
      assertThat(time.value()).isNull();
      assertThat(time.margin()).isNull();
    }
  }

  @Nested
  class Weeks {
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
          .containsExactly(new Distance("FC-TT.1", new BigDecimal("3.000000"), "access"));
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

  @Nested
  class Marks {
    @Test
    void noExerciseSaysNothing() {
      CriterionResult share =
          theory("FC-LT.2", an().number("exercises", 0).number("exercises_completed", 0));
      assertThat(share.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(share.missingInputs()).containsExactly("activity");
      CriterionResult each = overall("FC-TT.4", an().byKey("best_percent_by_exercise", Map.of()));
      assertThat(each.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(each.missingInputs()).containsExactly("activity");
    }

    @ParameterizedTest
    @CsvSource({
      "26, 2, 26, INSUFFICIENT_DATA",
      "26, 1, 26, NOT_MET",
      "26, 3, 26, INSUFFICIENT_DATA",
      "28, 3, 28, MET"
    })
    void pendingMarksOnEachExercise(int passed, int pending, int value, Status expected) {
      CriterionResult row =
          overall(
              "FC-TT.4",
              an().byKey("best_percent_by_exercise", Learners.exercises(28, passed))
                  .number("exercises_pending", pending));
      assertThat(row.status()).isEqualTo(expected);
      assertThat(row.value()).isEqualByComparingTo(Integer.toString(value));
      assertThat(row.missingInputs())
          .isEqualTo(
              expected == Status.INSUFFICIENT_DATA
                  ? List.of("assessment_attempt.mark")
                  : List.of());
    }

    @ParameterizedTest
    @CsvSource({
      "22, 0, NOT_MET",
      "22, 1, INSUFFICIENT_DATA",
      "20, 2, NOT_MET",
      "20, 3, INSUFFICIENT_DATA",
      "23, 5, MET"
    })
    void pendingMarksInAShare(int completed, int pending, Status expected) {
      CriterionResult row =
          theory(
              "FC-LT.2",
              an().number("exercises_completed", completed).number("exercises_pending", pending));
      assertThat(row.status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      // One of ten exercises pending moves the mean by at most ten points.
      "60, 1, MET",
      "59.999999, 1, INSUFFICIENT_DATA",
      "40, 1, INSUFFICIENT_DATA",
      "39.999999, 1, INSUFFICIENT_DATA",
      "39.999998, 1, NOT_MET",
      "50, 0, MET",
      "49.999999, 0, NOT_MET",
    })
    void pendingMarksInAMean(BigDecimal average, int pending, Status expected) {
      LearnerMeasures.Builder measures =
          an().number("exercises", 10)
              .number("exercises_completed", 10)
              .number("exercises_pending", pending)
              .number("average_macro", average)
              .number("average_pooled", average);
      assertThat(theory("FC-LT.3", measures).status()).isEqualTo(expected);
      assertThat(overall("FC-TT.3", measures).status()).isEqualTo(expected);
    }

    @Test
    void closeToTheThresholdIsFlaggedAndFails() {
      LearnerMeasures.Builder close =
          an().number("average_macro", new BigDecimal("49.5")).number("average_pooled", 49);
      CriterionResult row = theory("FC-LT.3", close);
      assertThat(row.status()).isEqualTo(Status.NOT_MET);
      assertThat(row.detail()).containsExactly("flag=sat_nguong");
      LearnerMeasures.Builder below =
          an().number("average_macro", new BigDecimal("49.49")).number("average_pooled", 49);
      assertThat(theory("FC-LT.3", below).detail()).isEmpty();
      assertThat(theory("FC-LT.3", an().number("average_macro", 50)).detail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 49.999999, NEEDS_REVIEW", "50, 50, MET", "49, 50, NEEDS_REVIEW"})
    void twoReadingsOfTheMean(BigDecimal macro, BigDecimal pooled, Status expected) {
      LearnerMeasures.Builder measures =
          an().number("average_macro", macro).number("average_pooled", pooled);
      assertThat(overall("FC-TT.3", measures).status()).isEqualTo(expected);
    }
  }

  @Nested
  class Forums {
    @Test
    void withoutForumsNothingIsKnown() {
      LearnerMeasures.Builder none =
          an().number("posts", NONE).byKey("posts_by_forum", null).byKey("posts_by_week", null);
      Decision overall = decide("overall", none.build());
      assertThat(overall.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(overall.missingInputs()).containsExactly("activity");
      assertThat(result(overall, "FC-TT.5").missingInputs()).containsExactly("activity");
      assertThat(result(overall, "FC-TT.6").missingInputs()).containsExactly("activity");
      assertThat(theory("FC-LT.4", none).status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(overall("FC-TT.5", an().byKey("posts_by_forum", Map.of())).status())
          .isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void someWeeksAndSomeForumsAreNotEnough() {
      LearnerMeasures.Builder mixed =
          an().byKey("posts_by_week", weeks(3, 0, 1, 1, 1))
              .byKey("posts_by_forum", Learners.forums(2, 2, 2, 0, 0));
      Decision theory = decide("theory", mixed.build());
      assertThat(theory.status()).isEqualTo(Status.NOT_MET);
      assertThat(theory.unmetCriteria()).containsExactly("FC-LT.4");
      // One post in the idle week is nearer than one in each of two forums.
      assertThat(theory.nearest())
          .containsExactly(new Distance("FC-LT.4a", new BigDecimal("1.000000"), "post"));
    }

    @ParameterizedTest
    @CsvSource({"true, false, MET", "false, true, MET", "true, true, MET", "false, false, NOT_MET"})
    void eitherBranchIsEnough(boolean byWeek, boolean byForum, Status expected) {
      LearnerMeasures.Builder measures =
          an().byKey("posts_by_week", byWeek ? weeks(1, 1, 1, 1, 1) : weeks(1, 1, 1, 1, 0))
              .byKey(
                  "posts_by_forum",
                  byForum ? Learners.forums(1, 1, 1, 1, 1) : Learners.forums(9, 1, 1, 1, 0));
      assertThat(theory("FC-LT.4", measures).status()).isEqualTo(expected);
    }

    @Test
    void aMetBranchSilencesWhatTheOtherLacks() {
      Decision theory = decide("theory", an().byKey("posts_by_week", null).build());
      assertThat(theory.status()).isEqualTo(Status.MET);
      assertThat(theory.missingInputs()).isEmpty();
    }

    @Test
    void weeksWithoutAnOpenForumDoNotCount() {
      LearnerMeasures.Builder measures =
          an().byKey("posts_by_week", weeks(0, 1, 1, 1, 1))
              .byKey("posts_by_forum", Learners.forums(9, 0))
              .list("weeks_without_forum", List.of("1"));
      assertThat(theory("FC-LT.4a", measures).status()).isEqualTo(Status.MET);
    }

    @Test
    void moreForumsThanFiveAllCount() {
      LearnerMeasures.Builder seven =
          an().byKey("posts_by_forum", Learners.forums(1, 1, 1, 1, 1, 1, 0)).number("posts", 6);
      assertThat(overall("FC-TT.5", seven).detail()).containsExactly("each=1", "forum=F7");
      assertThat(overall("FC-TT.5", seven).threshold()).isEqualByComparingTo("7");
    }

    @Test
    void compensationDoesNotReplaceTheDiscussionButAPersonMayThinkSo() {
      LearnerMeasures.Builder measures =
          Learners.binh().toBuilder().byKey("posts_by_week", weeks(2, 1, 1, 1, 0));
      Decision theory = decide("theory", measures.build());
      assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(result(theory, "FC-LT.4").status()).isEqualTo(Status.NOT_MET);
      assertThat(result(theory, "FC-LT.4x").status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(theory.reviewReasons()).containsExactly("xac_nhan_bu", "bu_thay_thao_luan");
      // Without compensation the clause has nothing to lean on.
      LearnerMeasures.Builder plain =
          an().byKey("posts_by_week", weeks(2, 1, 1, 1, 0))
              .byKey("posts_by_forum", Learners.forums(2, 1, 1, 1, 0));
      assertThat(decide("theory", plain.build()).status()).isEqualTo(Status.NOT_MET);
      assertThat(theory("FC-LT.4x", plain).status()).isEqualTo(Status.NOT_APPLICABLE);
    }
  }

  @Nested
  class Attendance {
    @ParameterizedTest
    @CsvSource({
      "5, 2, MET",
      "4, 2, INSUFFICIENT_DATA",
      "4, 1, INSUFFICIENT_DATA",
      "4, 0, NOT_MET",
      "3, 1, NOT_MET"
    })
    void unmarkedSessionsDecideOnlyWhenTheyCannotMatter(
        int present, int unmarked, Status expected) {
      CriterionResult row =
          overall(
              "FC-TT.7",
              an().number("plenary_present", present).number("plenary_unmarked", unmarked));
      assertThat(row.status()).isEqualTo(expected);
      assertThat(row.missingInputs())
          .isEqualTo(expected == Status.INSUFFICIENT_DATA ? List.of("attendance") : List.of());
    }

    @Test
    void aMissingRegisterIsNamed() {
      CriterionResult row =
          overall(
              "FC-TT.7", an().number("plenary_present", NONE).missingInputs(Set.of("attendance")));
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(row.missingInputs()).containsExactly("attendance");
      assertThat(row.threshold()).isEqualByComparingTo("5");
      CriterionResult noSessions = overall("FC-TT.7", an().number("plenary_held", 0));
      assertThat(noSessions.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(noSessions.missingInputs()).containsExactly("class_session");
      assertThat(overall("FC-TT.7", an().number("plenary_held", NONE)).missingInputs())
          .containsExactly("class_session");
    }
  }

  @Nested
  class GroupWork {
    @Test
    void aTopicInAnotherGroupIsForAPerson() {
      CriterionResult row =
          overall("FC-TT.8", an().number("group_topics", 0).number("group_topics_elsewhere", 1));
      assertThat(row.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(row.reviewReason()).isEqualTo("chu_de_o_nhom_khac");
      assertThat(
              overall("FC-TT.8", an().number("group_topics", 1).number("group_topics_elsewhere", 1))
                  .status())
          .isEqualTo(Status.MET);
    }

    @Test
    void anUnknownGroupIsNamed() {
      CriterionResult row =
          overall(
              "FC-TT.8", an().number("group_topics", NONE).missingInputs(Set.of("group_member")));
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(row.missingInputs()).containsExactly("group_member");
      assertThat(overall("FC-TT.8", an().number("group_topics", NONE)).missingInputs())
          .containsExactly("group_member", "activity");
    }

    @Test
    void aGroupOfOneIsForAPerson() {
      CriterionResult row =
          overall(
              "FC-TT.9",
              an().number("group_members", 0)
                  .number("group_members_with_draft", 0)
                  .number("group_members_commented", 0));
      assertThat(row.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(row.reviewReason()).isEqualTo("nhom_mot_nguoi");
    }

    @Test
    void membersWithoutADraftAreLeftOutAndFlagged() {
      CriterionResult row =
          overall(
              "FC-TT.9",
              an().number("group_members_with_draft", 2)
                  .number("group_members_commented", 2)
                  .list("group_members_without_draft", List.of("HV009")));
      assertThat(row.status()).isEqualTo(Status.MET);
      assertThat(row.threshold()).isEqualByComparingTo("2");
      assertThat(row.detail())
          .containsExactly(
              "of=2",
              "percent=100",
              "member_without_draft=HV009",
              "flag=thanh_vien_chua_co_ban_thao");
    }

    @Test
    void membersWithoutAnyDraftLeaveNothingToComment() {
      CriterionResult row =
          overall(
              "FC-TT.9",
              an().number("group_members_with_draft", 0).number("group_members_commented", 0));
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void membersNotCommentedAreNamed() {
      CriterionResult row =
          overall(
              "FC-TT.9",
              an().number("group_members_commented", 2)
                  .list("group_members_not_commented", List.of("HV007")));
      assertThat(row.status()).isEqualTo(Status.NOT_MET);
      assertThat(row.detail()).containsExactly("of=3", "percent=100", "member=HV007");
    }
  }

  @Nested
  class Submissions {
    @ParameterizedTest
    @CsvSource({
      // correct, unchecked, dead links → FC-TT.10, FC-TH.4
      "2, 0, 0, MET, MET",
      "1, 1, 0, INSUFFICIENT_DATA, NEEDS_REVIEW",
      "0, 2, 0, INSUFFICIENT_DATA, NEEDS_REVIEW",
      "1, 1, 1, INSUFFICIENT_DATA, INSUFFICIENT_DATA",
      "2, 0, 1, MET, INSUFFICIENT_DATA",
      "1, 0, 0, NOT_MET, NOT_MET",
      "0, 1, 0, NOT_MET, NOT_MET",
      "1, 0, 1, NOT_MET, NOT_MET",
    })
    void theLecturersConfirmation(
        int correct, int unchecked, int dead, Status overall, Status practice) {
      LearnerMeasures.Builder measures =
          an().number("submissions_correct", correct)
              .number("submissions_unchecked", unchecked)
              .number("submission_links_dead", dead);
      assertThat(overall("FC-TT.10", measures).status()).isEqualTo(overall);
      CriterionResult row = practice("FC-TH.4", measures);
      assertThat(row.status()).isEqualTo(practice);
      assertThat(row.reviewReason())
          .isEqualTo(practice == Status.NEEDS_REVIEW ? "cho_xac_nhan_san_pham" : null);
      assertThat(row.missingInputs().contains("submission_check"))
          .isEqualTo(practice == Status.NEEDS_REVIEW || practice == Status.INSUFFICIENT_DATA);
    }

    @Test
    void reviewsWithoutAllocationAreUnknown() {
      LearnerMeasures.Builder none =
          an().number("reviews_allocated", NONE).number("reviews_completed", NONE);
      assertThat(overall("FC-TT.11", none).missingInputs()).containsExactly("peer_review");
      assertThat(practice("FC-TH.5", none).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }
  }

  @Nested
  class Compensation {
    private final Policy review =
        PolicyLoader.fromText(
            "p.yaml", Texts.bundled().replace("bu_mode: auto", "bu_mode: review"));

    @Test
    void mayBeLeftToAPerson() {
      Decision theory = decide(review, "theory", Learners.binh());
      assertThat(theory.status()).isEqualTo(Status.NEEDS_REVIEW);
      assertThat(theory.reviewReasons()).containsExactly("xac_nhan_bu");
      assertThat(theory.policyHash()).isNotEqualTo(Learners.POLICY.hash());
    }

    @Test
    void isNotAskedForWhenNotNeeded() {
      Decision theory = decide("theory", Learners.an());
      assertThat(result(theory, "FC-LT.2b").status()).isEqualTo(Status.NOT_APPLICABLE);
      assertThat(result(theory, "FC-LT.2b1").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void waitsForWhatIsUnknown() {
      LearnerMeasures measures = Learners.binh().toBuilder().number("posts", NONE).build();
      Decision theory = decide("theory", measures);
      assertThat(theory.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(theory.missingInputs()).containsExactly("activity");
      assertThat(theory.unmetCriteria()).containsExactly("FC-LT.2");
    }

    @Test
    void failsWithOneOfItsConditions() {
      LearnerMeasures measures = Learners.binh().toBuilder().number("posts", 3).build();
      Decision theory = decide("theory", measures);
      assertThat(theory.status()).isEqualTo(Status.NOT_MET);
      assertThat(theory.unmetCriteria()).containsExactly("FC-LT.2");
      assertThat(theory.nearest())
          .containsExactly(new Distance("FC-LT.2", new BigDecimal("3.000000"), "exercise"));
    }

    @Test
    void cannotRepairTimeAndExercisesTogether() {
      LearnerMeasures measures =
          Learners.binh().toBuilder()
              .number("minutes", 450)
              .number("minutes_15", 440)
              .number("minutes_30", 450)
              .number("minutes_60", 460)
              .build();
      Decision theory = decide("theory", measures);
      assertThat(theory.status()).isEqualTo(Status.NOT_MET);
      assertThat(theory.unmetCriteria()).containsExactly("FC-LT.1", "FC-LT.2");
    }
  }

  @Nested
  class BeforeClosing {
    private LearnerMeasures.Builder ongoing(LearnerMeasures measures) {
      return measures.toBuilder().phase(LearnerMeasures.Phase.ONGOING).number("weeks_elapsed", 3);
    }

    @Test
    void whatIsMetStaysMet() {
      for (Decision decision : Learners.all(Learners.POLICY, ongoing(Learners.an()).build())) {
        assertThat(decision.status()).isEqualTo(Status.MET);
        assertThat(decision.conclusive()).isFalse();
      }
    }

    @Test
    void whatCanStillBeMetIsOpen() {
      Decision theory = decide("theory", ongoing(Learners.chi()).build());
      assertThat(theory.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(theory.missingInputs()).containsExactly("course_run.closing");
      assertThat(theory.unmetCriteria()).isEmpty();
      assertThat(theory.nearest())
          .containsExactly(new Distance("FC-LT.1", new BigDecimal("42.000000"), "minute"));
      assertThat(theory.reviewCases()).isEmpty();
    }

    @Test
    void aPastWeekCanNoLongerBeMet() {
      Decision overall = decide("overall", ongoing(Learners.chi()).build());
      assertThat(overall.status()).isEqualTo(Status.NOT_MET);
      assertThat(overall.unmetCriteria()).containsExactly("FC-TT.1");
    }

    @Test
    void aWeekThatIsNotOverIsOpen() {
      LearnerMeasures.Builder measures =
          ongoing(Learners.an()).byKey("sessions_by_week", weeks(2, 2, 2, 1, 0));
      CriterionResult row = overall("FC-TT.1", measures);
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(row.missingInputs()).containsExactly("course_run.closing");
      assertThat(row.value()).isEqualByComparingTo("2");
      CriterionResult nothingYet = overall("FC-TT.1", measures.number("weeks_elapsed", NONE));
      assertThat(nothingYet.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @ParameterizedTest
    @CsvSource({
      "overall, FC-TT.4",
      "overall, FC-TT.5",
      "theory, FC-LT.2",
      "theory, FC-LT.4",
      "practice, FC-TH.2"
    })
    void everyKindStaysOpen(String certificate, String criterion) {
      LearnerMeasures measures =
          ongoing(Learners.binh())
              .byKey("posts_by_week", weeks(1, 1, 1, 0, 0))
              .number("practice_present", 0)
              .build();
      CriterionResult row = result(decide(certificate, measures), criterion);
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void aTopicElsewhereCanStillBePostedAnew() {
      LearnerMeasures.Builder measures =
          ongoing(Learners.an()).number("group_topics", 0).number("group_topics_elsewhere", 1);
      CriterionResult row = overall("FC-TT.8", measures);
      assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(row.reviewReason()).isNull();
    }
  }

  @Test
  void withoutAnyMeasureNothingIsDecided() {
    LearnerMeasures nothing = LearnerMeasures.builder("C", "L").build();
    for (Decision decision : Learners.all(Learners.POLICY, nothing)) {
      assertThat(decision.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(decision.unmetCriteria()).isEmpty();
      assertThat(decision.missingInputs()).isNotEmpty();
      assertThat(decision.nearest()).isEmpty();
    }
  }

  @Test
  void aCaseKeepsItsNumberFromNightToNight() {
    Decision first = decide("theory", Learners.chi());
    Decision second = decide("theory", Learners.chi().toBuilder().number("minutes", 500).build());
    assertThat(first.reviewCases().get(0).caseId())
        .hasSize(16)
        .isEqualTo(second.reviewCases().get(0).caseId())
        .isNotEqualTo(first.reviewCases().get(1).caseId());
    assertThat(first.reviewCases().get(0).detail()).isEqualTo("reading=NOT_MET");
    assertThat(first.reviewCases().get(1).detail()).isNull();
  }
}
