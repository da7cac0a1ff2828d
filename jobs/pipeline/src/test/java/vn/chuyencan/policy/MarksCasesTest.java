package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Cases.theory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Status;

/** FC-TT.3, FC-TT.4, FC-LT.2 and FC-LT.3: marks that wait, readings that disagree. */
class MarksCasesTest {
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
    // The one that fails waits for a mark; one that passes already does; both do.
    "E28, INSUFFICIENT_DATA",
    "E01, NOT_MET",
    "E01 E28, INSUFFICIENT_DATA"
  })
  void anExerciseThatFailsForGoodIsNoneThatWaits(String waiting, Status expected) {
    CriterionResult row =
        overall(
            "FC-TT.4",
            an().byKey("best_percent_by_exercise", Learners.exercises(28, 27))
                .number("exercises_pending", waiting.split(" ").length)
                .list("self_assessments_waiting", List.of(waiting.split(" "))));
    assertThat(row.status()).isEqualTo(expected);
  }

  @Test
  void aPolicyMaySayOnlyHowManyWait() {
    Policy policy =
        PolicyLoader.fromText(
            "p.yaml",
            Texts.bundled()
                .replace("measure: self_assessments_waiting", "measure: self_assessments_pending"));
    LearnerMeasures measures =
        an().byKey("best_percent_by_exercise", Learners.exercises(28, 26))
            .number("exercises_pending", 2)
            .build();
    assertThat(Learners.result(Learners.all(policy, measures).get(0), "FC-TT.4").status())
        .isEqualTo(Status.INSUFFICIENT_DATA);
    measures = measures.toBuilder().number("exercises_pending", 1).build();
    assertThat(Learners.result(Learners.all(policy, measures).get(0), "FC-TT.4").status())
        .isEqualTo(Status.NOT_MET);
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
            expected == Status.INSUFFICIENT_DATA ? List.of("assessment_attempt.mark") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    // Whatever waits for a mark is among the completed ones already (FC-X.8).
    "22, 0, NOT_MET",
    "22, 1, NOT_MET",
    "20, 3, NOT_MET",
    "23, 5, MET"
  })
  void pendingMarksCompleteAnExerciseOnce(int completed, int pending, Status expected) {
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
