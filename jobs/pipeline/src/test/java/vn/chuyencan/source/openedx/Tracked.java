package vn.chuyencan.source.openedx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.source.intake.ReadCount;
import vn.chuyencan.source.intake.SplitGroups;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** What the lines of a file tell, with the texts behind the keys. */
final class Tracked implements StatementSink {
  static final String SITE = "https://openedx.example";
  private static final Configuration HADOOP = new Configuration(false);

  final List<Event> events = new ArrayList<>();
  final List<RejectedStatement> rejected = new ArrayList<>();
  ScanCounts counts = ScanCounts.NONE;
  private final Map<Long, ActorIdentity> actors = new HashMap<>();
  private final Map<Long, ActivityDescription> activities = new HashMap<>();
  private final Map<Long, VerbDescription> verbs = new HashMap<>();

  /** An accepted event; what it does not tell is null. */
  record Event(
      UUID id,
      long contentHash,
      Instant occurredAt,
      String actor,
      String target,
      String origin,
      VerbDescription verb,
      String action,
      String kind,
      String activity,
      String name,
      String course,
      String parent,
      String replyTo,
      String attempt,
      BigDecimal raw,
      BigDecimal max,
      Boolean success) {}

  static ScanOptions options() {
    return ScanOptions.of(
        ScanMode.LENIENT,
        "secret".getBytes(StandardCharsets.UTF_8),
        Instant.parse("2027-01-01T00:00:00Z"));
  }

  /** The only event of a line. */
  static Event event(String line) {
    Tracked told = read(line);
    if (told.events.size() != 1 || !told.rejected.isEmpty()) {
      throw new AssertionError("Not one event: " + told.events + told.rejected);
    }
    return told.events.get(0);
  }

  static Tracked read(String lines) {
    return read(lines.getBytes(StandardCharsets.UTF_8), options(), Long.MAX_VALUE);
  }

  static Tracked read(byte[] content, ScanOptions options, long splitBytes) {
    try {
      Path file = Files.createTempFile("tracking", ".log");
      try {
        Files.write(file, content);
        return read(InputSplits.plan(HADOOP, file.toUri().toString(), splitBytes), options);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tracked read(List<InputSplit> splits, ScanOptions options) {
    Tracked told = new Tracked();
    TrackingReading reading = new TrackingReading("tracking", SITE, options);
    for (SplitGroups.Group group : SplitGroups.of(splits, 2)) {
      for (ReadCount count : reading.read(group, new TaskPlace(0, 0, HADOOP), told)) {
        told.counts = told.counts.plus(count.counts());
      }
    }
    return told;
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public void accepted(StatementRecord r) {
    ActivityDescription activity = activities.get(r.activityKey());
    events.add(
        new Event(
            new UUID(r.eventIdHigh(), r.eventIdLow()),
            r.contentHash(),
            Instant.EPOCH.plusNanos(r.occurredAt() * 1000),
            actors.get(r.actorKey()).canonical(),
            r.hasTargetActorKey() ? actors.get(r.targetActorKey()).canonical() : null,
            r.origin(),
            verbs.get(r.verbKey()),
            r.action(),
            r.activityKind(),
            activity.iri(),
            activity.name(),
            r.hasCourseKey() ? iri(r.courseKey()) : null,
            r.hasParentKey() ? iri(r.parentKey()) : null,
            r.hasReplyToKey() ? iri(r.replyToKey()) : null,
            r.hasAttemptKey() ? iri(r.attemptKey()) : null,
            r.scoreRaw(),
            r.scoreMax(),
            r.success()));
  }

  private String iri(long key) {
    return activities.get(key).iri();
  }

  @Override
  public void rejected(RejectedStatement statement) {
    rejected.add(statement);
  }

  @Override
  public void outOfScope(StatementRecord record) {
    // Only counted.
  }

  @Override
  public void actor(long key, ActorIdentity identity) {
    actors.put(key, identity);
  }

  @Override
  public void activity(long key, ActivityDescription description) {
    activities.put(key, description);
  }

  @Override
  public void verb(long key, VerbDescription description) {
    verbs.put(key, description);
  }
}
