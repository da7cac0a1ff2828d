package vn.chuyencan.job.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.RowRule;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * Erases from the tables of events, and gathers what the events leave behind: their ids, which the
 * index of ids knows too, the files that told of them, and activities that may be theirs alone.
 */
final class ErasedEvents {
  private static final List<String> ACTIVITIES =
      List.of("activity_key", "parent_key", "reply_to_key", "attempt_key");

  /** No task's number: the part of rows that correct others. */
  private static final int CORRECTION = -1;

  private final Set<UUID> ids = new HashSet<>();
  private final Map<FileKey, Long> files = new HashMap<>();
  private final Set<Long> activities = new HashSet<>();
  private final Map<VerbDay, Long> verbDays = new HashMap<>();

  /** Of what {@code verb_day} counts events. */
  private record VerbDay(String source, LocalDate day, long verb, long batchId) {}

  /** A file of a batch. */
  record FileKey(long batchId, long fileId) {}

  /** What becomes of the rows of {@code learning_event}. */
  RowRule kept(Tombstones tombstones) {
    return new PersonalRows(TableContract.of(Tables.LEARNING_EVENT), tombstones) {
      @Override
      public Record applied(Record row) {
        Record stays = super.applied(row);
        if (stays == null) {
          note(row);
        }
        return stays;
      }
    };
  }

  private void note(Record row) {
    ids.add((UUID) row.getField("event_id"));
    verbDays.merge(
        new VerbDay(
            (String) row.getField("source"),
            (LocalDate) row.getField("event_date"),
            (Long) row.getField("verb_key"),
            (Long) row.getField("batch_id")),
        1L,
        Long::sum);
    files.merge(
        new FileKey((Long) row.getField("batch_id"), (Long) row.getField("file_id")),
        1L,
        Long::sum);
    for (String column : ACTIVITIES) {
      if (row.getField(column) instanceof Long key) {
        activities.add(key);
      }
    }
  }

  /**
   * What becomes of the rows of {@code removed_event}, when the ids are known: a statement of
   * somebody else may have had the id of one of theirs, or have been voided by one.
   */
  RowRule removed(Tombstones tombstones) {
    return new PersonalRows(TableContract.of(Tables.REMOVED_EVENT), tombstones) {
      @Override
      public List<String> columns() {
        List<String> columns = new ArrayList<>(super.columns());
        columns.addAll(List.of("event_id", "by_event_id"));
        return columns;
      }

      @Override
      public boolean touches(Record row) {
        return super.touches(row) || isTheirs(row, "event_id") || isTheirs(row, "by_event_id");
      }

      @Override
      public Record applied(Record row) {
        Record stays = super.applied(row);
        if (stays == null) {
          ids.add((UUID) row.getField("event_id"));
          return null;
        }
        replace(stays, "event_id", tombstones);
        replace(stays, "by_event_id", tombstones);
        return stays;
      }
    };
  }

  /**
   * What becomes of the rows of {@code voiding}, when the ids are known. What the person voided of
   * others stays void.
   */
  RowRule voidings(Tombstones tombstones) {
    return new RowRule() {
      @Override
      public List<String> columns() {
        return List.of("target_event_id", "by_event_id");
      }

      @Override
      public boolean touches(Record row) {
        return isTheirs(row, "target_event_id") || isTheirs(row, "by_event_id");
      }

      @Override
      public Record applied(Record row) {
        if (isTheirs(row, "target_event_id")) {
          return null;
        }
        replace(row, "by_event_id", tombstones);
        return row;
      }
    };
  }

  private boolean isTheirs(Record row, String column) {
    return row.getField(column) instanceof UUID id && ids.contains(id);
  }

  private void replace(Record row, String column, Tombstones tombstones) {
    if (isTheirs(row, column)) {
      row.setField(column, tombstones.inPlaceOf((UUID) row.getField(column)));
    }
  }

  /** Ids of the events that went. */
  Set<UUID> ids() {
    return ids;
  }

  /** How many records of each file they were. */
  Map<FileKey, Long> files() {
    return files;
  }

  /** Rows that take the events out of the numbers of {@code verb_day}. */
  List<Map<String, Object>> verbDays() {
    List<Map<String, Object>> rows = new ArrayList<>();
    verbDays.forEach(
        (key, events) ->
            rows.add(
                Map.of(
                    "source", key.source(),
                    "event_date", key.day(),
                    "verb_key", key.verb(),
                    "events", -events,
                    "batch_id", key.batchId(),
                    "part", CORRECTION)));
    return rows;
  }

  /** The activities of which the events told, so far as nobody else's event tells of them. */
  Set<Long> activities() {
    return activities;
  }

  /**
   * Looks, in the events that stay, for activities that are not theirs alone. It touches no row:
   * whoever lets it see the events afterwards asks {@link #activities}.
   */
  RowRule others(Tombstones tombstones) {
    return new RowRule() {
      @Override
      public List<String> columns() {
        return List.of("actor_key", "activity_key", "parent_key", "reply_to_key", "attempt_key");
      }

      @Override
      public boolean touches(Record row) {
        if (!tombstones.hasActor((Long) row.getField("actor_key"))) {
          for (String column : ACTIVITIES) {
            if (row.getField(column) instanceof Long key) {
              activities.remove(key);
            }
          }
        }
        return false;
      }

      @Override
      public Record applied(Record row) {
        return row;
      }
    };
  }
}
