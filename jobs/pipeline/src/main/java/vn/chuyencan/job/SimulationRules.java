package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.simulation.Assumption;

/** The policies, parameters and reading of a simulation beside those that are configured. */
final class SimulationRules {
  private static final int HASH_SHOWN = 12;

  private final List<PolicyText> configured;
  private final List<PolicyText> simulated;
  private final Map<String, Map<String, String>> parameters;
  private final Reading reading;

  private SimulationRules(
      List<PolicyText> configured,
      List<PolicyText> simulated,
      Map<String, Map<String, String>> parameters,
      Reading reading) {
    this.configured = configured;
    this.simulated = simulated;
    this.parameters = parameters;
    this.reading = reading;
  }

  /**
   * Reads and checks them.
   *
   * @throws PipelineException the faults of all policies, or {@link ErrorCode#PARAMETER_UNKNOWN},
   *     {@link ErrorCode#VARIANT_UNKNOWN}, {@link ErrorCode#ESTIMATOR_UNKNOWN}, {@link
   *     ErrorCode#CERTIFICATE_UNKNOWN}
   */
  static SimulationRules of(Night night, SimulationRequest request) {
    List<PolicyText> configured = DecideJob.policies(night);
    List<PolicyText> simulated =
        replaced(
            configured,
            DecideJob.policies(
                night.configuration().withPolicies(request.policies()), night.asOf()));
    SimulationRules rules =
        new SimulationRules(
            configured,
            simulated,
            parameters(simulated, request),
            new Reading(estimator(request.estimator()), request.gap()));
    rules.requireParameters(request);
    rules.requireCertificates(request.certificates());
    return rules;
  }

  private static Optional<Estimator> estimator(Optional<String> name) {
    if (name.isPresent() && Estimator.named(name.get()).isEmpty()) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.ESTIMATOR_UNKNOWN,
              name.get(),
              String.join(", ", Estimator.presets().stream().map(Estimator::id).toList())));
    }
    return name.flatMap(Estimator::named);
  }

  /** Each stands in for the policy of its id, or for all where none has it. */
  private static List<PolicyText> replaced(List<PolicyText> configured, List<PolicyText> others) {
    Set<String> replaced = ids(others);
    List<PolicyText> result = new ArrayList<>();
    if (ids(configured).containsAll(replaced)) {
      configured.stream()
          .filter(text -> !replaced.contains(text.policy().id()))
          .forEach(result::add);
    }
    result.addAll(others);
    return result;
  }

  private static Set<String> ids(List<PolicyText> texts) {
    Set<String> ids = new TreeSet<>();
    texts.forEach(text -> ids.add(text.policy().id()));
    return ids;
  }

  private static Map<String, Map<String, String>> parameters(
      List<PolicyText> simulated, SimulationRequest request) {
    Map<String, Map<String, String>> parameters = new TreeMap<>();
    for (PolicyText text : simulated) {
      Policy policy = text.policy();
      Map<String, String> values = new TreeMap<>();
      for (String variant : request.variants()) {
        policy.variant(variant).ifPresent(one -> values.putAll(one.changes()));
      }
      values.putAll(request.parameters());
      values.keySet().retainAll(policy.parameters().keySet());
      parameters.put(policy.hash(), values);
    }
    return parameters;
  }

  private void requireParameters(SimulationRequest request) {
    Set<String> names = new TreeSet<>();
    Set<String> variants = new LinkedHashSet<>();
    for (PolicyText text : simulated) {
      names.addAll(text.policy().parameters().keySet());
      text.policy().variants().forEach(variant -> variants.add(variant.id()));
    }
    List<Fault> faults = new ArrayList<>();
    for (String name : request.parameters().keySet()) {
      if (!names.contains(name)) {
        faults.add(Fault.of(ErrorCode.PARAMETER_UNKNOWN, name, String.join(", ", names)));
      }
    }
    for (String variant : request.variants()) {
      if (!variants.contains(variant)) {
        faults.add(Fault.of(ErrorCode.VARIANT_UNKNOWN, variant, String.join(", ", variants)));
      }
    }
    for (PolicyText text : simulated) {
      try {
        text.policy(parameters.get(text.policy().hash()));
      } catch (PipelineException invalid) {
        faults.addAll(invalid.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
  }

  private void requireCertificates(Set<String> asked) {
    Set<String> known = new LinkedHashSet<>();
    configured.forEach(text -> known.addAll(certificates(text)));
    simulated.forEach(text -> known.addAll(certificates(text)));
    List<Fault> faults =
        asked.stream()
            .filter(id -> !known.contains(id))
            .map(id -> Fault.of(ErrorCode.CERTIFICATE_UNKNOWN, id, String.join(", ", known)))
            .toList();
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
  }

  private static List<String> certificates(PolicyText text) {
    return text.policy().certificates().stream().map(Policy.Certificate::id).toList();
  }

  /** The policies as configured. */
  List<PolicyText> configured() {
    return configured;
  }

  /** The policies as simulated. */
  List<PolicyText> simulated() {
    return simulated;
  }

  /** Values that stand in for parameters of the simulated policies, by hash of the policy. */
  Map<String, Map<String, String>> parameters() {
    return parameters;
  }

  /** How traces are read. */
  Reading reading() {
    return reading;
  }

  /** What of the policies and their parameters is otherwise. */
  List<Assumption> assumptions() {
    List<Assumption> assumptions = new ArrayList<>();
    Map<String, String> before = described(configured);
    Map<String, String> after = described(simulated);
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      String was = before.getOrDefault(id, "");
      String is = after.getOrDefault(id, "");
      if (!was.equals(is)) {
        assumptions.add(new Assumption(Assumption.Subject.POLICY, id, was, is));
      }
    }
    for (PolicyText text : simulated) {
      Policy policy = text.policy();
      String of = simulated.size() > 1 ? policy.id() + "/" : "";
      parameters
          .get(policy.hash())
          .forEach(
              (name, value) -> {
                String was = policy.parameters().get(name);
                if (!was.equals(value)) {
                  assumptions.add(
                      new Assumption(Assumption.Subject.PARAMETER, of + name, was, value));
                }
              });
    }
    return assumptions;
  }

  private static Map<String, String> described(List<PolicyText> texts) {
    Map<String, String> described = new TreeMap<>();
    for (PolicyText text : texts) {
      Policy policy = text.policy();
      described.merge(
          policy.id(),
          policy.version() + " (" + policy.hash().substring(0, HASH_SHOWN) + ")",
          (one, other) -> one + ", " + other);
    }
    return described;
  }
}
