package vn.chuyencan.xapi.spark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import vn.chuyencan.xapi.StatementRecord;

/** The columns of accepted statements, named as those of the table {@code learning_event}. */
final class EventColumns {
  private static final int SCORE_PRECISION = 38;
  private static final int SCORE_SCALE = 18;
  private static final int DURATION_PRECISION = 18;
  private static final int DURATION_SCALE = 6;
  private static final DataType SCORE = DataTypes.createDecimalType(SCORE_PRECISION, SCORE_SCALE);
  private static final DataType DURATION =
      DataTypes.createDecimalType(DURATION_PRECISION, DURATION_SCALE);

  private EventColumns() {}

  /**
   * All columns.
   *
   * @param zone zone whose day {@code event_date} is
   */
  static List<Column<StatementRecord>> in(ZoneId zone) {
    return List.of(
        required("event_id", DataTypes.StringType, r -> uuid(r.eventIdHigh(), r.eventIdLow())),
        required("occurred_at", DataTypes.TimestampType, StatementRecord::occurredAt),
        optional("stored_at", DataTypes.TimestampType, r -> r.hasStoredAt() ? r.storedAt() : null),
        required("event_date", DataTypes.DateType, r -> day(r.occurredAt(), zone)),
        required("actor_key", DataTypes.LongType, StatementRecord::actorKey),
        optional("course_key", DataTypes.LongType, r -> r.hasCourseKey() ? r.courseKey() : null),
        optional(
            "activity_key", DataTypes.LongType, r -> r.hasActivityKey() ? r.activityKey() : null),
        required("verb_key", DataTypes.LongType, StatementRecord::verbKey),
        optional("parent_key", DataTypes.LongType, r -> r.hasParentKey() ? r.parentKey() : null),
        optional(
            "reply_to_key", DataTypes.LongType, r -> r.hasReplyToKey() ? r.replyToKey() : null),
        optional(
            "target_actor_key",
            DataTypes.LongType,
            r -> r.hasTargetActorKey() ? r.targetActorKey() : null),
        optional("attempt_key", DataTypes.LongType, r -> r.hasAttemptKey() ? r.attemptKey() : null),
        required("action", DataTypes.StringType, r -> UTF8String.fromString(r.action())),
        required(
            "activity_kind", DataTypes.StringType, r -> UTF8String.fromString(r.activityKind())),
        required("origin", DataTypes.StringType, r -> UTF8String.fromString(r.origin())),
        optional("score_raw", SCORE, r -> score(r.scoreRaw())),
        optional("score_min", SCORE, r -> score(r.scoreMin())),
        optional("score_max", SCORE, r -> score(r.scoreMax())),
        optional("score_scaled", SCORE, r -> score(r.scoreScaled())),
        optional("success", DataTypes.BooleanType, StatementRecord::success),
        optional("completion", DataTypes.BooleanType, StatementRecord::completion),
        optional("duration_seconds", DURATION, r -> duration(r.durationSeconds())),
        optional(
            "voided_id",
            DataTypes.StringType,
            r -> r.hasVoidedId() ? uuid(r.voidedIdHigh(), r.voidedIdLow()) : null),
        required("file_id", DataTypes.LongType, StatementRecord::fileId),
        required("file_offset", DataTypes.LongType, StatementRecord::fileOffset),
        required("content_hash", DataTypes.LongType, StatementRecord::contentHash));
  }

  private static Column<StatementRecord> required(
      String name, DataType type, java.util.function.Function<StatementRecord, Object> value) {
    return new Column<>(name, type, false, value);
  }

  private static Column<StatementRecord> optional(
      String name, DataType type, java.util.function.Function<StatementRecord, Object> value) {
    return new Column<>(name, type, true, value);
  }

  private static UTF8String uuid(long high, long low) {
    return UTF8String.fromString(new UUID(high, low).toString());
  }

  private static int day(long micros, ZoneId zone) {
    return Math.toIntExact(
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate().toEpochDay());
  }

  private static Decimal score(BigDecimal value) {
    return value == null
        ? null
        : Decimal.apply(value.setScale(SCORE_SCALE), SCORE_PRECISION, SCORE_SCALE);
  }

  private static Decimal duration(BigDecimal value) {
    return value == null
        ? null
        : Decimal.apply(value.setScale(DURATION_SCALE), DURATION_PRECISION, DURATION_SCALE);
  }
}
