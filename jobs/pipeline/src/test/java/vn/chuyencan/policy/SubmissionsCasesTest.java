package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Cases.practice;

import java.util.List;
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

  @ParameterizedTest
  @CsvSource({
    // completed, unknown, of three
    "3, 0, MET",
    "2, 1, INSUFFICIENT_DATA",
    "0, 3, INSUFFICIENT_DATA",
    "1, 1, NOT_MET"
  })
  void aReviewOfUnknownPunctualityIsNeitherPassNorFailure(
      int completed, int unknown, Status status) {
    LearnerMeasures.Builder measures =
        an().number("reviews_allocated", 3)
            .number("reviews_completed", completed)
            .number("reviews_unknown", unknown);
    for (CriterionResult row :
        List.of(overall("FC-TT.11", measures), practice("FC-TH.5", measures))) {
      assertThat(row.status()).isEqualTo(status);
      if (status == Status.INSUFFICIENT_DATA) {
        assertThat(row.missingInputs()).containsExactly("peer_review.on_time");
      }
    }
  }

  @Test
  void reviewsWithoutAllocationAreUnknown() {
    LearnerMeasures.Builder none =
        an().number("reviews_allocated", NONE).number("reviews_completed", NONE);
    assertThat(overall("FC-TT.11", none).missingInputs()).containsExactly("peer_review");
    assertThat(practice("FC-TH.5", none).status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }
}
