package vn.chuyencan.model;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How time on the system is estimated from a log (FC-X.2). Data, not code: a decision carries the
 * estimator's id and parameters.
 *
 * @param id name of the preset, such as {@code standard}
 * @param gap a longer silence is no time; at least the base gap of the stored bursts
 * @param accessGap a longer silence ends an access (FC-X.1), however time is estimated; at least
 *     the base gap
 * @param tail credit given after the last event of a session
 * @param shortest sessions not longer than this are dropped from the time (not from the accesses);
 *     zero drops none
 */
public record Estimator(String id, Duration gap, Duration accessGap, Tail tail, Duration shortest)
    implements Serializable {

  /** Events nearer than this to each other always belong to one burst. */
  public static final Duration BASE_GAP = Duration.ofMinutes(5);

  /** A longer silence ends an access, by whichever preset time is estimated (FC-X.1). */
  public static final Duration ACCESS_GAP = Duration.ofMinutes(30);

  /** Sessions end after 30 minutes of silence and at their last event: the definition of FC-X.2. */
  public static final Estimator STANDARD =
      new Estimator("standard", Duration.ofMinutes(30), Tail.NONE, Duration.ZERO);

  /** The 15, 30 and 60 minute gaps whose results are always published side by side. */
  public static final List<Duration> BAND =
      List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

  /** What is added after the last event of a session. */
  public enum Tail {
    /** Nothing. */
    NONE,
    /** Half the gap. */
    HALF_GAP,
    /** A quarter of the gap. */
    QUARTER_GAP
  }

  public Estimator {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tail, "tail");
    requireAboveBase(gap);
    requireAboveBase(accessGap);
    if (shortest.isNegative()) {
      throw new IllegalArgumentException("the shortest session cannot be negative: " + shortest);
    }
  }

  /** Accesses end after {@link #ACCESS_GAP}. */
  public Estimator(String id, Duration gap, Tail tail, Duration shortest) {
    this(id, gap, ACCESS_GAP, tail, shortest);
  }

  private static void requireAboveBase(Duration gap) {
    if (gap.compareTo(BASE_GAP) < 0) {
      throw new IllegalArgumentException(
          "a session gap of " + gap + " is below the base gap " + BASE_GAP);
    }
  }

  /** The presets that the field uses, by name. */
  public static List<Estimator> presets() {
    return List.of(
        STANDARD,
        new Estimator("dedication", Duration.ofMinutes(60), Tail.NONE, Duration.ofMinutes(2)),
        new Estimator("use_stats", Duration.ofMinutes(60), Tail.QUARTER_GAP, Duration.ZERO),
        new Estimator("attendance_register", Duration.ofMinutes(30), Tail.HALF_GAP, Duration.ZERO));
  }

  /** The preset of that name; none for null. */
  public static Optional<Estimator> named(String id) {
    return presets().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /**
   * The same with another gap, for time and for accesses, and the gap in its name: {@code
   * standard/15} after minutes. With the gap of its preset it is the preset.
   *
   * @throws IllegalArgumentException if it is below {@link #BASE_GAP}
   */
  public Estimator withGap(Duration other) {
    String preset = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
    return named(preset)
        .filter(known -> known.gap().equals(other))
        .orElseGet(
            () -> new Estimator(preset + "/" + other.toMinutes(), other, other, tail, shortest));
  }

  /** The credit after the last event, in microseconds. */
  public long tailMicros() {
    return switch (tail) {
      case NONE -> 0;
      case HALF_GAP -> gapMicros() / 2;
      case QUARTER_GAP -> gapMicros() / 4;
    };
  }

  /** The gap of time in microseconds. */
  public long gapMicros() {
    return gap.toNanos() / 1000;
  }

  /** The gap of accesses in microseconds. */
  public long accessGapMicros() {
    return accessGap.toNanos() / 1000;
  }
}
