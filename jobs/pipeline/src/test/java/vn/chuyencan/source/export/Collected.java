package vn.chuyencan.source.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** What a folder of downloads tells, in words. */
final class Collected implements StatementSink {
  static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  static final ExportSettings SITE = ExportSettings.of("https://lms.example", HANOI);

  final List<Event> events = new ArrayList<>();
  final List<RejectedStatement> rejected = new ArrayList<>();
  DownloadFolder folder;
  private final Map<Long, ActorIdentity> actors = new HashMap<>();
  private final Map<Long, String> activities = new HashMap<>();
  private final Map<Long, VerbDescription> verbs = new HashMap<>();

  record Event(
      UUID id,
      long content,
      Instant at,
      String actor,
      String name,
      String verb,
      String action,
      String kind,
      String origin,
      String course,
      String activity,
      String parent,
      String target) {}

  /** Reads downloads as one folder. */
  static Collected of(ExportSettings settings, Download... downloads) {
    return of(settings, new Known(), Arrays.asList(downloads));
  }

  /** Reads some downloads of a folder of which all is known that its files say. */
  static Collected of(ExportSettings settings, Known known, List<Download> downloads) {
    Collected all = new Collected();
    all.folder = DownloadFolder.survey(downloads, settings, known);
    EventDraft draft =
        new EventDraft(
            ScanOptions.of(
                ScanMode.LENIENT,
                "secret".getBytes(StandardCharsets.UTF_8),
                Instant.parse("2100-01-01T00:00:00Z")),
            all);
    try {
      for (LogFile log : all.folder.logs()) {
        all.folder.tell(log, 1, draft);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return all;
  }

  static Download file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Download file(String name, byte[] bytes) {
    return new Download() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  List<UUID> ids() {
    return events.stream().map(Event::id).toList();
  }

  @Override
  public void accepted(StatementRecord record) {
    ActorIdentity actor = actors.get(record.actorKey());
    events.add(
        new Event(
            new UUID(record.eventIdHigh(), record.eventIdLow()),
            record.contentHash(),
            Instant.ofEpochSecond(record.occurredAt() / 1_000_000),
            actor.identifier(),
            actor.name(),
            verbs.get(record.verbKey()).iri(),
            record.action(),
            record.activityKind(),
            record.origin(),
            record.hasCourseKey() ? activities.get(record.courseKey()) : null,
            record.hasActivityKey() ? activities.get(record.activityKey()) : null,
            record.hasParentKey() ? activities.get(record.parentKey()) : null,
            record.hasTargetActorKey() ? actors.get(record.targetActorKey()).identifier() : null));
  }

  @Override
  public void rejected(RejectedStatement statement) {
    rejected.add(statement);
  }

  @Override
  public void outOfScope(StatementRecord record) {}

  @Override
  public void actor(long key, ActorIdentity identity) {
    actors.put(key, identity);
  }

  @Override
  public void activity(long key, ActivityDescription description) {
    activities.put(key, description.iri());
  }

  @Override
  public void verb(long key, VerbDescription description) {
    verbs.put(key, description);
  }
}
