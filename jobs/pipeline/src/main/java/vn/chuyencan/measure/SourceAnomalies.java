package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.model.AnomalyKind;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.GateLimits;

/**
 * What is so unusual about a source that nothing may be published before a person has looked: pure,
 * from its days as {@code source_day} tells them.
 */
public final class SourceAnomalies {
  /** Days up to the last that counts on which a drop is looked for. */
  static final int DAYS_LOOKED_AT = 7;

  /** Weeks with whose same weekday a day is compared, and how many of them must tell something. */
  static final int WEEKS_BEFORE = 4;

  static final int FEWEST_WEEKS = 2;

  /** Fewer events than this on the days before say nothing about a drop. */
  static final int FEWEST_EVENTS = 20;

  private static final int SHARE_SCALE = 6;

  private final String source;
  private final LocalDate asOf;
  private final NavigableMap<LocalDate, Integer> courseRuns;
  private final NavigableMap<LocalDate, Long> events;
  private final GateLimits limits;

  /**
   * @param source the source's id
   * @param asOf the last day that counts
   * @param courseRuns course runs that are open, by day; days without one may be left out
   * @param events the source's events by day; days without one may be left out
   * @param limits what is allowed
   */
  public SourceAnomalies(
      String source,
      LocalDate asOf,
      NavigableMap<LocalDate, Integer> courseRuns,
      NavigableMap<LocalDate, Long> events,
      GateLimits limits) {
    this.source = source;
    this.asOf = asOf;
    this.limits = limits;
    this.courseRuns = new TreeMap<>(courseRuns.headMap(asOf, true));
    this.courseRuns.values().removeIf(open -> open <= 0);
    this.events = new TreeMap<>(events.headMap(asOf, true));
    this.events.values().removeIf(some -> some <= 0);
  }

  /** A stretch of days on which something was expected and nothing came. */
  private record Silence(LocalDate first, LocalDate last, int days) {}

  /** All that is found, in the order of kinds and days. */
  public List<Anomaly> all(long unresolvedEvents) {
    List<Anomaly> all = new ArrayList<>();
    if (limits.silentDays() != null) {
      for (Silence silence : silences()) {
        if (silence.days() > limits.silentDays()) {
          all.add(
              new Anomaly(
                  AnomalyKind.SILENT_DAYS,
                  source,
                  silence.last().toString(),
                  BigDecimal.valueOf(silence.days()),
                  BigDecimal.valueOf(limits.silentDays()),
                  List.of(silence.first().toString(), silence.last().toString())));
        }
      }
    }
    if (limits.unresolvedShare() != null) {
      unresolved(unresolvedEvents, all);
    }
    if (limits.volumeDrop() != null) {
      drops(all);
    }
    return all;
  }

  /**
   * Days in a row up to the last that counts on which a course run was open and the source said
   * nothing.
   */
  public int silentDaysNow() {
    LocalDate last = events.isEmpty() ? LocalDate.MIN : events.lastKey();
    return courseRuns.tailMap(last, false).size();
  }

  private List<Silence> silences() {
    List<Silence> silences = new ArrayList<>();
    LocalDate first = null;
    LocalDate last = null;
    int days = 0;
    for (LocalDate day : courseRuns.keySet()) {
      boolean spokeBetween = first != null && !events.subMap(last, true, day, true).isEmpty();
      if (spokeBetween) {
        silences.add(new Silence(first, last, days));
        first = null;
        days = 0;
      }
      if (!events.containsKey(day)) {
        first = first == null ? day : first;
        last = day;
        days++;
      }
    }
    if (first != null) {
      silences.add(new Silence(first, last, days));
    }
    return silences;
  }

  private void unresolved(long unresolvedEvents, List<Anomaly> all) {
    long told = events.values().stream().mapToLong(Long::longValue).sum();
    if (told == 0) {
      return;
    }
    BigDecimal share = Fraction.of(unresolvedEvents, told).floor(SHARE_SCALE);
    BigDecimal allowed = limits.unresolvedShare();
    if (BigDecimal.valueOf(unresolvedEvents).compareTo(allowed.multiply(BigDecimal.valueOf(told)))
        > 0) {
      // Accepted is "up to so many percent", so that an event more is nothing new.
      int percent = share.movePointRight(2).setScale(0, RoundingMode.CEILING).intValueExact();
      all.add(
          new Anomaly(
              AnomalyKind.UNRESOLVED_SHARE,
              source,
              Integer.toString(percent),
              share,
              allowed,
              List.of(Long.toString(unresolvedEvents), Long.toString(told))));
    }
  }

  private void drops(List<Anomaly> all) {
    for (LocalDate day = asOf.minusDays(DAYS_LOOKED_AT - 1L);
        !day.isAfter(asOf);
        day = day.plusDays(1)) {
      boolean silent = !events.containsKey(day);
      // A silent day is the business of silent days where these are limited.
      if (courseRuns.containsKey(day) && !(silent && limits.silentDays() != null)) {
        drop(day, all);
      }
    }
  }

  private void drop(LocalDate day, List<Anomaly> all) {
    List<Fraction> before = new ArrayList<>();
    List<Fraction> beforeByRun = new ArrayList<>();
    for (int weeks = 1; weeks <= WEEKS_BEFORE; weeks++) {
      LocalDate earlier = day.minusWeeks(weeks);
      if (courseRuns.containsKey(earlier)) {
        long some = events.getOrDefault(earlier, 0L);
        before.add(Fraction.of(some, 1));
        beforeByRun.add(Fraction.of(some, courseRuns.get(earlier)));
      }
    }
    if (before.size() < FEWEST_WEEKS) {
      return;
    }
    Fraction usual = median(before);
    if (usual.compareTo(Fraction.of(FEWEST_EVENTS, 1)) < 0) {
      return;
    }
    long some = events.getOrDefault(day, 0L);
    // Course runs that have ended tell nothing, new ones little: neither alone is a drop.
    Fraction left = Fraction.of(some, 1).dividedBy(usual);
    Fraction leftByRun = Fraction.of(some, courseRuns.get(day)).dividedBy(median(beforeByRun));
    Fraction most = left.compareTo(leftByRun) > 0 ? left : leftByRun;
    Fraction drop = Fraction.of(1, 1).minus(most);
    if (drop.compareTo(Fraction.of(limits.volumeDrop())) > 0) {
      all.add(
          new Anomaly(
              AnomalyKind.VOLUME_DROP,
              source,
              day.toString(),
              drop.floor(SHARE_SCALE),
              limits.volumeDrop(),
              List.of(
                  day.toString(),
                  Long.toString(some),
                  usual.floor(1).stripTrailingZeros().toPlainString())));
    }
  }

  private static Fraction median(List<Fraction> values) {
    List<Fraction> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(Fraction.of(2, 1));
  }
}
