package vn.chuyencan.report.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Takes small counts of persons out of groups whose sum is known (X-PD-7). A cell of one to four
 * persons is hidden; and as one could subtract the others from the sum, further cells are hidden
 * until those that are hidden count at least five together and are at least two.
 */
final class Suppression {
  /** In place of a count that is not shown. */
  static final long HIDDEN = -1;

  /** Fewer persons than this are not shown. */
  static final long LEAST_SHOWN = 5;

  private final boolean on;

  private Suppression(boolean on) {
    this.on = on;
  }

  /** What the audience asks for. */
  static Suppression of(Audience audience) {
    return new Suppression(audience == Audience.ANALYST);
  }

  /** Whether the audience must not see small counts. */
  boolean hidesAny() {
    return on;
  }

  /** A count that is part of no sum. */
  long alone(long count) {
    return on && count > 0 && count < LEAST_SHOWN ? HIDDEN : count;
  }

  /** Whether a count may not be shown. */
  boolean hides(long count) {
    return alone(count) == HIDDEN;
  }

  /**
   * Counts that add up to a sum that is shown.
   *
   * @return the same, {@link #HIDDEN} where a count must not be shown
   */
  long[] parts(long... counts) {
    long[] shown = LongStream.of(counts).map(this::alone).toArray();
    while (isTold(counts, shown)) {
      int next = smallest(shown);
      if (next < 0) {
        // Nothing is left but cells without anybody: the sum itself is too small.
        Arrays.fill(shown, HIDDEN);
        return shown;
      }
      shown[next] = HIDDEN;
    }
    return shown;
  }

  /** The same as a list. */
  List<Long> parts(List<Long> counts) {
    return LongStream.of(parts(counts.stream().mapToLong(Long::longValue).toArray()))
        .boxed()
        .toList();
  }

  private static boolean isTold(long[] counts, long[] shown) {
    int hidden = 0;
    long sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (shown[cell] == HIDDEN) {
        hidden++;
        sum += counts[cell];
      }
    }
    return hidden == 1 || (hidden > 1 && sum < LEAST_SHOWN && hidden < counts.length);
  }

  private static int smallest(long[] shown) {
    int smallest = -1;
    for (int cell = 0; cell < shown.length; cell++) {
      if (shown[cell] > 0 && (smallest < 0 || shown[cell] < shown[smallest])) {
        smallest = cell;
      }
    }
    return smallest;
  }
}
