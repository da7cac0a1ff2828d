package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** What is written by columns is read back as it was told, every column of every event. */
class EventColumnsTest {
  private static final int SCORE_SCALE = 18;
  private static final int SECONDS_SCALE = 6;

  @TempDir private Path folder;

  @Test
  void everyColumnComesBack() throws Exception {
    Path statements = Files.createDirectories(folder.resolve("statements"));
    Path sample = Repository.root().resolve("sample-data/statements");
    Files.copy(sample.resolve("cmi5/statements.json.gz"), statements.resolve("a.json.gz"));
    Files.copy(sample.resolve("logstore/2026-W40.ndjson.gz"), statements.resolve("b.ndjson.gz"));
    Files.writeString(
        statements.resolve("c.ndjson"),
        """
        {"id":"00000000-0000-4000-8000-000000000001",\
        "actor":{"mbox":"mailto:a@lms.example"},"verb":{"id":"http://x.example/unheard"},\
        "object":{"id":"https://lms.example/q/1"},"stored":"1969-12-31T23:59:59.999999Z",\
        "timestamp":"1990-01-01T07:00:00.5+07:00","result":{"score":{"raw":-12.5,"min":-100,\
        "max":0.000000000000000001,"scaled":-0.125},"success":false,"completion":false,\
        "duration":"PT1H0.25S"}}
        """);
    TestLake lake = new TestLake(folder);
    lake.takeIn(TestLake.SOURCE, statements);

    Map<UUID, Map<String, Object>> expected = expected(statements);
    List<Record> rows = lake.rows(Tables.LEARNING_EVENT);
    assertThat(rows).hasSameSizeAs(expected.entrySet());
    for (Record row : rows) {
      Map<String, Object> told = expected.get((UUID) row.getField("event_id"));
      Map<String, Object> read = new HashMap<>();
      row.struct().fields().forEach(f -> read.put(f.name(), row.getField(f.name())));
      assertThat(read).isEqualTo(told);
    }
  }

  private static Map<UUID, Map<String, Object>> expected(Path statements) throws Exception {
    Configuration hadoop = new Configuration();
    ScanOptions options =
        ScanOptions.of(
            ScanMode.LENIENT,
            "secret".getBytes(StandardCharsets.UTF_8),
            Instant.parse("2027-01-01T00:00:00Z"));
    Told told = new Told();
    List<InputSplit> splits = InputSplits.plan(hadoop, statements.toString(), 1 << 26);
    for (InputSplit split : splits) {
      new StatementScanner(options).scan(split, hadoop, told);
    }
    return told.rows;
  }

  /** Keeps the first event of each id as the lake's records hold it. */
  private static final class Told implements StatementSink {
    private final Map<UUID, Map<String, Object>> rows = new HashMap<>();

    @Override
    public void accepted(StatementRecord record) {
      Map<String, Object> row = new HashMap<>();
      UUID id = new UUID(record.eventIdHigh(), record.eventIdLow());
      Instant at = Instant.EPOCH.plusNanos(record.occurredAt() * 1000);
      row.put("event_id", id);
      row.put("source", TestLake.SOURCE);
      row.put("occurred_at", Facts.instant(record.occurredAt()));
      row.put("stored_at", record.hasStoredAt() ? Facts.instant(record.storedAt()) : null);
      row.put("event_date", LocalDate.ofInstant(at, TestLake.ZONE));
      row.put("actor_key", record.actorKey());
      row.put("course_key", record.hasCourseKey() ? record.courseKey() : null);
      row.put("activity_key", record.hasActivityKey() ? record.activityKey() : null);
      row.put("verb_key", record.verbKey());
      row.put("parent_key", record.hasParentKey() ? record.parentKey() : null);
      row.put("reply_to_key", record.hasReplyToKey() ? record.replyToKey() : null);
      row.put("target_actor_key", record.hasTargetActorKey() ? record.targetActorKey() : null);
      row.put("attempt_key", record.hasAttemptKey() ? record.attemptKey() : null);
      row.put("action", record.action());
      row.put("activity_kind", record.activityKind());
      row.put("origin", record.origin());
      row.put("score_raw", scaled(record.scoreRaw(), SCORE_SCALE));
      row.put("score_min", scaled(record.scoreMin(), SCORE_SCALE));
      row.put("score_max", scaled(record.scoreMax(), SCORE_SCALE));
      row.put("score_scaled", scaled(record.scoreScaled(), SCORE_SCALE));
      row.put("success", record.success());
      row.put("completion", record.completion());
      row.put("duration_seconds", scaled(record.durationSeconds(), SECONDS_SCALE));
      row.put("batch_id", 1L);
      row.put("file_id", record.fileId());
      row.put("file_offset", record.fileOffset());
      row.put("content_hash", record.contentHash());
      rows.putIfAbsent(id, row);
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
      return value == null ? null : value.setScale(scale);
    }

    @Override
    public void rejected(RejectedStatement rejected) {}

    @Override
    public void outOfScope(StatementRecord record) {}

    @Override
    public void actor(long key, ActorIdentity identity) {}

    @Override
    public void activity(long key, ActivityDescription description) {}

    @Override
    public void verb(long key, VerbDescription description) {}
  }
}
