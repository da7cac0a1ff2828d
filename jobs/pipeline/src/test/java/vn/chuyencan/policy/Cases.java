package vn.chuyencan.policy;

import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;

import java.math.BigDecimal;
import vn.chuyencan.model.CriterionResult;

/** The results of single criteria, for tests that change one measure of Lê An. */
final class Cases {
  /** A measure whose input is missing. */
  static final BigDecimal NONE = null;

  static LearnerMeasures.Builder an() {
    return Learners.an().toBuilder();
  }

  static CriterionResult overall(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("overall", measures.build()), criterion);
  }

  static CriterionResult theory(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("theory", measures.build()), criterion);
  }

  static CriterionResult practice(String criterion, LearnerMeasures.Builder measures) {
    return result(decide("practice", measures.build()), criterion);
  }

  private Cases() {}
}
