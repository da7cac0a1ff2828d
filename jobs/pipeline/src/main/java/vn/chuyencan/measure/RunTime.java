package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.WeekCalendar;

/**
 * From when until when a course run is: its days from 00:00 to 24:00 in its own zone. Rows of the
 * lake carry a day of the institution's zone ({@code event_date}); where the zones differ, a run
 * begins and ends within such days, and instants decide (X-TIME-2).
 */
public final class RunTime implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private final long from;
  private final long until;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final boolean wholeDays;
  private final ZoneId zone;
  private final ZoneId institutionZone;

  private RunTime(CourseRun run, ZoneId zone, ZoneId institutionZone) {
    this.zone = zone;
    this.institutionZone = institutionZone;
    Instant first = run.opensOn().atStartOfDay(zone).toInstant();
    Instant end = run.closesOn().plusDays(1).atStartOfDay(zone).toInstant();
    this.from = Instants.micros(first);
    this.until = Instants.micros(end);
    this.firstDay = first.atZone(institutionZone).toLocalDate();
    this.lastDay = end.minusNanos(1).atZone(institutionZone).toLocalDate();
    this.wholeDays =
        first.equals(firstDay.atStartOfDay(institutionZone).toInstant())
            && end.equals(lastDay.plusDays(1).atStartOfDay(institutionZone).toInstant());
  }

  /**
   * The time of a run.
   *
   * @param zone the zone of the run's days
   * @param institutionZone the zone of the lake's days
   */
  static RunTime of(CourseRun run, ZoneId zone, ZoneId institutionZone) {
    return new RunTime(run, zone, institutionZone);
  }

  /** The first day, in the institution's zone, on which something may be of the run. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** The last such day. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** The last day of the run's zone that is over when a day of the institution's is. */
  LocalDate lastOver(LocalDate institutionDay) {
    return institutionDay
        .plusDays(1)
        .atStartOfDay(institutionZone)
        .withZoneSameInstant(zone)
        .toLocalDate()
        .minusDays(1);
  }

  /**
   * By how many days the clocks of a zone are ahead when a day of the institution's ends, as in
   * Tokyo where it is the next day by then; behind is negative.
   */
  public static int daysAhead(LocalDate institutionDay, ZoneId institutionZone, ZoneId zone) {
    Instant end = institutionDay.plusDays(1).atStartOfDay(institutionZone).toInstant();
    LocalDate there = LocalDate.ofInstant(end.minusNanos(1), zone);
    return (int) ChronoUnit.DAYS.between(institutionDay, there);
  }

  /**
   * The days of the institution's zone on which something of a week of the run lies; where the run
   * begins and ends, without a day that has less than half of the run's day in it.
   */
  Stream<LocalDate> institutionDays(WeekCalendar.Week week) {
    Instant first = week.firstDay().atStartOfDay(zone).toInstant();
    Instant end = week.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    if (Instants.micros(first) <= from) {
      first = first.plus(HALF_A_DAY);
    }
    if (Instants.micros(end) >= until) {
      end = end.minus(HALF_A_DAY);
    }
    return LocalDate.ofInstant(first, institutionZone)
        .datesUntil(LocalDate.ofInstant(end.minusNanos(1), institutionZone).plusDays(1));
  }

  /**
   * Whether an instant is in the run.
   *
   * @param micros microseconds since 1970-01-01T00:00:00Z
   */
  boolean holds(long micros) {
    return from <= micros && micros < until;
  }

  /**
   * What of days of the lake is in the run: of bursts what lies in it, and of declared stretches
   * that end in it, for such an act is told at its end, what follows the opening (FC-X.2).
   *
   * <p>Where a burst goes on over the opening or the closing of a run in another zone than the
   * institution's, nobody here knows when between its events were: the part in the run is then
   * taken to begin or end with the run, which is right to {@link
   * vn.chuyencan.model.Estimator#BASE_GAP}, and to have its share of the events.
   */
  List<BurstReading.Day> of(List<BurstReading.Day> days) {
    if (wholeDays && days.stream().allMatch(this::isAfterOpening)) {
      return days;
    }
    List<BurstReading.Day> held = new ArrayList<>(days.size());
    for (BurstReading.Day day : days) {
      List<Burst> bursts = day.bursts().stream().map(this::held).flatMap(Optional::stream).toList();
      List<Interval> declared =
          day.declared().stream()
              .filter(stretch -> holds(stretch.end()))
              .map(stretch -> new Interval(Math.max(stretch.start(), from), stretch.end()))
              .distinct()
              .toList();
      if (!bursts.isEmpty() || !declared.isEmpty()) {
        held.add(new BurstReading.Day(day.day(), bursts, declared));
      }
    }
    return held;
  }

  /** What of a stretch, told by its begin and its end, is in the run. */
  Optional<Interval> held(Interval stretch) {
    long start = Math.max(stretch.start(), from);
    long end = Math.min(stretch.end(), until);
    return start < end ? Optional.of(new Interval(start, end)) : Optional.empty();
  }

  private boolean isAfterOpening(BurstReading.Day day) {
    return day.declared().isEmpty() || day.declared().get(0).start() >= from;
  }

  private Optional<Burst> held(Burst burst) {
    if (burst.end() < from || burst.start() >= until) {
      return Optional.empty();
    }
    long start = Math.max(burst.start(), from);
    long end = Math.min(burst.end(), until - 1);
    long whole = burst.end() - burst.start();
    if (end - start == whole) {
      return Optional.of(burst);
    }
    long share = Math.round((double) burst.events() * (end - start) / whole);
    return Optional.of(new Burst(start, end, Math.max(1, Math.min(share, burst.events() - 1))));
  }
}
