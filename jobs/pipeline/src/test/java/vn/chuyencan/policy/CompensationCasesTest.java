package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Status;

/** FC-LT.2b. */
class CompensationCasesTest {
  private final Policy review =
      PolicyLoader.fromText("p.yaml", Texts.bundled().replace("bu_mode: auto", "bu_mode: review"));

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
        .containsExactly(
            new Distance("FC-LT.2", new BigDecimal("3.000000"), "exercise", "", false, null));
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
