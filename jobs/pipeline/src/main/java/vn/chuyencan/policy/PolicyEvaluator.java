package vn.chuyencan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.model.Deadlines;
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
   * @param deadlines until when what is lacking can still be made up
   * @param parameters values that the course run gives parameters of policies, by name
   */
  public record Context(
      LocalDate asOf, String estimator, Deadlines deadlines, Map<String, String> parameters) {

    /** A context of which no deadline is known, with the policy's own parameters. */
    public Context(LocalDate asOf, String estimator) {
      this(asOf, estimator, Deadlines.NONE, Map.of());
    }

    public Context {
      Objects.requireNonNull(asOf, "asOf");
      Objects.requireNonNull(estimator, "estimator");
      Objects.requireNonNull(deadlines, "deadlines");
      parameters = Map.copyOf(parameters);
    }
  }

  /** One decision for each certificate, in the policy's order. */
  public static List<Decision> decide(Policy policy, LearnerMeasures measures, Context context) {
    return policy.certificates().stream()
        .map(certificate -> DecisionRecords.of(policy, certificate, measures, context))
        .toList();
  }
}
