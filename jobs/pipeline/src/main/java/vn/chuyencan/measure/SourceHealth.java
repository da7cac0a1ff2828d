package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.WeekCalendar;

/**
 * How well each source does, from small tables only: when it was heard and when not, what of it was
 * refused, and how much of it belongs to nobody. What is added in which order does not matter.
 */
public final class SourceHealth {
  private static final int SHARE_SCALE = 6;
  private static final int MEDIAN_SCALE = 1;

  private final LocalDate asOf;
  private final NavigableMap<LocalDate, Integer> courseRuns;
  private final Map<String, Source> sources = new TreeMap<>();

  private static final class Source {
    private final TreeMap<LocalDate, Long> byDay = new TreeMap<>();
    private final TreeMap<String, Long> rejectedFor = new TreeMap<>();
    private long later;
    private long read;
    private long rejected;
    private long unresolved;
    private final SourceClock clock = new SourceClock();

    /** Days with events left; repeats and voided ones are taken out of a day again. */
    NavigableMap<LocalDate, Long> days() {
      TreeMap<LocalDate, Long> days = new TreeMap<>(byDay);
      days.values().removeIf(events -> events <= 0);
      return days;
    }
  }

  /**
   * @param asOf the last day that counts
   * @param runs the course runs: on days of their weeks something is expected
   */
  public SourceHealth(LocalDate asOf, Collection<CourseRun> runs) {
    this.asOf = asOf;
    this.courseRuns = courseDays(runs, asOf);
  }

  /** How many course runs are open, by day of their weeks up to the last that counts. */
  public static NavigableMap<LocalDate, Integer> courseDays(
      Collection<CourseRun> runs, LocalDate asOf) {
    TreeMap<LocalDate, Integer> days = new TreeMap<>();
    for (CourseRun run : runs) {
      for (WeekCalendar.Week week : run.weeks().weeks()) {
        LocalDate end = week.lastDay().isAfter(asOf) ? asOf : week.lastDay();
        for (LocalDate day = week.firstDay(); !day.isAfter(end); day = day.plusDays(1)) {
          days.merge(day, 1, Integer::sum);
        }
      }
    }
    return days;
  }

  private Source of(Record row) {
    return sources.computeIfAbsent((String) row.getField("source"), name -> new Source());
  }

  /** The columns of {@code verb_day} that {@link #addDay} reads. */
  public static String[] dayColumns() {
    return new String[] {"source", "event_date", "events"};
  }

  /** Adds a row of {@code verb_day}, of any day. */
  public void addDay(Record row) {
    Source source = of(row);
    LocalDate day = (LocalDate) row.getField("event_date");
    Long events = (Long) row.getField("events");
    if (day.isAfter(asOf)) {
      source.later += events;
    } else {
      source.byDay.merge(day, events, Long::sum);
    }
  }

  /** The columns of {@code event_clock} that {@link #addClock} reads. */
  public static String[] clockColumns() {
    return SourceClock.columns();
  }

  /** Adds a row of {@code event_clock}, of any day. */
  public void addClock(Record row) {
    if (!((LocalDate) row.getField("event_date")).isAfter(asOf)) {
      of(row).clock.add(row);
    }
  }

  /** The columns of {@code ingest_batch} that {@link #addBatch} reads. */
  public static String[] batchColumns() {
    return new String[] {"source", "read", "rejected"};
  }

  /** Adds a row of {@code ingest_batch}. */
  public void addBatch(Record row) {
    Source source = of(row);
    source.read += (Long) row.getField("read");
    source.rejected += (Long) row.getField("rejected");
  }

  /** The columns of {@code rejected_record} that {@link #addRejected} reads. */
  public static String[] rejectedColumns() {
    return new String[] {"source", "reason"};
  }

  /** Adds a row of {@code rejected_record}. */
  public void addRejected(Record row) {
    of(row).rejectedFor.merge((String) row.getField("reason"), 1L, Long::sum);
  }

  /** Adds a row of {@code unresolved_actor}. */
  public void addUnresolved(Map<String, Object> row) {
    sources.computeIfAbsent((String) row.get("source"), name -> new Source()).unresolved +=
        (Long) row.get("events");
  }

  private Set<LocalDate> ofAnybody() {
    Set<LocalDate> ofAnybody = new TreeSet<>();
    sources.values().forEach(source -> ofAnybody.addAll(source.days().keySet()));
    return ofAnybody;
  }

  /** Rows of {@code source_day} in the table's order. */
  public List<Map<String, Object>> days() {
    Set<LocalDate> ofAnybody = ofAnybody();
    List<Map<String, Object>> rows = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          NavigableMap<LocalDate, Long> days = source.days();
          if (days.isEmpty()) {
            return;
          }
          Set<LocalDate> told = new TreeSet<>(courseRuns.keySet());
          days.firstKey().datesUntil(days.lastKey().plusDays(1)).forEach(told::add);
          for (LocalDate day : told) {
            boolean silent = !days.containsKey(day);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("source", name);
            row.put("event_date", day);
            row.put("events", days.getOrDefault(day, 0L));
            row.put("first_event_at", silent ? null : source.clock.first(day));
            row.put("last_event_at", silent ? null : source.clock.last(day));
            row.put("course_runs", courseRuns.getOrDefault(day, 0));
            row.put("log_gap", !ofAnybody.contains(day));
            rows.add(row);
          }
        });
    return rows;
  }

  /** Rows of {@code source_health} in the table's order. */
  public List<Map<String, Object>> rows() {
    Set<LocalDate> ofAnybody = ofAnybody();
    List<Map<String, Object>> rows = new ArrayList<>();
    sources.forEach((name, source) -> rows.add(row(name, source, ofAnybody)));
    return rows;
  }

  private Map<String, Object> row(String name, Source source, Set<LocalDate> ofAnybody) {
    NavigableMap<LocalDate, Long> days = source.days();
    LocalDate first = days.isEmpty() ? null : days.firstKey();
    LocalDate last = days.isEmpty() ? null : days.lastKey();
    List<LocalDate> silent =
        days.isEmpty()
            ? List.of()
            : first.datesUntil(last).filter(day -> !days.containsKey(day)).toList();
    long events = days.values().stream().mapToLong(Long::longValue).sum();
    Map<String, BigDecimal> reasons = new TreeMap<>();
    if (source.read > 0) {
      source.rejectedFor.forEach((reason, some) -> reasons.put(reason, share(some, source.read)));
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", name);
    row.put("as_of", asOf);
    row.put("first_event_day", first);
    row.put("last_event_day", last);
    row.put(
        "days_since_last_event",
        last == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(last, asOf)));
    row.put("events", events);
    row.put("days_with_events", days.size());
    row.put("events_per_day_median", median(days.values().stream().sorted().toList()));
    row.put("silent_days", silent.size());
    row.put("longest_silence_days", longest(silent));
    row.put(
        "log_gap_days",
        silent.stream().filter(day -> !ofAnybody.contains(day)).map(LocalDate::toString).toList());
    row.put("events_after_as_of", source.later);
    row.put("records_read", source.read);
    row.put("records_rejected", source.rejected);
    row.put("rejected_share", share(source.rejected, source.read));
    row.put("rejected_share_by_reason", reasons);
    row.put("unresolved_events", source.unresolved);
    row.put("unresolved_share", share(source.unresolved, events));
    row.put("first_event_at", first == null ? null : source.clock.first(first));
    row.put("last_event_at", last == null ? null : source.clock.last(last));
    row.put("course_days", courseRuns.size());
    row.put(
        "silent_course_days",
        Math.toIntExact(
            courseRuns.keySet().stream().filter(day -> !days.containsKey(day)).count()));
    source.clock.fill(row);
    return row;
  }

  private static BigDecimal share(long some, long all) {
    return all == 0 ? null : Fraction.of(some, all).floor(SHARE_SCALE);
  }

  private static BigDecimal median(List<Long> sorted) {
    if (sorted.isEmpty()) {
      return null;
    }
    int middle = sorted.size() / 2;
    long below = sorted.get(sorted.size() % 2 == 0 ? middle - 1 : middle);
    return Fraction.of(below + sorted.get(middle), 2).floor(MEDIAN_SCALE);
  }

  private static int longest(List<LocalDate> days) {
    int longest = 0;
    int current = 0;
    LocalDate before = null;
    for (LocalDate day : days) {
      current = before != null && before.plusDays(1).equals(day) ? current + 1 : 1;
      longest = Math.max(longest, current);
      before = day;
    }
    return longest;
  }
}
