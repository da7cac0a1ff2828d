package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ids below the highest that was read under which a reading found no row. A database gives an
 * id before the row can be seen: a transaction that ends late, a node of a cluster that was cut
 * off, a restore of long ago all let rows appear there afterwards, whatever time they bear. Looking
 * for exactly these is exact and costs nothing of what is known.
 *
 * @param ranges in ascending order, apart from each other
 */
record PassedIds(List<PassedRange> ranges) {
  /** None. */
  static final PassedIds NONE = new PassedIds(List.of());

  /** More ranges than these become fewer, wider ones. */
  static final int MOST = 2_000;

  PassedIds {
    ranges = List.copyOf(ranges);
  }

  /** Those behind a text that {@link #toString} gave. */
  static PassedIds of(String text) {
    return text.isEmpty()
        ? NONE
        : new PassedIds(Arrays.stream(text.split(",", -1)).map(PassedRange::of).toList());
  }

  /** Without what was passed over before that moment, in epoch seconds. */
  PassedIds since(long moment) {
    return new PassedIds(
        ranges.stream()
            .filter(range -> range.since() == PassedRange.ALWAYS || range.since() >= moment)
            .toList());
  }

  /** Those below an id, of which nothing is known from there on. */
  PassedIds below(long id) {
    return new PassedIds(ranges.stream().filter(range -> range.last() < id).toList());
  }

  /** The ranges in which there are other rows by now than were read. */
  List<PassedRange> changed(LogView log) {
    List<PassedRange.Rows> now = log.count(ranges);
    return IntStream.range(0, ranges.size())
        .filter(place -> ranges.get(place).differsFrom(now.get(place)))
        .mapToObj(ranges::get)
        .toList();
  }

  /**
   * What is passed over after a reading of the log as it stood at this moment.
   *
   * @param read ranges of these that the reading read again
   * @param fresh ranges that the reading read for the first time, above these, ascending
   * @param most how many ranges there may be
   */
  PassedIds afterReading(LogView log, List<PassedRange> read, List<PassedRange> fresh, int most) {
    Gathering gathering = new Gathering(most);
    List<PassedRange> all = new ArrayList<>(ranges);
    all.addAll(fresh);
    for (PassedRange range : all) {
      if (read.contains(range) || fresh.contains(range)) {
        gathering.look(log, range);
      } else {
        gathering.add(range);
      }
    }
    return new PassedIds(gathering.counted(log));
  }

  /** Gathers ranges in ascending order, and never many more than wanted. */
  private static final class Gathering {
    private final int most;
    private List<PassedRange> ranges = new ArrayList<>();

    Gathering(int most) {
      this.most = most;
    }

    void add(PassedRange range) {
      ranges.add(range);
      if (ranges.size() > 2 * most) {
        shrink();
      }
    }

    /** Adds what has no row of a range. */
    void look(LogView log, PassedRange range) {
      long[] next = {range.first()};
      log.eachId(
          range.first(),
          range.last(),
          id -> {
            if (id > next[0]) {
              add(PassedRange.empty(next[0], id - 1, range.since()));
            }
            next[0] = id + 1;
          });
      if (next[0] <= range.last()) {
        add(PassedRange.empty(next[0], range.last(), range.since()));
      }
    }

    private void shrink() {
      while (ranges.size() > most) {
        ranges = joined(ranges, ranges.size() - most);
      }
    }

    /**
     * Joins neighbours, the shortest first, none twice. In one go only a quarter of them: what was
     * just joined may still be shorter than the rest, and all shall become about equally long.
     */
    private static List<PassedRange> joined(List<PassedRange> ranges, int wanted) {
      List<Integer> pairs =
          IntStream.range(0, ranges.size() - 1)
              .boxed()
              .sorted(Comparator.comparingLong(place -> span(ranges, place)))
              .toList();
      long longest = span(ranges, pairs.get(pairs.size() / 4));
      boolean[] taken = new boolean[ranges.size()];
      boolean[] joins = new boolean[ranges.size()];
      int left = wanted;
      for (int place : pairs) {
        if (left > 0 && span(ranges, place) <= longest && !taken[place] && !taken[place + 1]) {
          taken[place] = true;
          taken[place + 1] = true;
          joins[place] = true;
          left--;
        }
      }
      List<PassedRange> fewer = new ArrayList<>();
      for (int place = 0; place < ranges.size(); place++) {
        PassedRange range = ranges.get(place);
        fewer.add(joins[place] ? range.with(ranges.get(++place)) : range);
      }
      return fewer;
    }

    private static long span(List<PassedRange> ranges, int place) {
      return ranges.get(place + 1).last() - ranges.get(place).first();
    }

    /** All rows that the log has there were read by now, or are read with this reading. */
    List<PassedRange> counted(LogView log) {
      shrink();
      List<PassedRange> uncounted = ranges.stream().filter(PassedRange::isUncounted).toList();
      List<PassedRange.Rows> rows = log.count(uncounted);
      List<PassedRange> counted = new ArrayList<>();
      int next = 0;
      for (PassedRange range : ranges) {
        counted.add(range.isUncounted() ? range.counted(rows.get(next++)) : range);
      }
      return counted;
    }
  }

  @Override
  public String toString() {
    return ranges.stream().map(PassedRange::toString).collect(Collectors.joining(","));
  }
}
