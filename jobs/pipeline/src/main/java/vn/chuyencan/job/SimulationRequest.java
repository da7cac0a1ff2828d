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
import java.util.function.Consumer;

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
    return new Parts().request();
  }

  /** The same with policies. */
  public SimulationRequest withPolicies(List<String> others) {
    return with(parts -> parts.policies = others);
  }

  /** The same under variants of policies. */
  public SimulationRequest withVariants(List<String> some) {
    return with(parts -> parts.variants = some);
  }

  /** The same with values of parameters. */
  public SimulationRequest withParameters(SortedMap<String, String> values) {
    return with(parts -> parts.parameters = values);
  }

  /** The same with traces read in another way. */
  public SimulationRequest withReading(Optional<String> preset, Optional<Duration> silence) {
    return with(
        parts -> {
          parts.estimator = preset;
          parts.gap = silence;
        });
  }

  /** The same with other days of the one course run. */
  public SimulationRequest withDays(Optional<LocalDate> opening, Optional<LocalDate> closing) {
    return with(
        parts -> {
          parts.opensOn = opening;
          parts.closesOn = closing;
        });
  }

  /** The same told of some course runs and certificates only. */
  public SimulationRequest about(Set<String> someCourses, Set<String> someCertificates) {
    return with(
        parts -> {
          parts.courses = new TreeSet<>(someCourses);
          parts.certificates = new TreeSet<>(someCertificates);
        });
  }

  /** The same with other readings tried too. */
  public SimulationRequest withSensitivity() {
    return with(parts -> parts.sensitivity = true);
  }

  private SimulationRequest with(Consumer<Parts> change) {
    Parts parts = new Parts();
    parts.policies = policies;
    parts.variants = variants;
    parts.parameters = parameters;
    parts.estimator = estimator;
    parts.gap = gap;
    parts.opensOn = opensOn;
    parts.closesOn = closesOn;
    parts.courses = courses;
    parts.certificates = certificates;
    parts.sensitivity = sensitivity;
    change.accept(parts);
    return parts.request();
  }

  /** The parts of a request while it is made. */
  private static final class Parts {
    private List<String> policies = List.of();
    private List<String> variants = List.of();
    private SortedMap<String, String> parameters = new TreeMap<>();
    private Optional<String> estimator = Optional.empty();
    private Optional<Duration> gap = Optional.empty();
    private Optional<LocalDate> opensOn = Optional.empty();
    private Optional<LocalDate> closesOn = Optional.empty();
    private SortedSet<String> courses = new TreeSet<>();
    private SortedSet<String> certificates = new TreeSet<>();
    private boolean sensitivity;

    private SimulationRequest request() {
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
          sensitivity);
    }
  }
}
