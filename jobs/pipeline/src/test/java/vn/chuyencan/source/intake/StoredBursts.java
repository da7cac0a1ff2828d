package vn.chuyencan.source.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;
import vn.chuyencan.table.Tables;

/**
 * The bursts of a lake in two ways: as its rows of {@code activity_burst} tell them by the rule of
 * that table, and from the events themselves.
 */
final class StoredBursts {
  private static final long GAP = Estimator.BASE_GAP.toNanos() / 1000;
  private static final OffsetDateTime EPOCH = OffsetDateTime.parse("1970-01-01T00:00:00Z");

  private StoredBursts() {}

  /** Bursts and intervals of an identifier in a course on a day, all sources together. */
  record Day(List<Burst> bursts, Set<Interval> declared) {}

  /** What the table tells; days without an event are left out. */
  static Map<String, Day> told(TestLake lake) {
    Map<String, List<Record>> rows = new HashMap<>();
    for (Record row : lake.rows(Tables.ACTIVITY_BURST)) {
      rows.computeIfAbsent(row.getField("source") + " " + key(row), key -> new ArrayList<>())
          .add(row);
    }
    Map<String, Day> days = new HashMap<>();
    for (List<Record> parts : rows.values()) {
      long newest =
          parts.stream()
              .filter(row -> (Boolean) row.getField("rebuilt"))
              .mapToLong(row -> (Long) row.getField("batch_id"))
              .max()
              .orElse(0);
      for (Record row : parts) {
        boolean stands = (Boolean) row.getField("rebuilt");
        long batch = (Long) row.getField("batch_id");
        if (batch > newest || (stands && batch == newest)) {
          add(days.computeIfAbsent(key(row), key -> empty()), row);
        }
      }
    }
    return joined(days);
  }

  private static void add(Day day, Record row) {
    for (Object burst : (List<?>) row.getField("bursts")) {
      Record one = (Record) burst;
      day.bursts()
          .add(
              new Burst(
                  (Long) one.getField("start"),
                  (Long) one.getField("end"),
                  (Long) one.getField("events")));
    }
    for (Object interval : (List<?>) row.getField("declared")) {
      Record one = (Record) interval;
      day.declared().add(new Interval((Long) one.getField("start"), (Long) one.getField("end")));
    }
  }

  /** What the events tell. */
  static Map<String, Day> ofEvents(TestLake lake) {
    Map<String, Day> days = new HashMap<>();
    for (Record row : lake.rows(Tables.LEARNING_EVENT)) {
      if (row.getField("origin").equals("statement")) {
        Day day = days.computeIfAbsent(key(row), key -> empty());
        long micros =
            ChronoUnit.MICROS.between(EPOCH, (OffsetDateTime) row.getField("occurred_at"));
        day.bursts().add(Burst.at(micros));
        BigDecimal seconds = (BigDecimal) row.getField("duration_seconds");
        if (seconds != null && seconds.signum() > 0) {
          long length = seconds.multiply(BigDecimal.valueOf(1_000_000)).longValueExact();
          day.declared().add(new Interval(micros - length, micros));
        }
      }
    }
    return joined(days);
  }

  private static Day empty() {
    return new Day(new ArrayList<>(), new TreeSet<>());
  }

  private static Map<String, Day> joined(Map<String, Day> days) {
    Map<String, Day> joined = new TreeMap<>();
    days.forEach(
        (key, day) -> {
          List<Burst> bursts =
              Bursts.join(day.bursts(), GAP).stream().filter(b -> b.events() != 0).toList();
          if (!bursts.isEmpty() || !day.declared().isEmpty()) {
            joined.put(key, new Day(bursts, day.declared()));
          }
        });
    return joined;
  }

  private static String key(Record row) {
    Object course = row.getField("course_key");
    return row.getField("actor_key")
        + " "
        + (course == null ? 0L : course)
        + " "
        + ((LocalDate) row.getField("event_date"));
  }
}
