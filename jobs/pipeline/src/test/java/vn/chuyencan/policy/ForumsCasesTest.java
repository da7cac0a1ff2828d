package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Cases.theory;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;
import static vn.chuyencan.policy.Learners.weeks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Status;

/** FC-TT.5, FC-TT.6, FC-LT.4 and FC-LT.4x. */
class ForumsCasesTest {
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
        .containsExactly(
            new Distance("FC-LT.4a", new BigDecimal("1.000000"), "post", "week=2", false, null));
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

  /** The register of course runs is there; nobody is sent to complete it. */
  @Test
  void withoutAnyForumTheListOfActivitiesIsMissing() {
    CriterionResult posts =
        theory("FC-LT.4a", an().list("weeks_without_forum", List.of("1", "2", "3", "4", "5")));
    assertThat(posts.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(posts.missingInputs()).containsExactly("activity");
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

  @Test
  void aSilentWeekBeforeEnrolmentFailsWhateverALogGapHides() {
    CriterionResult row =
        theory(
            "FC-LT.4a",
            an().byKey("posts_by_week", Learners.weeks(0, 0, 1, 1, 1))
                .list("weeks_before_enrolment", List.of("1"))
                .list("log_gap_weeks", List.of("2")));
    assertThat(row.status()).isEqualTo(Status.NOT_MET);
    assertThat(row.detail()).contains("week=1").doesNotContain("week=2");
  }
}
