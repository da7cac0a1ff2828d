package vn.chuyencan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.chuyencan.model.Decision;

/**
 * Decides: a policy and a learner's measures in, one decision for each of the policy's certificates
 * out. Pure, total and exact; it reads no clock and no default.
 */
public final class PolicyEvaluator {
  private PolicyEvaluator() {}

  /**
   * What a decision is made under.
   *
   * @param asOf the last day seen, in the institution's zone
   * @param estimator id of the estimator behind {@code minutes} (FC-X.2)
   */
  public record Context(LocalDate asOf, String estimator) {

    public Context {
      Objects.requireNonNull(asOf, "asOf");
      Objects.requireNonNull(estimator, "estimator");
    }
  }

  /** One decision for each certificate, in the policy's order. */
  public static List<Decision> decide(Policy policy, LearnerMeasures measures, Context context) {
    LearnerMeasures all = policy.derived().applyTo(measures);
    return policy.certificates().stream()
        .map(certificate -> DecisionRecords.of(policy, certificate, all, context))
        .toList();
  }
}
