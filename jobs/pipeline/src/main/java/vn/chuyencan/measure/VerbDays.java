package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;

/**
 * What {@code verb_day} tells up to a day: which days were logged, and how often verbs are used.
 */
public final class VerbDays {
  private final LocalDate asOf;
  private final Map<LocalDate, Long> byDay = new HashMap<>();
  private final Map<Long, Long> byVerb = new HashMap<>();

  /**
   * @param asOf the last day that counts
   */
  public VerbDays(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** The columns that {@link #add} reads. */
  public static String[] columns() {
    return new String[] {"event_date", "verb_key", "events"};
  }

  /** Adds a row of {@code verb_day}. */
  public void add(Record row) {
    LocalDate day = (LocalDate) row.getField("event_date");
    if (!day.isAfter(asOf)) {
      Long events = (Long) row.getField("events");
      byDay.merge(day, events, Long::sum);
      byVerb.merge((Long) row.getField("verb_key"), events, Long::sum);
    }
  }

  /** Days on which anything of anybody was logged. */
  public Set<LocalDate> logged() {
    Set<LocalDate> days = new HashSet<>();
    byDay.forEach(
        (day, events) -> {
          if (events > 0) {
            days.add(day);
          }
        });
    return days;
  }

  /**
   * Rows of {@code unknown_verb}: verbs that no vocabulary has, with the records that use them.
   *
   * @param verbs rows of the dimension of verbs
   * @return in the table's order
   */
  public List<Map<String, Object>> unknown(Iterable<Record> verbs) {
    Map<String, Long> records = new TreeMap<>();
    for (Record verb : verbs) {
      Long events = byVerb.getOrDefault((Long) verb.getField("verb_key"), 0L);
      if (Boolean.FALSE.equals(verb.getField("known")) && events > 0) {
        records.put((String) verb.getField("iri"), events);
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    records.forEach((iri, events) -> rows.add(Map.of("iri", iri, "records", events)));
    return rows;
  }
}
