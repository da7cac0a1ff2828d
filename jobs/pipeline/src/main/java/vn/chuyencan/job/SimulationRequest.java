package vn.chuyencan.job;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a simulation takes to be otherwise, and of what it tells.
 *
 * @param policies bundled names or absolute paths; each stands in for the configured policy of its
 *     id, or for all where none has it
 * @param variants variants of policies, by id; later ones prevail
 * @param parameters values of parameters of policies, by name; they prevail over variants
 * @param estimator name of a preset; empty: each course run's own
 * @param gap which silence closes a session; empty: the estimator's
 * @param opensOn first day of the one course run; empty: as registered
 * @param closesOn last day of the one course run; empty: as registered
 * @param courses course runs to tell of; empty: all
 * @param certificates certificates to tell of; empty: all
 * @param sensitivity whether other readings are tried too
 */
public record SimulationRequest(
    List<String> policies,
    List<String> variants,
    SortedMap<String, String> parameters,
    Optional<String> estimator,
    Optional<Duration> gap,
    Optional<LocalDate> opensOn,
    Optional<LocalDate> closesOn,
    SortedSet<String> courses,
    SortedSet<String> certificates,
    boolean sensitivity) {

  public SimulationRequest {
    policies = List.copyOf(policies);
    variants = List.copyOf(variants);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(gap, "gap");
    Objects.requireNonNull(opensOn, "opensOn");
    Objects.requireNonNull(closesOn, "closesOn");
    courses = Collections.unmodifiableSortedSet(new TreeSet<>(courses));
    certificates = Collections.unmodifiableSortedSet(new TreeSet<>(certificates));
  }

  /** Nothing is otherwise. */
  public static SimulationRequest nothing() {
    return new SimulationRequest(
        List.of(),
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeSet<>(),
        false);
  }

  /** The same with policies. */
  public SimulationRequest withPolicies(List<String> others) {
    return new SimulationRequest(
        others,
        variants,
        parameters,
        estimator,
        gap,
        opensOn,
        closesOn,
        courses,
        certificates,
        sensitivity);
  }

  /** The same under variants of policies. */
  public SimulationRequest withVariants(List<String> some) {
    return new SimulationRequest(
        policies,
        some,
        parameters,
        estimator,
        gap,
        opensOn,
        closesOn,
        courses,
        certificates,
        sensitivity);
  }

  /** The same with values of parameters. */
  public SimulationRequest withParameters(SortedMap<String, String> values) {
    return new SimulationRequest(
        policies,
        variants,
        values,
        estimator,
        gap,
        opensOn,
        closesOn,
        courses,
        certificates,
        sensitivity);
  }

  /** The same with traces read in another way. */
  public SimulationRequest withReading(Optional<String> preset, Optional<Duration> silence) {
    return new SimulationRequest(
        policies,
        variants,
        parameters,
        preset,
        silence,
        opensOn,
        closesOn,
        courses,
        certificates,
        sensitivity);
  }

  /** The same with other days of the one course run. */
  public SimulationRequest withDays(Optional<LocalDate> opening, Optional<LocalDate> closing) {
    return new SimulationRequest(
        policies,
        variants,
        parameters,
        estimator,
        gap,
        opening,
        closing,
        courses,
        certificates,
        sensitivity);
  }

  /** The same told of some course runs and certificates only. */
  public SimulationRequest about(Set<String> someCourses, Set<String> someCertificates) {
    return new SimulationRequest(
        policies,
        variants,
        parameters,
        estimator,
        gap,
        opensOn,
        closesOn,
        new TreeSet<>(someCourses),
        new TreeSet<>(someCertificates),
        sensitivity);
  }

  /** The same with other readings tried too. */
  public SimulationRequest withSensitivity() {
    return new SimulationRequest(
        policies,
        variants,
        parameters,
        estimator,
        gap,
        opensOn,
        closesOn,
        courses,
        certificates,
        true);
  }
}
