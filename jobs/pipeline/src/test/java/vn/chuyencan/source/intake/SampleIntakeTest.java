package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkLake;

/** The whole sample: what the tasks wrote beside the events, told from the events themselves. */
class SampleIntakeTest {
  private static final Set<String> POSTS = Set.of("discussion", "post");
  private static final Set<String> ENDS =
      Set.of("completed", "passed", "failed", "scored", "abandoned");

  @TempDir private static Path folder;
  private static TestLake lake;
  private static Batch batch;
  private static final Map<Object, String> IRIS = new HashMap<>();

  @BeforeAll
  static void takeIn() {
    lake = new TestLake(folder);
    batch =
        lake.takeIn(
            TestLake.SOURCE, Repository.root().resolve("sample-data").resolve("statements"));
    lake.rows(Tables.ACTIVITY, "activity_key", "iri")
        .forEach(row -> IRIS.put(row.getField("activity_key"), (String) row.getField("iri")));
  }

  @Test
  void everyRecordIsAccountedFor() {
    assertThat(batch.balances()).isTrue();
    assertThat(batch)
        .extracting(
            Batch::read,
            Batch::accepted,
            Batch::duplicate,
            Batch::voided,
            Batch::conflicting,
            Batch::rejected)
        .containsExactly(9097L, 8671L, 420L, 1L, 1L, 4L);
    assertThat(lake.rows(Tables.REMOVED_EVENT))
        .extracting(row -> row.getField("reason"))
        .containsExactlyInAnyOrder("duplicate", "voided", "conflicting");
    assertThat(lake.rows(Tables.REJECTED_RECORD)).hasSize(4);
  }

  @Test
  void clocksAreThoseOfTheEvents() {
    Map<Object, List<OffsetDateTime>> expected = new HashMap<>();
    List<Record> events = new ArrayList<>(lake.rows(Tables.LEARNING_EVENT));
    // What does not stay was there when the clock was read.
    events.addAll(lake.rows(Tables.REMOVED_EVENT));
    for (Record event : events) {
      expected
          .computeIfAbsent(event.getField("event_date"), day -> new ArrayList<>())
          .add((OffsetDateTime) event.getField("occurred_at"));
    }
    List<Record> clocks = lake.rows(Tables.EVENT_CLOCK);
    assertThat(clocks).hasSameSizeAs(expected.keySet());
    for (Record clock : clocks) {
      List<OffsetDateTime> times = expected.get(clock.getField("event_date"));
      assertThat(clock.getField("first_at")).isEqualTo(Collections.min(times));
      assertThat(clock.getField("last_at")).isEqualTo(Collections.max(times));
    }
  }

  @Test
  void burstsAreThoseOfTheEvents() {
    assertThat(StoredBursts.told(lake)).isNotEmpty().isEqualTo(StoredBursts.ofEvents(lake));
  }

  @Test
  void forumEventsAreThoseOfTheEvents() {
    List<List<Object>> expected = new ArrayList<>();
    for (Record event : lake.rows(Tables.LEARNING_EVENT)) {
      boolean topic = event.getField("activity_kind").equals("discussion");
      boolean told = POSTS.contains(event.getField("activity_kind"));
      Object action = event.getField("action");
      boolean deleted = told && action.equals("deleted");
      boolean written =
          told
              && Set.of("created", "replied").contains(action)
              && event.getField("origin").equals("statement")
              && event.getField("course_key") != null;
      if (deleted || written) {
        Object discussion = event.getField(topic ? "activity_key" : "reply_to_key");
        List<Object> row = new ArrayList<>(common(event));
        row.add(deleted ? "deleted" : topic ? "topic" : "reply");
        row.add(event.getField("activity_key"));
        row.add(IRIS.get(event.getField("activity_key")));
        row.add(event.getField("parent_key"));
        row.add(IRIS.get(event.getField("parent_key")));
        row.add(discussion);
        row.add(IRIS.get(discussion));
        expected.add(row);
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(
            told(
                Tables.FORUM_EVENT,
                List.of(
                    "act",
                    "object_key",
                    "object_iri",
                    "forum_key",
                    "forum_iri",
                    "discussion_key",
                    "discussion_iri")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void assessmentEventsAreThoseOfTheEvents() {
    List<List<Object>> expected = new ArrayList<>();
    for (Record event : lake.rows(Tables.LEARNING_EVENT)) {
      Object kind = event.getField("activity_kind");
      boolean isAttempt = kind.equals("attempt");
      Object attempt = event.getField("attempt_key");
      boolean scored = event.getField("score_raw") != null;
      boolean ended =
          ENDS.contains(event.getField("action"))
              && Set.of("statement", "cron").contains(event.getField("origin"))
              && (isAttempt
                  || (kind.equals("quiz") && (scored || attempt != null))
                  || (scored && attempt != null));
      if (ended && event.getField("course_key") != null) {
        Object parent = event.getField("parent_key");
        Object exercise = isAttempt && parent != null ? parent : event.getField("activity_key");
        List<Object> row = new ArrayList<>(common(event));
        row.add(exercise);
        row.add(IRIS.get(exercise));
        row.add(
            isAttempt
                ? IRIS.get(event.getField("activity_key"))
                : attempt == null
                    ? event.getField("event_id").toString()
                    : HexFormat.of().toHexDigits((Long) attempt));
        row.add(event.getField("score_raw"));
        row.add(event.getField("score_min"));
        row.add(event.getField("score_max"));
        row.add(event.getField("success"));
        row.add(
            Boolean.FALSE.equals(event.getField("completion"))
                || event.getField("action").equals("abandoned"));
        expected.add(row);
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(
            told(
                Tables.ASSESSMENT_EVENT,
                List.of(
                    "exercise_key",
                    "exercise_iri",
                    "attempt",
                    "score_raw",
                    "score_min",
                    "score_max",
                    "success",
                    "abandoned")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static final List<String> COMMON =
      List.of("event_id", "actor_key", "course_key", "occurred_at", "event_date", "content_hash");

  private static List<Object> common(Record row) {
    List<Object> values = new ArrayList<>();
    COMMON.forEach(column -> values.add(row.getField(column)));
    return values;
  }

  /** The rows that the table's reader takes: each once, and none that was removed. */
  private static Set<List<Object>> told(String table, List<String> columns) {
    Set<List<Object>> removed = new HashSet<>();
    for (Record row : lake.rows(Tables.REMOVED_EVENT)) {
      removed.add(
          List.of(
              row.getField("event_id"), row.getField("content_hash"), row.getField("occurred_at")));
    }
    Set<List<Object>> told = new HashSet<>();
    for (Record row : lake.rows(table)) {
      if (!removed.contains(
          List.of(
              row.getField("event_id"),
              row.getField("content_hash"),
              row.getField("occurred_at")))) {
        List<Object> values = new ArrayList<>(common(row));
        columns.forEach(column -> values.add(row.getField(column)));
        told.add(values);
      }
    }
    return told;
  }

  /** Spark reads with a reader of its own; both tell the same of every column. */
  @Test
  void sparkReadsWhatIcebergReads() {
    for (String table : List.of(Tables.LEARNING_EVENT, Tables.ACTIVITY_BURST)) {
      List<String> columns =
          lake.lake().table(table).schema().columns().stream()
              .map(column -> column.name())
              .filter(column -> !Set.of("bursts", "declared").contains(column))
              .toList();
      List<List<Object>> bySpark = new ArrayList<>();
      for (Row row : SparkLake.of(lake.lake()).read(table).collectAsList()) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(plain(row.getAs(column))));
        bySpark.add(values);
      }
      List<List<Object>> byIceberg = new ArrayList<>();
      for (Record row : lake.rows(table)) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(plain(row.getField(column))));
        byIceberg.add(values);
      }
      assertThat(bySpark).isNotEmpty().containsExactlyInAnyOrderElementsOf(byIceberg);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof OffsetDateTime instant) {
      return instant.toInstant().toEpochMilli();
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    return value instanceof UUID || value instanceof LocalDate ? value.toString() : value;
  }
}
