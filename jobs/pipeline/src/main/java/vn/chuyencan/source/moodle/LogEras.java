package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The moments after which a log gave ids a second time, because the site was restored from a backup
 * or its log was emptied: one id then names two rows, of which neither is less of somebody's work.
 *
 * @param begins in epoch seconds, ascending
 */
record LogEras(List<Long> begins) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No id was ever given twice. */
  static final LogEras NONE = new LogEras(List.of());

  LogEras {
    begins = List.copyOf(begins);
  }

  /** Those behind a text that {@link #toString} gave. */
  static LogEras of(String text) {
    return new LogEras(Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList());
  }

  /** The same when what was written after that moment has ids that were there before. */
  LogEras with(long moment) {
    List<Long> more = new ArrayList<>(begins);
    more.add(moment);
    return new LogEras(more);
  }

  boolean isNone() {
    return begins.isEmpty();
  }

  /** The name of a row among all that the log ever had. */
  String name(long id, long createdAt) {
    String name = Long.toString(id);
    for (Long begin : begins) {
      if (createdAt > begin) {
        name = id + "@" + begin;
      }
    }
    return name;
  }

  @Override
  public String toString() {
    return begins.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
