package vn.chuyencan.source.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import vn.chuyencan.table.LakeWriter;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/** Writes {@code forum_event}: posts in courses, and deletions wherever they were told. */
final class ForumRows {
  private static final String TOPIC = "topic";
  private static final String REPLY = "reply";
  private static final String DELETED = "deleted";

  private final LakeWriter files;
  private final Map<Long, ActivityDescription> activities;
  private final Forgotten forgotten;
  private final Record row;

  /**
   * @param batch what all rows of the task have in common
   * @param activities what the scan told so far, by key; it grows
   * @param forgotten who was erased
   */
  ForumRows(
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

  /** Writes a row if the event tells of a post. */
  void add(StatementRecord record, int day) {
    boolean deleted = Facts.isDeletion(record);
    if (!deleted && !(record.hasCourseKey() && Facts.isPost(record))) {
      return;
    }
    boolean topic = ActivityKind.DISCUSSION.equals(record.activityKind());
    Long forum = record.hasParentKey() ? record.parentKey() : null;
    Long replyTo = record.hasReplyToKey() ? record.replyToKey() : null;
    Long discussion = topic ? Long.valueOf(record.activityKey()) : replyTo;
    row.setField("event_id", new UUID(record.eventIdHigh(), record.eventIdLow()));
    row.setField("actor_key", record.actorKey());
    row.setField("course_key", record.hasCourseKey() ? record.courseKey() : null);
    row.setField("occurred_at", Facts.instant(record.occurredAt()));
    row.setField("event_date", LocalDate.ofEpochDay(day));
    row.setField("act", act(deleted, topic));
    row.setField("object_key", record.activityKey());
    row.setField("object_iri", iri(record.activityKey()));
    row.setField("forum_key", forum);
    row.setField("forum_iri", iri(forum));
    row.setField("discussion_key", discussion);
    row.setField("discussion_iri", iri(discussion));
    row.setField("content_hash", record.contentHash());
    boolean text = !deleted && record.hasTextKey();
    row.setField("text_key", text ? (Long) record.textKey() : null);
    row.setField("text_characters", text ? (Integer) record.textCharacters() : null);
    files.write(row);
  }

  private static String act(boolean deleted, boolean topic) {
    if (deleted) {
      return DELETED;
    }
    return topic ? TOPIC : REPLY;
  }

  private String iri(Long key) {
    ActivityDescription activity = key == null ? null : activities.get(key);
    return activity == null ? null : forgotten.blotted(activity.iri());
  }
}
