package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * Looks events of the lake up, which is done only where one was removed: the days they leave, and
 * the events that a voiding statement of today takes back.
 */
final class StoredEvents {
  /** Iceberg leaves files and row groups out for sets up to this size. */
  private static final int PRUNED = 200;

  private static final OffsetDateTime EPOCH = OffsetDateTime.parse("1970-01-01T00:00:00Z");

  private final Lake lake;

  StoredEvents(Lake lake) {
    this.lake = lake;
  }

  /** An event and where it stands. */
  record Placed(GoneEvent event, String file, long position) {}

  /**
   * The events of the lake that have these ids and may be voided: a voiding statement may not.
   *
   * @param reason the word under which they go
   */
  List<Placed> find(Set<UUID> ids, String reason) {
    List<Placed> found = new ArrayList<>();
    if (ids.isEmpty()) {
      return found;
    }
    Table table = lake.table(Tables.LEARNING_EVENT);
    List<Types.NestedField> columns =
        new ArrayList<>(
            table
                .schema()
                .select(
                    "event_id",
                    "source",
                    "occurred_at",
                    "event_date",
                    "actor_key",
                    "course_key",
                    "verb_key",
                    "action",
                    "origin",
                    "content_hash")
                .columns());
    columns.add(MetadataColumns.FILE_PATH);
    columns.add(MetadataColumns.ROW_POSITION);
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table)
            .where(Expressions.in("event_id", ids))
            .project(new Schema(columns))
            .build()) {
      for (Record row : rows) {
        if (!Action.VOIDED.equals(row.getField("action"))) {
          found.add(
              new Placed(
                  gone(row, reason),
                  (String) row.getField(MetadataColumns.FILE_PATH.name()),
                  (Long) row.getField(MetadataColumns.ROW_POSITION.name())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static GoneEvent gone(Record row, String reason) {
    return new GoneEvent(
        reason,
        false,
        (UUID) row.getField("event_id"),
        (String) row.getField("source"),
        (Long) row.getField("content_hash"),
        micros((OffsetDateTime) row.getField("occurred_at")),
        day(row),
        (Long) row.getField("actor_key"),
        course(row),
        (Long) row.getField("verb_key"),
        Origin.STATEMENT.equals(row.getField("origin")));
  }

  /** Those days, built anew from their events; one of which no event is left is empty. */
  List<BurstRow> rebuilt(Collection<DayKey> keys) {
    Map<DayKey, DayTrace> traces = new HashMap<>();
    keys.forEach(key -> traces.put(key, new DayTrace(key.actor(), key.course(), key.day())));
    if (traces.isEmpty()) {
      return List.of();
    }
    try (CloseableIterable<Record> rows =
        lake.rows(
            Tables.LEARNING_EVENT,
            narrowed(keys),
            "source",
            "occurred_at",
            "event_date",
            "actor_key",
            "course_key",
            "origin",
            "duration_seconds")) {
      for (Record row : rows) {
        if (Origin.STATEMENT.equals(row.getField("origin"))) {
          DayTrace trace =
              traces.get(
                  new DayKey(
                      (String) row.getField("source"),
                      (Long) row.getField("actor_key"),
                      course(row),
                      day(row)));
          if (trace != null) {
            BigDecimal seconds = (BigDecimal) row.getField("duration_seconds");
            trace.add(
                micros((OffsetDateTime) row.getField("occurred_at")),
                seconds == null ? 0 : EventColumns.unscaledSeconds(seconds));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<BurstRow> rebuilt = new ArrayList<>();
    traces.forEach(
        (key, trace) -> rebuilt.add(new BurstRow(key.source(), trace, BurstRow.CORRECTION, true)));
    return rebuilt;
  }

  private static Expression narrowed(Collection<DayKey> keys) {
    Set<Integer> days = new HashSet<>();
    Set<Long> actors = new HashSet<>();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (DayKey key : keys) {
      days.add(key.day());
      actors.add(key.actor());
      first = Math.min(first, key.day());
      last = Math.max(last, key.day());
    }
    Expression inTime =
        days.size() <= PRUNED
            ? Expressions.in("event_date", days)
            : Expressions.and(
                Expressions.greaterThanOrEqual("event_date", first),
                Expressions.lessThanOrEqual("event_date", last));
    return actors.size() <= PRUNED
        ? Expressions.and(inTime, Expressions.in("actor_key", actors))
        : inTime;
  }

  private static int day(Record row) {
    return Math.toIntExact(((LocalDate) row.getField("event_date")).toEpochDay());
  }

  private static long course(Record row) {
    Long course = (Long) row.getField("course_key");
    return course == null ? 0 : course;
  }

  private static long micros(OffsetDateTime instant) {
    return ChronoUnit.MICROS.between(EPOCH, instant);
  }
}
