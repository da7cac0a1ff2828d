package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Learners.decide;

import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Status;

/** What holds for the records of every decision. */
class DecisionRecordsTest {

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
