package vn.chuyencan.source.moodle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Batch;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.table.Lake;
import vn.chuyencan.testing.TestWorkers;

/** A lake of a test's own, into which a log is taken night by night. */
final class MoodleNights {
  private static final String SOURCE = "lms";
  private static final String EVENTS = "learning_event";

  /** What an event says; the batch that brought it is not part of that. */
  private static final String[] COLUMNS = {
    "event_id",
    "source",
    "occurred_at",
    "event_date",
    "actor_key",
    "course_key",
    "activity_key",
    "action",
    "activity_kind",
    "verb_key",
    "parent_key",
    "reply_to_key",
    "target_actor_key",
    "attempt_key",
    "origin",
    "file_id",
    "file_offset",
    "content_hash"
  };

  private final Lake lake;
  private final MoodleLog log;

  MoodleNights(Path folder, MoodleSettings settings) {
    this.lake = Lake.open(TestWorkers.shared().hadoop(), folder.toString());
    this.log = new MoodleLog(settings);
    lake.recover();
  }

  /** Takes in what is new, and commits; a batch without files when nothing was. */
  Batch night() {
    long batchId = lake.state().lastBatch() + 1;
    Intake intake =
        log.ingest(
            new RecordIntake(
                TestWorkers.shared(),
                lake,
                SOURCE,
                batchId,
                SiteSettings.ZONE,
                LocalDate.of(2026, 11, 2),
                "test"),
            ToldEvents.OPTIONS);
    if (intake.batch().files() > 0) {
      lake.commit(
          lake.state().withBatch(batchId, intake.idRuns()).withCursor(SOURCE, intake.cursor()));
    }
    return intake.batch();
  }

  /** What became of the records of a batch. */
  static List<Long> counts(Batch batch) {
    return List.of(batch.read(), batch.accepted(), batch.duplicate());
  }

  /** All events, each a text of what it says. */
  Set<String> events() {
    Set<String> events = new TreeSet<>();
    try (CloseableIterable<Record> rows = lake.rows(EVENTS, Expressions.alwaysTrue(), COLUMNS)) {
      for (Record row : rows) {
        StringBuilder text = new StringBuilder();
        for (String column : COLUMNS) {
          text.append(row.getField(column)).append('|');
        }
        if (!events.add(text.toString())) {
          throw new AssertionError("twice: " + text);
        }
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
