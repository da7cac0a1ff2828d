package vn.chuyencan.source.moodle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** What the rows of a site's log say, as texts to compare. */
final class ToldEvents implements StatementSink {
  static final ScanOptions OPTIONS =
      ScanOptions.of(
          ScanMode.LENIENT,
          "secret".getBytes(StandardCharsets.UTF_8),
          Instant.parse("2100-01-01T00:00:00Z"));

  private final Map<Long, ActorIdentity> actors = new HashMap<>();
  private final Map<Long, ActivityDescription> activities = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<Long> addresses = new ArrayList<>();

  private ToldEvents() {}

  /** The events of a site's log. */
  static ToldEvents of(MoodleSite site) {
    return of(SiteSettings.of(site), 0, Long.MAX_VALUE);
  }

  /** The events of a range of ids. */
  static ToldEvents of(MoodleSettings settings, long first, long last) {
    return of(settings, first, last, OPTIONS);
  }

  /** The same with fingerprints of the addresses. */
  static ToldEvents withAddresses(MoodleSite site) {
    return of(
        SiteSettings.of(site),
        0,
        Long.MAX_VALUE,
        OPTIONS.withFingerprints(
            Fingerprints.of(OPTIONS.actorSecret(), Set.of(Fingerprints.Thing.ADDRESS))));
  }

  private static ToldEvents of(
      MoodleSettings settings, long first, long last, ScanOptions options) {
    ToldEvents told = new ToldEvents();
    MoodleNames names;
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      names = MoodleNames.read(database);
    }
    new LogReading(settings, names, options, 1, "log", LogEras.NONE)
        .read(new LogPart(List.of(new LogShare(first, last))), null, told);
    return told;
  }

  /** Row id, actor, action, kind, activity, and what else is told. */
  List<String> lines() {
    return lines;
  }

  /** The fingerprints of the addresses, row by row; null where there is none. */
  List<Long> addresses() {
    return addresses;
  }

  /** Row id and reason. */
  List<String> rejected() {
    return rejected;
  }

  /** The names of actors by their accounts. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    actors.values().forEach(actor -> names.put(actor.identifier(), actor.name()));
    return names;
  }

  @Override
  public void accepted(StatementRecord record) {
    addresses.add(record.hasAddressKey() ? (Long) record.addressKey() : null);
    StringBuilder line = new StringBuilder();
    line.append(record.fileOffset())
        .append(' ')
        .append(actors.get(record.actorKey()).identifier())
        .append(' ')
        .append(record.action())
        .append(' ')
        .append(record.activityKind())
        .append(' ')
        .append(path(record.activityKey()))
        .append(" origin=")
        .append(record.origin());
    if (record.hasCourseKey()) {
      line.append(" course=").append(path(record.courseKey()));
    }
    if (record.hasParentKey()) {
      line.append(" parent=").append(path(record.parentKey()));
    }
    if (record.hasReplyToKey()) {
      line.append(" reply=").append(path(record.replyToKey()));
    }
    if (record.hasAttemptKey()) {
      line.append(" attempt=").append(path(record.attemptKey()));
    }
    if (record.hasTargetActorKey()) {
      line.append(" target=").append(actors.get(record.targetActorKey()).identifier());
    }
    lines.add(line.toString());
  }

  private String path(long key) {
    return activities.get(key).iri().substring(SmallSite.ADDRESS.length());
  }

  @Override
  public void rejected(RejectedStatement refused) {
    rejected.add(refused.fileOffset() + " " + refused.reason());
  }

  @Override
  public void outOfScope(StatementRecord record) {
    throw new AssertionError("nothing is out of scope");
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
    // Told by the action.
  }
}
