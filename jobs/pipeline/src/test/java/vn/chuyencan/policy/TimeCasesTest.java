package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Cases.theory;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Status;

/** FC-X.2, FC-TT.2, FC-LT.1 and the clause of discretion FC-LT.1r, FC-TH.1r. */
class TimeCasesTest {
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
