package vn.chuyencan.source.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When events happened, and how much later they were stored, by local day. A clock that goes wrong,
 * a zone that is not the one thought of, and a source that sends late all show in it. What several
 * tasks saw adds up.
 */
final class EventClock {
  private static final long MICROS = 1_000_000L;
  private static final int EXACT_BITS = 4;
  private static final long EXACT = 1L << EXACT_BITS;

  private final Map<Integer, Day> days = new HashMap<>();
  private Day last;

  /** One day; times in microseconds since the epoch. */
  static final class Day implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final TreeMap<Long, Long> delays = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private long stored;
    private long ahead;
    private long mostAhead;
    private long mostDelay;

    Day(int number) {
      this.number = number;
    }

    private void add(Day other) {
      first = Math.min(first, other.first);
      latest = Math.max(latest, other.latest);
      stored += other.stored;
      ahead += other.ahead;
      mostAhead = Math.max(mostAhead, other.mostAhead);
      mostDelay = Math.max(mostDelay, other.mostDelay);
      other.delays.forEach((delay, events) -> delays.merge(delay, events, Long::sum));
    }
  }

  /**
   * Adds an event.
   *
   * @param day days since 1970-01-01 in the institution's zone
   * @param occurredAt when it happened
   * @param stored whether the source says when it stored the event
   * @param storedAt when that was
   * @param writtenAt when the file was last written or the table read; nothing in it can have
   *     happened later
   */
  void add(int day, long occurredAt, boolean stored, long storedAt, long writtenAt) {
    if (last == null || last.number != day) {
      last = days.computeIfAbsent(day, Day::new);
    }
    last.first = Math.min(last.first, occurredAt);
    last.latest = Math.max(last.latest, occurredAt);
    long delay = (stored ? storedAt : writtenAt) - occurredAt;
    if (delay < 0) {
      last.ahead++;
      last.mostAhead = Math.max(last.mostAhead, -Math.floorDiv(delay, MICROS));
    }
    if (stored) {
      long seconds = delay / MICROS;
      last.stored++;
      last.mostDelay = Math.max(last.mostDelay, seconds);
      last.delays.merge(rounded(seconds), 1L, Long::sum);
    }
  }

  /** Towards zero to five binary digits, so that few numbers say how long years of delays were. */
  static long rounded(long seconds) {
    long size = Math.abs(seconds);
    if (size < EXACT) {
      return seconds;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(size) - EXACT_BITS;
    long rounded = size >> shift << shift;
    return seconds < 0 ? -rounded : rounded;
  }

  /** Adds what a task saw. */
  void add(Collection<Day> others) {
    for (Day other : others) {
      days.computeIfAbsent(other.number, Day::new).add(other);
    }
  }

  List<Day> days() {
    return new ArrayList<>(days.values());
  }

  /** Rows of {@code event_clock}. */
  List<Map<String, Object>> rows(String source, long batchId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    new TreeMap<>(days)
        .values()
        .forEach(
            day -> {
              Map<String, Long> delays = new LinkedHashMap<>();
              day.delays.forEach((delay, events) -> delays.put(Long.toString(delay), events));
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("source", source);
              row.put("event_date", LocalDate.ofEpochDay(day.number));
              row.put("first_at", Facts.instant(day.first));
              row.put("last_at", Facts.instant(day.latest));
              row.put("events_ahead", day.ahead);
              row.put("ahead_max_seconds", day.mostAhead);
              row.put("events_stored", day.stored);
              row.put("delay_max_seconds", day.mostDelay);
              row.put("delays", delays);
              row.put("batch_id", batchId);
              rows.add(row);
            });
    return rows;
  }
}
