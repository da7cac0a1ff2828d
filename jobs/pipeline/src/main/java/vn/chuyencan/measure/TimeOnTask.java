package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/**
 * Time on the system, estimated from bursts and declared intervals (FC-X.2, FC-X.3).
 *
 * <p>A session runs from its first to its last event, plus the estimator's tail. Intervals that the
 * source itself declares (an xAPI duration), and stays in live rooms, are united with the sessions,
 * so that the same minute is never counted twice; a declared interval longer than {@link
 * #DECLARED_CAP_MICROS} counts its last part only, because real systems send a day for an activity
 * of ten minutes (PITFALLS 11).
 */
public final class TimeOnTask {
  /** The longest part of one declared interval that counts: four hours, in microseconds. */
  public static final long DECLARED_CAP_MICROS = 4L * 60 * 60 * 1_000_000;

  private TimeOnTask() {}

  /**
   * The accesses of a learner in a course (FC-X.1).
   *
   * @param bursts the learner's bursts, in any order
   * @return in order of time
   */
  public static List<Burst> accesses(Collection<Burst> bursts, Estimator estimator) {
    return Bursts.join(bursts, estimator.accessGapMicros());
  }

  /**
   * The sessions of which time is made (FC-X.2): the accesses, unless the estimator takes a longer
   * silence for time.
   *
   * @param bursts the learner's bursts, or the accesses, in any order
   * @return in order of time
   */
  public static List<Burst> sessions(Collection<Burst> bursts, Estimator estimator) {
    return Bursts.join(bursts, estimator.gapMicros());
  }

  /**
   * The disjoint stretches of time that count, each of which belongs to the day and the week in
   * which it starts.
   *
   * @param sessions as {@link #sessions} gives them
   * @param declared intervals that the source declared, uncapped, in any order
   */
  public static List<Interval> counted(
      Collection<Burst> sessions, Collection<Interval> declared, Estimator estimator) {
    List<Interval> all = new ArrayList<>(sessions.size() + declared.size());
    long shortest = estimator.shortest().toNanos() / 1000;
    for (Burst session : sessions) {
      boolean dropped = shortest > 0 && session.end() - session.start() <= shortest;
      if (!dropped) {
        all.add(new Interval(session.start(), session.end() + estimator.tailMicros()));
      }
    }
    for (Interval interval : declared) {
      all.add(
          new Interval(
              Math.max(interval.start(), interval.end() - DECLARED_CAP_MICROS), interval.end()));
    }
    return Bursts.union(all);
  }

  /** A stretch that is known, in parts none of which is longer than what is declared may be. */
  static List<Interval> pieces(Interval known) {
    List<Interval> pieces = new ArrayList<>();
    for (long start = known.start(); start < known.end(); start += DECLARED_CAP_MICROS) {
      pieces.add(new Interval(start, Math.min(start + DECLARED_CAP_MICROS, known.end())));
    }
    return pieces;
  }

  /** The sum of their lengths in microseconds. */
  public static long micros(Collection<Interval> intervals) {
    long sum = 0;
    for (Interval interval : intervals) {
      sum += interval.length();
    }
    return sum;
  }
}
