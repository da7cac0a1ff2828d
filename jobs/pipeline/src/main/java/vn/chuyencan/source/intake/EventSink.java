package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * Turns what a scan finds into rows of the lake, and adds up, while the events pass, what would
 * else have to be read from them again.
 */
final class EventSink implements StatementSink {
  private final TaskFiles files;
  private final RowsOf common;
  private final LocalDays days;
  private final ForumRows forums;
  private final AssessmentRows assessments;
  private final Record reject;
  private final DayTraces traces = new DayTraces();

  /** Null where nobody looks for addresses. */
  private final AddressTraces addresses;

  private final VerbDays verbDays = new VerbDays();
  private final EventClock clock = new EventClock();
  private final Map<Long, Long> writtenAt;
  private long lastFile;
  private long lastWrittenAt = Long.MAX_VALUE;
  private final List<TaskResult.Voiding> voidings = new ArrayList<>();
  private final Map<Long, ActorIdentity> actors = new HashMap<>();
  private final Map<Long, ActivityDescription> activities = new HashMap<>();
  private final Map<Long, VerbDescription> verbs = new HashMap<>();
  private final Forgotten forgotten;

  /**
   * @param files where the rows go
   * @param common what all rows have in common
   * @param zone the institution's, in which an event's day is told
   * @param writtenAt when files were last written, in microseconds since the epoch, by their ids
   * @param forgotten who was erased
   */
  EventSink(
      TaskFiles files, RowsOf common, ZoneId zone, Map<Long, Long> writtenAt, Forgotten forgotten) {
    this.forgotten = forgotten;
    this.writtenAt = writtenAt;
    this.files = files;
    this.common = common;
    this.days = new LocalDays(zone);
    this.forums = new ForumRows(files.forums(), common, activities, forgotten);
    this.assessments = new AssessmentRows(files.assessments(), common, activities, forgotten);
    this.reject = GenericRecord.create(files.rejects().schema());
    common.fill(reject);
    this.addresses = files.addresses().map(table -> new AddressTraces(table, common)).orElse(null);
  }

  @Override
  public void accepted(StatementRecord record) {
    if (forgotten.drops(record)) {
      return;
    }
    int day = days.of(record.occurredAt());
    boolean counted = Origin.STATEMENT.equals(record.origin());
    long course = record.hasCourseKey() ? record.courseKey() : 0;
    try {
      files.events().write(record, day);
      files
          .notes()
          .add(
              record.eventIdHigh(),
              record.eventIdLow(),
              record.contentHash(),
              record.occurredAt(),
              record.actorKey(),
              course,
              record.verbKey(),
              files.events().file(),
              files.events().position(),
              record.hasVoidedId(),
              counted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    verbDays.add(common.source(), day, record.verbKey(), 1);
    clock.add(
        day,
        record.occurredAt(),
        record.hasStoredAt(),
        record.storedAt(),
        writtenAt(record.fileId()));
    if (counted) {
      traces.of(record.actorKey(), course, day).add(record.occurredAt(), length(record));
      if (addresses != null && record.hasAddressKey() && record.hasCourseKey()) {
        addresses.add(record.actorKey(), course, day, record.addressKey(), record.occurredAt());
      }
    }
    forums.add(record, day);
    assessments.add(record, day);
    if (record.hasVoidedId()) {
      voidings.add(
          new TaskResult.Voiding(
              new UUID(record.voidedIdHigh(), record.voidedIdLow()).toString(),
              new UUID(record.eventIdHigh(), record.eventIdLow()).toString(),
              record.contentHash()));
    }
  }

  private long writtenAt(long file) {
    if (file != lastFile) {
      lastFile = file;
      lastWrittenAt = writtenAt.getOrDefault(file, Long.MAX_VALUE);
    }
    return lastWrittenAt;
  }

  private static long length(StatementRecord record) {
    BigDecimal seconds = record.durationSeconds();
    return seconds == null ? 0 : EventColumns.unscaledSeconds(seconds);
  }

  @Override
  public void rejected(RejectedStatement rejected) {
    reject.setField("file_id", rejected.fileId());
    reject.setField("path", forgotten.blotted(rejected.path()));
    reject.setField("file_offset", rejected.fileOffset());
    reject.setField("reason", rejected.reason().name());
    // The message quotes of the text, maybe half a name only: where one names somebody both go.
    boolean named = forgotten.isNamedIn(rejected.text()) || forgotten.isNamedIn(rejected.message());
    reject.setField("message", named ? "" : rejected.message());
    reject.setField("text", named ? "" : rejected.text());
    files.rejects().files().write(reject);
  }

  @Override
  public void outOfScope(StatementRecord record) {
    // Counted by the scan; what the configuration excludes is not kept.
  }

  @Override
  public void actor(long key, ActorIdentity identity) {
    if (forgotten.is(key)) {
      return;
    }
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

  /** Writes what was added up. */
  void finish() throws IOException {
    for (DayTrace trace : traces.sorted()) {
      files.bursts().write(new BurstRow(common.source(), trace, common.part(), false));
    }
    if (addresses != null) {
      addresses.finish();
    }
    Record row = GenericRecord.create(files.activities().schema());
    common.fill(row);
    new TreeMap<>(activities)
        .forEach(
            (key, activity) -> {
              if (!forgotten.needs(key)) {
                return;
              }
              row.setField("activity_key", key);
              row.setField("iri", forgotten.blotted(activity.iri()));
              row.setField("type_iri", activity.typeIri());
              row.setField("kind", activity.kind());
              row.setField("name", forgotten.blotted(activity.name()));
              files.activities().files().write(row);
            });
  }

  List<VerbDays.Count> verbDays() {
    List<VerbDays.Count> counts = new ArrayList<>();
    verbDays
        .counts()
        .forEach((key, events) -> counts.add(new VerbDays.Count(key.day(), key.verb(), events)));
    return counts;
  }

  List<EventClock.Day> clock() {
    return clock.days();
  }

  List<TaskResult.Voiding> voidings() {
    return voidings;
  }

  Map<Long, ActorIdentity> actors() {
    return actors;
  }

  Map<Long, VerbDescription> verbs() {
    return verbs;
  }
}
