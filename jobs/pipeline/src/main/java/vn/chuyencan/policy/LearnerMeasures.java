package vn.chuyencan.policy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.model.Fraction;

/**
 * Everything a policy may ask about one learner in one course run: a row of {@code
 * learner_course_measure}. A measure that is absent is a missing input, never zero (M1). Immutable.
 */
public final class LearnerMeasures {

  /** Whether the course run can still change what was measured. */
  public enum Phase {
    /** The course run goes on: what is not yet met may still be. */
    ONGOING,
    /** The closing day has passed: what is not met stays so. */
    CLOSED
  }

  private final String courseId;
  private final String learnerId;
  private final Phase phase;
  private final Map<String, Fraction> numbers;
  private final Map<String, SortedMap<String, Fraction>> maps;
  private final Map<String, List<String>> lists;
  private final Set<String> missingInputs;

  private LearnerMeasures(Builder builder) {
    this.courseId = builder.courseId;
    this.learnerId = builder.learnerId;
    this.phase = builder.phase;
    this.numbers = Map.copyOf(builder.numbers);
    this.maps = Map.copyOf(builder.maps);
    this.lists = Map.copyOf(builder.lists);
    this.missingInputs = Set.copyOf(builder.missingInputs);
  }

  /** Measures of a learner in a closed course run, none of them known yet. */
  public static Builder builder(String courseId, String learnerId) {
    return new Builder(courseId, learnerId);
  }

  /** A builder that starts from these measures. */
  public Builder toBuilder() {
    Builder builder = new Builder(courseId, learnerId).phase(phase).missingInputs(missingInputs);
    builder.numbers.putAll(numbers);
    builder.maps.putAll(maps);
    builder.lists.putAll(lists);
    return builder;
  }

  public String courseId() {
    return courseId;
  }

  public String learnerId() {
    return learnerId;
  }

  public Phase phase() {
    return phase;
  }

  /** Registers that are absent. */
  public Set<String> missingInputs() {
    return missingInputs;
  }

  /** A number; empty when its input is missing. */
  public Optional<Fraction> number(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** Numbers by course week or by item, in order of their keys; empty when the input is missing. */
  public Optional<SortedMap<String, Fraction>> byKey(String name) {
    return Optional.ofNullable(maps.get(name));
  }

  /** Weeks or ids; empty when there are none or when nothing is known of them. */
  public List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  /** Collects the measures of one learner; a null value leaves the measure missing. */
  public static final class Builder {
    private final String courseId;
    private final String learnerId;
    private Phase phase = Phase.CLOSED;
    private final Map<String, Fraction> numbers = new HashMap<>();
    private final Map<String, SortedMap<String, Fraction>> maps = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private Set<String> missingInputs = Set.of();

    private Builder(String courseId, String learnerId) {
      this.courseId = Objects.requireNonNull(courseId, "courseId");
      this.learnerId = Objects.requireNonNull(learnerId, "learnerId");
    }

    public Builder phase(Phase value) {
      this.phase = Objects.requireNonNull(value, "phase");
      return this;
    }

    /** Names of the registers that are absent. */
    public Builder missingInputs(Set<String> registers) {
      this.missingInputs = Set.copyOf(registers);
      return this;
    }

    /** A whole number. */
    public Builder number(String name, long value) {
      return number(name, Fraction.of(value));
    }

    /** An exact decimal; null leaves the measure missing. */
    public Builder number(String name, BigDecimal value) {
      return number(name, value == null ? null : Fraction.of(value));
    }

    /** An exact number; null leaves the measure missing. */
    public Builder number(String name, Fraction value) {
      check(name, MeasureType.NUMBER);
      numbers.compute(name, (key, old) -> value);
      return this;
    }

    /** Numbers by week number or item id; null leaves the measure missing. */
    public Builder byKey(String name, Map<String, Fraction> values) {
      check(
          name,
          MeasureType.NUMBER_BY_WEEK,
          MeasureType.NUMBER_BY_ISO_WEEK,
          MeasureType.NUMBER_BY_ITEM);
      maps.compute(name, (key, old) -> values == null ? null : new TreeMap<>(values));
      return this;
    }

    /** Weeks or ids; null means that nothing is known of them. */
    public Builder list(String name, List<String> values) {
      check(name, MeasureType.WEEKS, MeasureType.IDS);
      lists.compute(name, (key, old) -> values == null ? null : List.copyOf(values));
      return this;
    }

    public LearnerMeasures build() {
      return new LearnerMeasures(this);
    }

    private static void check(String name, MeasureType... allowed) {
      MeasureType type = MeasureCatalog.require(name).type();
      if (!List.of(allowed).contains(type)) {
        throw new IllegalArgumentException("the measure " + name + " is a " + type);
      }
    }
  }
}
