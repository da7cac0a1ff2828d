package vn.chuyencan.source.intake;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import vn.chuyencan.table.LakeWriter;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/** Writes {@code assessment_event}: how attempts in courses ended. */
final class AssessmentRows {
  private final LakeWriter files;
  private final Map<Long, ActivityDescription> activities;
  private final Forgotten forgotten;
  private final Record row;

  /**
   * @param batch what all rows of the task have in common
   * @param activities what the scan told so far, by key; it grows
   * @param forgotten who was erased
   */
  AssessmentRows(
      TaskTable table,
      RowsOf batch,
      Map<Long, ActivityDescription> activities,
      Forgotten forgotten) {
    this.forgotten = forgotten;
    this.files = table.files();
    this.activities = activities;
    this.row = GenericRecord.create(table.schema());
    batch.fill(row);
  }

  /** Writes a row if the event tells how an attempt in a course ended. */
  void add(StatementRecord record, int day) {
    boolean awaits = Facts.awaitsMark(record);
    if (!record.hasCourseKey() || !(awaits || Facts.isAttempt(record))) {
      return;
    }
    boolean isAttempt = ActivityKind.ATTEMPT.equals(record.activityKind());
    // An answer stands with the attempt of which it is a part.
    boolean part = awaits || (isAttempt && record.hasParentKey());
    long exercise = part ? record.parentKey() : record.activityKey();
    UUID id = new UUID(record.eventIdHigh(), record.eventIdLow());
    row.setField("event_id", id);
    row.setField("actor_key", record.actorKey());
    row.setField("course_key", record.courseKey());
    row.setField("occurred_at", Facts.instant(record.occurredAt()));
    row.setField("event_date", LocalDate.ofEpochDay(day));
    row.setField("exercise_key", exercise);
    row.setField("exercise_iri", iri(exercise));
    row.setField("attempt", attempt(record, isAttempt || awaits, id));
    row.setField("score_raw", Facts.score(record.scoreRaw()));
    row.setField("score_min", Facts.score(record.scoreMin()));
    row.setField("score_max", Facts.score(record.scoreMax()));
    row.setField("score_scaled", Facts.score(record.scoreScaled()));
    row.setField("success", record.success());
    row.setField("duration_seconds", Facts.seconds(record.durationSeconds()));
    row.setField("abandoned", Facts.isAbandoned(record));
    row.setField("awaits_mark", awaits ? Boolean.TRUE : null);
    row.setField("content_hash", record.contentHash());
    files.write(row);
  }

  private String iri(long key) {
    return forgotten.blotted(activities.get(key).iri());
  }

  private String attempt(StatementRecord record, boolean isAttempt, UUID id) {
    if (isAttempt) {
      return iri(record.attemptKey());
    }
    return record.hasAttemptKey() ? HexFormat.of().toHexDigits(record.attemptKey()) : id.toString();
  }
}
