package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.Assumption;

/** The policies, parameters and reading of a simulation beside those that are configured. */
final class SimulationRules {
  private static final int HASH_SHOWN = 12;

  private final List<PolicyText> configured;
  private final List<PolicyText> simulated;
  private final SortedMap<String, String> parameters;
  private final Reading reading;

  private SimulationRules(
      List<PolicyText> configured,
      List<PolicyText> simulated,
      SortedMap<String, String> parameters,
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
   *     {@link ErrorCode#ESTIMATOR_UNKNOWN}, {@link ErrorCode#CERTIFICATE_UNKNOWN}
   */
  static SimulationRules of(Night night, SimulationRequest request) {
    List<PolicyText> configured = DecideJob.policies(night);
    SimulationRules rules =
        new SimulationRules(
            configured,
            replaced(
                configured,
                DecideJob.policies(
                    night.configuration().withPolicies(request.policies()), night.asOf())),
            request.parameters(),
            new Reading(estimator(request.estimator()), request.gap(), request.weeks()));
    rules.requireParameters();
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
    List<PolicyText> result = new ArrayList<>(configured);
    Set<String> known = new TreeSet<>();
    configured.forEach(text -> known.add(text.policy().id()));
    boolean strangers = others.stream().anyMatch(text -> !known.contains(text.policy().id()));
    if (strangers) {
      result.clear();
    }
    for (PolicyText other : others) {
      result.removeIf(text -> text.policy().id().equals(other.policy().id()));
      result.add(other);
    }
    return result;
  }

  private void requireParameters() {
    Set<String> known = new TreeSet<>();
    simulated.forEach(text -> known.addAll(text.policy().parameters().keySet()));
    List<Fault> faults = new ArrayList<>();
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        faults.add(Fault.of(ErrorCode.PARAMETER_UNKNOWN, name, String.join(", ", known)));
      }
    }
    for (PolicyText text : simulated) {
      try {
        text.policy(own(text));
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

  private Map<String, String> own(PolicyText text) {
    Map<String, String> own = new TreeMap<>(parameters);
    own.keySet().retainAll(text.policy().parameters().keySet());
    return own;
  }

  /** The policies as configured. */
  List<PolicyText> configured() {
    return configured;
  }

  /** The policies as simulated. */
  List<PolicyText> simulated() {
    return simulated;
  }

  /** Values that stand in for parameters of the simulated policies. */
  SortedMap<String, String> parameters() {
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
    parameters.forEach(
        (name, value) -> {
          String was = written(name);
          if (!was.equals(value)) {
            assumptions.add(new Assumption(Assumption.Subject.PARAMETER, name, was, value));
          }
        });
    return assumptions;
  }

  private String written(String parameter) {
    return String.join(
        ", ",
        simulated.stream()
            .map(text -> text.policy().parameters().get(parameter))
            .filter(value -> value != null)
            .distinct()
            .toList());
  }

  private static Map<String, String> described(List<PolicyText> texts) {
    Map<String, String> described = new TreeMap<>();
    for (PolicyText text : texts) {
      Policy policy = text.policy();
      described.put(
          policy.id(), policy.version() + " (" + policy.hash().substring(0, HASH_SHOWN) + ")");
    }
    return described;
  }
}
