package vn.chuyencan.measure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.iceberg.data.Record;

/** What rows of {@code event_clock} say of one source, added up. */
final class SourceClock {
  private final Map<LocalDate, OffsetDateTime> first = new HashMap<>();
  private final Map<LocalDate, OffsetDateTime> last = new HashMap<>();
  private final NavigableMap<Long, Long> delays = new TreeMap<>();
  private long stored;
  private long longestDelay;
  private long ahead;
  private long furthestAhead;

  static String[] columns() {
    return new String[] {
      "source",
      "event_date",
      "first_at",
      "last_at",
      "events_ahead",
      "ahead_max_seconds",
      "events_stored",
      "delay_max_seconds",
      "delays"
    };
  }

  void add(Record row) {
    LocalDate day = (LocalDate) row.getField("event_date");
    first.merge(
        day,
        (OffsetDateTime) row.getField("first_at"),
        BinaryOperator.minBy(OffsetDateTime::compareTo));
    last.merge(
        day,
        (OffsetDateTime) row.getField("last_at"),
        BinaryOperator.maxBy(OffsetDateTime::compareTo));
    ahead += (Long) row.getField("events_ahead");
    furthestAhead = Math.max(furthestAhead, (Long) row.getField("ahead_max_seconds"));
    stored += (Long) row.getField("events_stored");
    longestDelay = Math.max(longestDelay, (Long) row.getField("delay_max_seconds"));
    ((Map<?, ?>) row.getField("delays"))
        .forEach(
            (seconds, events) ->
                delays.merge(Long.valueOf((String) seconds), (Long) events, Long::sum));
  }

  /** When the first event of a day was; null where batches of an older program did not say it. */
  OffsetDateTime first(LocalDate day) {
    return first.get(day);
  }

  /** When the last event of a day was; likewise. */
  OffsetDateTime last(LocalDate day) {
    return last.get(day);
  }

  /** Fills the columns of {@code source_health} that tell of clocks. */
  void fill(Map<String, Object> row) {
    row.put("events_stored", stored);
    row.put("delay_median_seconds", stored == 0 ? null : median());
    row.put("delay_max_seconds", stored == 0 ? null : longestDelay);
    row.put("events_ahead", ahead);
    row.put("ahead_max_seconds", furthestAhead);
  }

  private long median() {
    long below = at((stored - 1) / 2);
    return (below + at(stored / 2)) / 2;
  }

  /** The delay of that rank, from 0. */
  private long at(long rank) {
    long passed = 0;
    for (Map.Entry<Long, Long> delay : delays.entrySet()) {
      passed += delay.getValue();
      if (passed > rank) {
        return delay.getKey();
      }
    }
    throw new IllegalStateException("fewer delays than events");
  }
}
