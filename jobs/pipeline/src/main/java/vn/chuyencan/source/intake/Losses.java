package vn.chuyencan.source.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the events that do not stay take away from what the tasks added up; pure. A repeat in every
 * respect is taken out of its burst by counting one event less at its instant. Any other event may
 * have held a burst together, so its day is to be built anew.
 */
final class Losses {
  private final Map<String, Long> byReason = new HashMap<>();
  private final Map<DayKey, Map<Long, Long>> repeats = new HashMap<>();
  private final Set<DayKey> broken = new LinkedHashSet<>();
  private final Set<Map<String, Object>> rows = new LinkedHashSet<>();
  private final long batchId;
  private final Map<String, String> voidedBy;
  private final VerbDays verbDays;

  /**
   * @param voidedBy voiding statement by the id of the one it voids
   * @param verbDays numbers from which the events are taken away
   */
  Losses(long batchId, Map<String, String> voidedBy, VerbDays verbDays) {
    this.batchId = batchId;
    this.voidedBy = voidedBy;
    this.verbDays = verbDays;
  }

  /** Takes an event away. */
  void add(GoneEvent gone) {
    byReason.merge(gone.reason(), 1L, Long::sum);
    verbDays.add(gone.source(), gone.day(), gone.verb(), -1);
    if (!gone.exact()) {
      rows.add(row(gone));
      if (gone.counted()) {
        broken.add(gone.key());
      }
    } else if (gone.counted()) {
      repeats
          .computeIfAbsent(gone.key(), key -> new TreeMap<>())
          .merge(gone.occurredAt(), 1L, Long::sum);
    }
  }

  private Map<String, Object> row(GoneEvent gone) {
    String id = gone.id().toString();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("event_id", gone.id());
    values.put("reason", gone.reason());
    values.put("batch_id", batchId);
    values.put("actor_key", gone.actor());
    values.put("course_key", gone.course() == 0 ? null : gone.course());
    values.put("event_date", LocalDate.ofEpochDay(gone.day()));
    values.put("by_event_id", voidedBy.get(id));
    values.put("content_hash", gone.contentHash());
    values.put("occurred_at", Facts.instant(gone.occurredAt()));
    values.put("source", gone.source());
    return values;
  }

  /** How many events went for that reason. */
  long count(String reason) {
    return byReason.getOrDefault(reason, 0L);
  }

  /** Rows of {@code removed_event}. */
  Collection<Map<String, Object>> rows() {
    return Collections.unmodifiableSet(rows);
  }

  /** Whether counting less is enough: no day is to be built anew. */
  boolean isExact() {
    return broken.isEmpty();
  }

  /**
   * Days to be built anew, in every source: a repeat that another source sent may have joined what
   * now falls apart.
   *
   * @param sources ids of all sources that ever sent anything
   */
  Set<DayKey> broken(Collection<String> sources) {
    Set<DayKey> days = new LinkedHashSet<>(broken);
    for (DayKey key : broken) {
      sources.forEach(source -> days.add(new DayKey(source, key.actor(), key.course(), key.day())));
    }
    return days;
  }

  /**
   * Bursts of less than no events.
   *
   * @param rebuilt the days that are built anew and need none
   */
  List<BurstRow> corrections(Set<DayKey> rebuilt) {
    List<BurstRow> corrections = new ArrayList<>();
    repeats.forEach(
        (key, instants) -> {
          if (!rebuilt.contains(key)) {
            DayTrace trace = new DayTrace(key.actor(), key.course(), key.day());
            instants.forEach(trace::takeOut);
            corrections.add(new BurstRow(key.source(), trace, BurstRow.CORRECTION, false));
          }
        });
    return corrections;
  }
}
