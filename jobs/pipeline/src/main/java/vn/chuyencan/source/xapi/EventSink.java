package vn.chuyencan.source.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import vn.chuyencan.table.LakeWriter;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** Turns what a scan finds into rows of the lake, and remembers the dimensions it met. */
final class EventSink implements StatementSink {
  private static final int SCORE_SCALE = 18;
  private static final int SECONDS_SCALE = 6;
  private static final long MICROS = 1_000_000L;

  private final LakeWriter events;
  private final LakeWriter rejects;
  private final Record event;
  private final Record reject;
  private final ZoneId zone;
  private final List<TaskResult.Voiding> voidings = new ArrayList<>();
  private final Map<Long, ActorIdentity> actors = new TreeMap<>();
  private final Map<Long, ActivityDescription> activities = new TreeMap<>();
  private final Map<Long, VerbDescription> verbs = new TreeMap<>();
  private long lastDay = Long.MIN_VALUE;
  private LocalDate lastDate;

  /**
   * @param zone the institution's, in which an event's day is told
   */
  EventSink(
      Table eventTable,
      LakeWriter events,
      Table rejectTable,
      LakeWriter rejects,
      String source,
      long batchId,
      ZoneId zone) {
    this.events = events;
    this.rejects = rejects;
    this.zone = zone;
    this.event = GenericRecord.create(eventTable.schema());
    this.reject = GenericRecord.create(rejectTable.schema());
    event.setField("source", source);
    event.setField("batch_id", batchId);
    reject.setField("source", source);
    reject.setField("batch_id", batchId);
  }

  @Override
  public void accepted(StatementRecord record) {
    UUID id = new UUID(record.eventIdHigh(), record.eventIdLow());
    event.setField("event_id", id);
    event.setField("occurred_at", instant(record.occurredAt()));
    event.setField("stored_at", record.hasStoredAt() ? instant(record.storedAt()) : null);
    event.setField("event_date", day(record.occurredAt()));
    event.setField("actor_key", record.actorKey());
    event.setField("course_key", record.hasCourseKey() ? record.courseKey() : null);
    event.setField("activity_key", record.hasActivityKey() ? record.activityKey() : null);
    event.setField("verb_key", record.verbKey());
    event.setField("parent_key", record.hasParentKey() ? record.parentKey() : null);
    event.setField("reply_to_key", record.hasReplyToKey() ? record.replyToKey() : null);
    event.setField("target_actor_key", record.hasTargetActorKey() ? record.targetActorKey() : null);
    event.setField("attempt_key", record.hasAttemptKey() ? record.attemptKey() : null);
    event.setField("action", record.action());
    event.setField("activity_kind", record.activityKind());
    event.setField("origin", record.origin());
    event.setField("score_raw", score(record.scoreRaw()));
    event.setField("score_min", score(record.scoreMin()));
    event.setField("score_max", score(record.scoreMax()));
    event.setField("score_scaled", score(record.scoreScaled()));
    event.setField("success", record.success());
    event.setField("completion", record.completion());
    event.setField("duration_seconds", seconds(record.durationSeconds()));
    event.setField("file_id", record.fileId());
    event.setField("file_offset", record.fileOffset());
    event.setField("content_hash", record.contentHash());
    events.write(event);
    if (record.hasVoidedId()) {
      UUID target = new UUID(record.voidedIdHigh(), record.voidedIdLow());
      voidings.add(new TaskResult.Voiding(target.toString(), id.toString()));
    }
  }

  @Override
  public void rejected(RejectedStatement rejected) {
    reject.setField("file_id", rejected.fileId());
    reject.setField("path", rejected.path());
    reject.setField("file_offset", rejected.fileOffset());
    reject.setField("reason", rejected.reason().name());
    reject.setField("message", rejected.message());
    reject.setField("text", rejected.text());
    rejects.write(reject);
  }

  @Override
  public void outOfScope(StatementRecord record) {
    // Counted by the scan; what the configuration excludes is not kept.
  }

  @Override
  public void actor(long key, ActorIdentity identity) {
    actors.merge(key, identity, Dimensions::better);
  }

  @Override
  public void activity(long key, ActivityDescription description) {
    activities.merge(key, description, Dimensions::better);
  }

  @Override
  public void verb(long key, VerbDescription description) {
    verbs.merge(key, description, Dimensions::better);
  }

  List<TaskResult.Voiding> voidings() {
    return voidings;
  }

  Map<Long, ActorIdentity> actors() {
    return actors;
  }

  Map<Long, ActivityDescription> activities() {
    return activities;
  }

  Map<Long, VerbDescription> verbs() {
    return verbs;
  }

  private LocalDate day(long micros) {
    // Zones change their offset at whole minutes, so events of one minute share their day.
    long minute = Math.floorDiv(micros, 60 * MICROS);
    if (minute != lastDay) {
      lastDay = minute;
      lastDate = instant(micros).toInstant().atZone(zone).toLocalDate();
    }
    return lastDate;
  }

  private static OffsetDateTime instant(long micros) {
    return Instant.ofEpochSecond(
            Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L)
        .atOffset(ZoneOffset.UTC);
  }

  private static BigDecimal score(BigDecimal value) {
    return value == null ? null : value.setScale(SCORE_SCALE, RoundingMode.UNNECESSARY);
  }

  private static BigDecimal seconds(BigDecimal value) {
    return value == null ? null : value.setScale(SECONDS_SCALE, RoundingMode.DOWN);
  }
}
