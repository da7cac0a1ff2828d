package vn.chuyencan.xapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;

/** Scans files and keeps all that was told. */
final class Scans {
  static final byte[] SECRET = "institution".getBytes(StandardCharsets.UTF_8);
  static final Instant LATEST = Instant.parse("2040-01-01T00:00:00Z");
  static final Configuration HADOOP = new Configuration(false);

  private Scans() {}

  static ScanOptions strict() {
    return ScanOptions.of(ScanMode.STRICT, SECRET, LATEST);
  }

  static ScanOptions lenient() {
    return ScanOptions.of(ScanMode.LENIENT, SECRET, LATEST);
  }

  /** With fingerprints of all that is not kept. */
  static ScanOptions fingerprinting() {
    return lenient()
        .withFingerprints(Fingerprints.of(SECRET, EnumSet.allOf(Fingerprints.Thing.class)));
  }

  /** A copy of a record's fields, without its place in a file. */
  record Event(
      UUID id,
      long contentHash,
      long occurredAt,
      Long storedAt,
      long actorKey,
      Long courseKey,
      Long activityKey,
      long verbKey,
      Long parentKey,
      Long replyToKey,
      Long targetActorKey,
      Long attemptKey,
      String action,
      String activityKind,
      String origin,
      BigDecimal scoreRaw,
      BigDecimal scoreMin,
      BigDecimal scoreMax,
      BigDecimal scoreScaled,
      Boolean success,
      Boolean completion,
      BigDecimal durationSeconds,
      UUID voidedId,
      Long textKey,
      int textCharacters,
      boolean awaitsMark) {

    static Event of(StatementRecord r) {
      return new Event(
          new UUID(r.eventIdHigh(), r.eventIdLow()),
          r.contentHash(),
          r.occurredAt(),
          r.hasStoredAt() ? r.storedAt() : null,
          r.actorKey(),
          r.hasCourseKey() ? r.courseKey() : null,
          r.hasActivityKey() ? r.activityKey() : null,
          r.verbKey(),
          r.hasParentKey() ? r.parentKey() : null,
          r.hasReplyToKey() ? r.replyToKey() : null,
          r.hasTargetActorKey() ? r.targetActorKey() : null,
          r.hasAttemptKey() ? r.attemptKey() : null,
          r.action(),
          r.activityKind(),
          r.origin(),
          r.scoreRaw(),
          r.scoreMin(),
          r.scoreMax(),
          r.scoreScaled(),
          r.success(),
          r.completion(),
          r.durationSeconds(),
          r.hasVoidedId() ? new UUID(r.voidedIdHigh(), r.voidedIdLow()) : null,
          r.hasTextKey() ? r.textKey() : null,
          r.textCharacters(),
          r.awaitsMark());
    }
  }

  /** What a scan told, in order. */
  static final class Collected implements StatementSink {
    final List<Event> events = new ArrayList<>();
    final List<Long> offsets = new ArrayList<>();
    final List<RejectedStatement> rejected = new ArrayList<>();
    final List<UUID> outOfScope = new ArrayList<>();
    final Map<Long, ActorIdentity> actors = new HashMap<>();
    final Map<Long, ActivityDescription> activities = new HashMap<>();
    final Map<Long, VerbDescription> verbs = new HashMap<>();
    ScanCounts counts = ScanCounts.NONE;

    @Override
    public void accepted(StatementRecord record) {
      events.add(Event.of(record));
      offsets.add(record.fileOffset());
    }

    @Override
    public void rejected(RejectedStatement statement) {
      rejected.add(statement);
    }

    @Override
    public void outOfScope(StatementRecord record) {
      outOfScope.add(new UUID(record.eventIdHigh(), record.eventIdLow()));
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

    /** The only event. */
    Event event() {
      if (events.size() != 1 || !rejected.isEmpty()) {
        throw new AssertionError("Not one event: " + events + rejected);
      }
      return events.get(0);
    }
  }

  static Collected scan(Path path, ScanOptions options) {
    return scan(path, options, Long.MAX_VALUE);
  }

  static Collected scan(Path path, ScanOptions options, long targetBytes) {
    Collected collected = new Collected();
    try {
      for (InputSplit split : InputSplits.plan(HADOOP, path.toUri().toString(), targetBytes)) {
        collected.counts =
            collected.counts.plus(new StatementScanner(options).scan(split, HADOOP, collected));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return collected;
  }

  static Collected scan(byte[] content, ScanOptions options) {
    return scan(content, options, Long.MAX_VALUE);
  }

  static Collected scan(byte[] content, ScanOptions options, long targetBytes) {
    try {
      Path file = Files.createTempFile("scan", ".data");
      try {
        Files.write(file, content);
        return scan(file, options, targetBytes);
      } finally {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Collected scan(String content, ScanOptions options) {
    return scan(content.getBytes(StandardCharsets.UTF_8), options);
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

  static byte[] resource(String name) {
    try (InputStream in = Scans.class.getResourceAsStream(name)) {
      byte[] bytes = in.readAllBytes();
      return name.endsWith(".gz")
          ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
          : bytes;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<String> lines(String name) {
    return new String(resource(name), StandardCharsets.UTF_8).lines().toList();
  }
}
