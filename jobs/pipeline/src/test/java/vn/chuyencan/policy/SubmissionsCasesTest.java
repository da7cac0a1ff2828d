package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Cases.practice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Status;

/** FC-TT.10, FC-TT.11, FC-TH.4 and FC-TH.5. */
class SubmissionsCasesTest {
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
    assertThat(!row.missingInputs().isEmpty())
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
