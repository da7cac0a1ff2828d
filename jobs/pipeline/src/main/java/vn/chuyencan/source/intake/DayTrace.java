package vn.chuyencan.source.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/**
 * What one identifier did in one course on one local day: its bursts, kept joined at the base gap
 * while events come, and the intervals that the source declares. Gives what {@link Bursts#join}
 * gives of all the events, in whatever order they come; those that go on where the last burst ends
 * cost a comparison.
 */
final class DayTrace implements Comparable<DayTrace> {
  private static final long BASE_GAP = Estimator.BASE_GAP.toNanos() / 1000;

  /** A burst: its start, end and number of events. */
  private static final int LONGS = 3;

  private static final long[] NONE = {};

  private final long actor;
  private final long course;
  private final int day;
  private long[] bursts = new long[LONGS];
  private int count;
  private long[] declared = NONE;
  private int declaredCount;

  /**
   * @param course 0 for none
   * @param day days since 1970-01-01 in the institution's zone
   */
  DayTrace(long actor, long course, int day) {
    this.actor = actor;
    this.course = course;
    this.day = day;
  }

  /** By day, course and actor; traces of one task have no two alike. */
  @Override
  public int compareTo(DayTrace other) {
    int order = Integer.compare(day, other.day);
    if (order == 0) {
      order = Long.compare(course, other.course);
    }
    return order == 0 ? Long.compare(actor, other.actor) : order;
  }

  long actor() {
    return actor;
  }

  long course() {
    return course;
  }

  int day() {
    return day;
  }

  boolean is(long otherActor, long otherCourse, int otherDay) {
    return actor == otherActor && course == otherCourse && day == otherDay;
  }

  /**
   * Adds an event.
   *
   * @param micros when it happened, microseconds since the epoch, UTC
   * @param length how long it took before, microseconds; 0 when the source does not say
   */
  void add(long micros, long length) {
    add(micros);
    if (length > 0) {
      if (2 * declaredCount == declared.length) {
        declared = Arrays.copyOf(declared, Math.max(4, 2 * declared.length));
      }
      declared[2 * declaredCount] = micros - length;
      declared[2 * declaredCount + 1] = micros;
      declaredCount++;
    }
  }

  private void add(long micros) {
    int at = count - 1;
    while (at >= 0 && micros < start(at)) {
      at--;
    }
    // Burst "at" is the last that begins at or before the event; -1: all begin after it.
    boolean joinsBefore = at >= 0 && micros - end(at) <= BASE_GAP;
    boolean joinsAfter = at + 1 < count && start(at + 1) - micros <= BASE_GAP;
    if (joinsBefore && joinsAfter) {
      set(at, start(at), end(at + 1), events(at) + 1 + events(at + 1));
      move(at + 2, at + 1);
    } else if (joinsBefore) {
      set(at, start(at), Math.max(end(at), micros), events(at) + 1);
    } else if (joinsAfter) {
      set(at + 1, micros, end(at + 1), events(at + 1) + 1);
    } else {
      move(at + 1, at + 2);
      set(at + 1, micros, micros, 1);
    }
  }

  private void set(int at, long start, long end, long events) {
    bursts[LONGS * at] = start;
    bursts[LONGS * at + 1] = end;
    bursts[LONGS * at + 2] = events;
  }

  /** Moves the bursts from one place on to another, and all that follow with them. */
  private void move(int from, int to) {
    int moved = count + to - from;
    if (LONGS * moved > bursts.length) {
      bursts = Arrays.copyOf(bursts, Math.max(LONGS * moved, 2 * bursts.length));
    }
    System.arraycopy(bursts, LONGS * from, bursts, LONGS * to, LONGS * (count - from));
    count = moved;
  }

  /** Takes repeats out of the burst in which they lie: a burst of less than no events. */
  void takeOut(long micros, long events) {
    move(count, count + 1);
    set(count - 1, micros, micros, -events);
  }

  int bursts() {
    return count;
  }

  long start(int burst) {
    return bursts[LONGS * burst];
  }

  long end(int burst) {
    return bursts[LONGS * burst + 1];
  }

  long events(int burst) {
    return bursts[LONGS * burst + 2];
  }

  /** The bursts as objects, in order of time. */
  List<Burst> burstList() {
    return IntStream.range(0, count)
        .mapToObj(at -> new Burst(start(at), end(at), events(at)))
        .toList();
  }

  /** The distinct intervals, sorted. */
  Set<Interval> declared() {
    Set<Interval> intervals = new TreeSet<>();
    for (int at = 0; at < declaredCount; at++) {
      intervals.add(new Interval(declared[2 * at], declared[2 * at + 1]));
    }
    return intervals;
  }
}
