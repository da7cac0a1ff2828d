package vn.chuyencan.source.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.shaded.org.apache.parquet.schema.Type;
import vn.chuyencan.xapi.StatementRecord;

/**
 * Rows of {@code learning_event} straight into the columns of a Parquet file: what most of an
 * ingest's time would go to if every value became an object first.
 */
final class EventColumns implements ParquetValueWriter<EventRow> {
  private static final int SCORE_SCALE = 18;
  private static final int SECONDS_SCALE = 6;
  private static final int UUID_BYTES = 16;

  private final List<LeanColumn> columns = new ArrayList<>();
  private final LeanText texts = new LeanText(SCORE_SCALE);
  private final byte[] idBytes = new byte[UUID_BYTES];
  private final Binary id = Binary.fromReusedByteArray(idBytes);
  private final Binary source;
  private final long batchId;

  private final LeanColumn eventId;
  private final LeanColumn sourceColumn;
  private final LeanColumn occurredAt;
  private final LeanColumn storedAt;
  private final LeanColumn eventDate;
  private final LeanColumn actorKey;
  private final LeanColumn courseKey;
  private final LeanColumn activityKey;
  private final LeanColumn verbKey;
  private final LeanColumn parentKey;
  private final LeanColumn replyToKey;
  private final LeanColumn targetActorKey;
  private final LeanColumn attemptKey;
  private final LeanColumn action;
  private final LeanColumn activityKind;
  private final LeanColumn origin;
  private final LeanColumn scoreRaw;
  private final LeanColumn scoreMin;
  private final LeanColumn scoreMax;
  private final LeanColumn scoreScaled;
  private final LeanColumn success;
  private final LeanColumn completion;
  private final LeanColumn durationSeconds;
  private final LeanColumn batchColumn;
  private final LeanColumn fileId;
  private final LeanColumn fileOffset;
  private final LeanColumn contentHash;

  /**
   * @param type the file's columns, as Iceberg made them of the table's schema
   */
  EventColumns(MessageType type, String source, long batchId) {
    this.source = Binary.fromString(source);
    this.batchId = batchId;
    Set<String> rest = new HashSet<>();
    for (Type field : type.getFields()) {
      rest.add(field.getName());
    }
    eventId = column(type, "event_id", rest);
    sourceColumn = column(type, "source", rest);
    occurredAt = column(type, "occurred_at", rest);
    storedAt = column(type, "stored_at", rest);
    eventDate = column(type, "event_date", rest);
    actorKey = column(type, "actor_key", rest);
    courseKey = column(type, "course_key", rest);
    activityKey = column(type, "activity_key", rest);
    verbKey = column(type, "verb_key", rest);
    parentKey = column(type, "parent_key", rest);
    replyToKey = column(type, "reply_to_key", rest);
    targetActorKey = column(type, "target_actor_key", rest);
    attemptKey = column(type, "attempt_key", rest);
    action = column(type, "action", rest);
    activityKind = column(type, "activity_kind", rest);
    origin = column(type, "origin", rest);
    scoreRaw = column(type, "score_raw", rest);
    scoreMin = column(type, "score_min", rest);
    scoreMax = column(type, "score_max", rest);
    scoreScaled = column(type, "score_scaled", rest);
    success = column(type, "success", rest);
    completion = column(type, "completion", rest);
    durationSeconds = column(type, "duration_seconds", rest);
    batchColumn = column(type, "batch_id", rest);
    fileId = column(type, "file_id", rest);
    fileOffset = column(type, "file_offset", rest);
    contentHash = column(type, "content_hash", rest);
    if (!rest.isEmpty()) {
      throw new IllegalStateException("columns of learning_event that nobody fills: " + rest);
    }
  }

  private LeanColumn column(MessageType type, String name, Set<String> rest) {
    LeanColumn column = new LeanColumn(type, name);
    columns.add(column);
    rest.remove(name);
    return column;
  }

  @Override
  public void write(int repetition, EventRow row) {
    StatementRecord record = row.record();
    putLong(idBytes, 0, record.eventIdHigh());
    putLong(idBytes, Long.BYTES, record.eventIdLow());
    eventId.put(id);
    sourceColumn.put(source);
    occurredAt.put(record.occurredAt());
    put(storedAt, record.hasStoredAt(), record.storedAt());
    eventDate.put(row.day());
    actorKey.put(record.actorKey());
    put(courseKey, record.hasCourseKey(), record.courseKey());
    put(activityKey, record.hasActivityKey(), record.activityKey());
    verbKey.put(record.verbKey());
    put(parentKey, record.hasParentKey(), record.parentKey());
    put(replyToKey, record.hasReplyToKey(), record.replyToKey());
    put(targetActorKey, record.hasTargetActorKey(), record.targetActorKey());
    put(attemptKey, record.hasAttemptKey(), record.attemptKey());
    action.put(texts.word(record.action()));
    activityKind.put(texts.word(record.activityKind()));
    origin.put(texts.word(record.origin()));
    put(scoreRaw, record.scoreRaw());
    put(scoreMin, record.scoreMin());
    put(scoreMax, record.scoreMax());
    put(scoreScaled, record.scoreScaled());
    success.put(record.success());
    completion.put(record.completion());
    BigDecimal seconds = record.durationSeconds();
    put(durationSeconds, seconds != null, seconds == null ? 0 : unscaledSeconds(seconds));
    batchColumn.put(batchId);
    fileId.put(record.fileId());
    fileOffset.put(record.fileOffset());
    contentHash.put(record.contentHash());
  }

  /**
   * A duration in microseconds, as its column holds it.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  static long unscaledSeconds(BigDecimal seconds) {
    return seconds.movePointRight(SECONDS_SCALE).setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static void put(LeanColumn column, boolean present, long value) {
    if (present) {
      column.put(value);
    } else {
      column.putNull();
    }
  }

  private void put(LeanColumn column, BigDecimal value) {
    if (value == null) {
      column.putNull();
    } else {
      column.put(texts.decimal(value));
    }
  }

  private static void putLong(byte[] bytes, int at, long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (Long.SIZE - Byte.SIZE - Byte.SIZE * i));
    }
  }

  @Override
  public List<TripleWriter<?>> columns() {
    List<TripleWriter<?>> all = new ArrayList<>();
    columns.forEach(column -> all.addAll(column.columns()));
    return all;
  }

  @Override
  public void setColumnStore(ColumnWriteStore store) {
    columns.forEach(column -> column.setColumnStore(store));
  }
}
