package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/**
 * How rows of {@code activity_burst} are read (FC-X.1). Of one key – source, identifier, course and
 * day – the row rebuilt last stands for all rows of its batch and earlier ones; what is left is
 * united, and a burst of which repeats took every event is none. Then the keys of one learner's day
 * are united likewise. By the law of bursts ({@link Bursts}) neither the order of the rows nor the
 * way in which tasks and nights divided the events changes the result.
 */
final class BurstReading {
  private static final long BASE_GAP = Estimator.BASE_GAP.toNanos() / 1000;

  private static final Comparator<BurstRow> BY_KEY =
      Comparator.comparingInt(BurstRow::day)
          .thenComparingLong(BurstRow::actorKey)
          .thenComparingLong(BurstRow::courseKey)
          .thenComparingInt(BurstRow::source);

  private BurstReading() {}

  /**
   * One day of a learner in a course run.
   *
   * @param day day since 1970-01-01
   * @param bursts disjoint, in order of time; a day without any is not active
   * @param declared distinct, in order
   */
  record Day(int day, List<Burst> bursts, List<Interval> declared) {}

  /**
   * The days of rows of one learner.
   *
   * @param rows in any order; they stay as they are
   * @return in order of time
   */
  static List<Day> days(List<BurstRow> rows) {
    List<BurstRow> sorted = new ArrayList<>(rows);
    sorted.sort(BY_KEY);
    List<Day> days = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to).day() == sorted.get(from).day()) {
        to++;
      }
      days.add(day(sorted.subList(from, to)));
      from = to;
    }
    return days;
  }

  private static Day day(List<BurstRow> rows) {
    List<Burst> bursts = new ArrayList<>();
    List<Interval> declared = new ArrayList<>();
    int keys = 0;
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size() && rows.get(to).sameKey(rows.get(from))) {
        to++;
      }
      addKey(rows.subList(from, to), bursts, declared);
      keys++;
      from = to;
    }
    return new Day(
        rows.get(0).day(), keys == 1 ? bursts : Bursts.join(bursts, BASE_GAP), distinct(declared));
  }

  private static void addKey(List<BurstRow> rows, List<Burst> bursts, List<Interval> declared) {
    long rebuiltBy = Long.MIN_VALUE;
    for (BurstRow row : rows) {
      rebuiltBy = row.rebuilt() ? Math.max(rebuiltBy, row.batchId()) : rebuiltBy;
    }
    List<Burst> all = new ArrayList<>();
    for (BurstRow row : rows) {
      if (row.batchId() > rebuiltBy || (row.rebuilt() && row.batchId() == rebuiltBy)) {
        all.addAll(row.bursts());
        declared.addAll(row.declared());
      }
    }
    for (Burst burst : Bursts.join(all, BASE_GAP)) {
      if (burst.events() > 0) {
        bursts.add(burst);
      }
    }
  }

  private static List<Interval> distinct(List<Interval> declared) {
    return declared.size() < 2 ? declared : new ArrayList<>(new TreeSet<>(declared));
  }
}
