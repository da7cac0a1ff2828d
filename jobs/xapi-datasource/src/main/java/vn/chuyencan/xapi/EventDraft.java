package vn.chuyencan.xapi;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Makes records of sources that are no statements (rows of a log, lines of tracking) and tells them
 * to a sink, with the same keys for the same actors, activities and verbs. One object is filled
 * again and again: {@link #begin}, then what is known, then {@link #accept} or {@link #reject}. Not
 * safe for use by two threads.
 */
public final class EventDraft {
  /** Name space of ids of what has none: UUIDv5 of this project's name as a URL. */
  private static final UUID NAMESPACE = UUID.fromString("6f1c1f2c-3a52-5d0e-9a52-7a6d3c1a9b41");

  private static final int REMEMBERED = 1 << 14;

  private final StatementSink sink;
  private final Directory directory;
  private final StatementRecord record = new StatementRecord();
  private final MessageDigest sha1 = Keys.digest("SHA-1");
  private final MessageDigest sha256 = Keys.sha256();
  private final byte[] namespace;
  private final Fingerprinter fingerprinter;
  private final Instant latest;
  private final long from;
  private final long until;
  private final Map<ActorIdentity, ActorMention> actors = new HashMap<>();
  private final Map<ActivityDescription, ContextActivity> activities = new HashMap<>();
  private final Map<VerbDescription, VerbMention> verbs = new HashMap<>();
  private String path;
  private String text;
  private ActorMention actor;
  private ActorMention target;
  private VerbMention verb;
  private String action;
  private String kind;
  private Instant occurredAt;
  private ActivityDescription activity;
  private ActivityDescription course;
  private ActivityDescription parent;
  private ActivityDescription replyTo;
  private ActivityDescription attempt;
  private long accepted;
  private long rejected;
  private long outOfScope;

  /**
   * @param options the secret of actor keys, the range of time that is in scope, and the latest
   *     plausible instant; the rest concerns statements
   * @param sink who is told
   */
  public EventDraft(ScanOptions options, StatementSink sink) {
    this.sink = sink;
    this.directory = new Directory(new ActorKeys(options.actorSecret()), Vocabulary.bundled());
    this.fingerprinter = new Fingerprinter(options.fingerprints());
    this.latest = options.latestPlausible();
    this.from = options.from() == null ? Long.MIN_VALUE : micros(options.from());
    this.until = options.until() == null ? Long.MAX_VALUE : micros(options.until());
    this.namespace =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array();
  }

  /**
   * Forgets the record before.
   *
   * @param file id of the file or table
   * @param place its path or name
   * @param offset where in it the record stands: a byte, or a row's id
   */
  public EventDraft begin(long file, String place, long offset) {
    record.clear();
    record.fileId = file;
    record.fileOffset = offset;
    record.origin = Origin.STATEMENT;
    path = place;
    text = "";
    actor = null;
    target = null;
    verb = null;
    action = null;
    kind = null;
    occurredAt = null;
    activity = null;
    course = null;
    parent = null;
    replyTo = null;
    attempt = null;
    return this;
  }

  /**
   * Names the record.
   *
   * @param text the same whenever the record is read again, and no other record's in the world
   */
  public EventDraft id(String text) {
    sha1.update(namespace);
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
    record.eventIdHigh = (hash.getLong() & ~0xf000L) | (5L << 12);
    record.eventIdLow = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return this;
  }

  /** All that the record says: a repeat of its id that says something else is a conflict. */
  public EventDraft content(String text) {
    this.text = text;
    record.contentHash = Keys.first64(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** When it happened. */
  public EventDraft occurredAt(Instant instant) {
    occurredAt = instant;
    return this;
  }

  /** When a store took it in. */
  public EventDraft storedAt(Instant instant) {
    record.stored = true;
    record.storedAt = micros(instant);
    return this;
  }

  /** Who did it. */
  public EventDraft actor(ActorIdentity identity) {
    actor = mention(identity);
    return this;
  }

  /** Another person whom it concerns, or null. */
  public EventDraft target(ActorIdentity identity) {
    target = identity == null ? null : mention(identity);
    return this;
  }

  /** What was done: a verb of the vocabularies, and its text in the source, or null. */
  public EventDraft verb(String iri, String display) {
    return verb(iri, display, null);
  }

  /**
   * What was done: a verb of the source's own.
   *
   * @param meaning one of {@link Action#ALL}; null: what the vocabularies say
   */
  public EventDraft verb(String iri, String display, String meaning) {
    if (meaning != null) {
      known(Action.ALL.contains(meaning), meaning);
    }
    VerbDescription description = new VerbDescription(iri, meaning, meaning != null, display);
    verb = verbs.get(description);
    if (verb == null) {
      makeRoom(verbs);
      verb = new VerbMention(iri, display, meaning);
      verbs.put(description, verb);
    }
    return this;
  }

  /** What the verb means in this record; one of {@link Action#ALL}. */
  public EventDraft action(String meaning) {
    action = known(Action.ALL.contains(meaning), meaning);
    return this;
  }

  /** To what; its kind is the record's. */
  public EventDraft activity(ActivityDescription description) {
    activity = description;
    return this;
  }

  /** In which course, or null. */
  public EventDraft course(ActivityDescription description) {
    course = description;
    return this;
  }

  /** In which forum, quiz, book or other container, or null. */
  public EventDraft parent(ActivityDescription description) {
    parent = description;
    return this;
  }

  /** In which discussion a reply stands, or null. */
  public EventDraft replyTo(ActivityDescription description) {
    replyTo = description;
    return this;
  }

  /** Which attempt it belongs to, or null. */
  public EventDraft attempt(ActivityDescription description) {
    attempt = description;
    return this;
  }

  /** The kind of object when there is no activity; one of {@link ActivityKind#ALL}. */
  public EventDraft kind(String kindOfObject) {
    kind = known(ActivityKind.ALL.contains(kindOfObject), kindOfObject);
    return this;
  }

  /** Whose act it is; one of {@link Origin#ALL}, {@link Origin#STATEMENT} unless told. */
  public EventDraft origin(String origin) {
    record.origin = known(Origin.ALL.contains(origin), origin);
    return this;
  }

  /** A mark; what is unknown is null. */
  public EventDraft score(BigDecimal raw, BigDecimal min, BigDecimal max) {
    record.scoreRaw = raw;
    record.scoreMin = min;
    record.scoreMax = max;
    return this;
  }

  /** Whether it succeeded, or null. */
  public EventDraft success(Boolean success) {
    record.success = success;
    return this;
  }

  /** Whether it was completed, or null. */
  public EventDraft completion(Boolean completion) {
    record.completion = completion;
    return this;
  }

  /** How long it took, or null. */
  public EventDraft durationSeconds(BigDecimal seconds) {
    record.durationSeconds = seconds;
    return this;
  }

  /** From which network address, as the source writes it, or null; kept as a fingerprint only. */
  public EventDraft address(String address) {
    fingerprinter.address(address).ifPresent(record.address::set);
    return this;
  }

  /** The text that was posted, or null; kept as a fingerprint only. */
  public EventDraft postedText(String posted) {
    record.setText(fingerprinter.text(posted));
    return this;
  }

  /**
   * Tells the record, unless it lies out of scope, in the future or before all platforms.
   *
   * @throws NullPointerException if actor, verb or instant are not told
   */
  public void accept() {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(verb, "verb");
    if (occurredAt.isAfter(latest)) {
      reject(
          Reason.FUTURE_TIMESTAMP,
          "The record happened at " + occurredAt + ", after " + latest + ".",
          text);
      return;
    }
    if (occurredAt.isBefore(ScanOptions.EARLIEST_PLAUSIBLE)) {
      reject(
          Reason.PAST_TIMESTAMP,
          "The record happened at "
              + occurredAt
              + ", before "
              + ScanOptions.EARLIEST_PLAUSIBLE
              + ".",
          text);
      return;
    }
    record.occurredAt = micros(occurredAt);
    if (record.occurredAt < from || record.occurredAt >= until) {
      outOfScope++;
      sink.outOfScope(record);
      return;
    }
    fill();
    accepted++;
    sink.accepted(record);
  }

  /** Tells that the record cannot be taken, and keeps its text. */
  public void reject(Reason reason, String message, String text) {
    rejected++;
    String kept =
        text.length() <= RejectedStatement.TEXT_LIMIT
            ? text
            : text.substring(0, RejectedStatement.TEXT_LIMIT);
    sink.rejected(
        new RejectedStatement(reason, message, path, record.fileId, record.fileOffset, kept));
  }

  /** What was counted since this was last asked. */
  public ScanCounts counts() {
    ScanCounts counts =
        new ScanCounts(accepted + rejected + outOfScope, accepted, rejected, outOfScope, Map.of());
    accepted = 0;
    rejected = 0;
    outOfScope = 0;
    return counts;
  }

  private void fill() {
    record.actorKey = directory.actor(actor, sink);
    Directory.Verb known = directory.verb(verb, sink);
    record.verbKey = known.key;
    record.action = action == null ? known.action : action;
    record.activityKind = kind == null ? ActivityKind.OTHER : kind;
    if (activity != null) {
      record.activityKind = activity.kind();
      record.activity.set(key(activity));
    }
    put(record.course, course);
    put(record.parent, parent);
    put(record.replyTo, replyTo);
    put(record.attempt, attempt);
    if (target != null) {
      long other = directory.actor(target, sink);
      if (other != record.actorKey) {
        record.targetActor.set(other);
      }
    }
  }

  private void put(StatementRecord.OptionalKey place, ActivityDescription description) {
    if (description != null) {
      place.set(key(description));
    }
  }

  private long key(ActivityDescription description) {
    ContextActivity mention = activities.get(description);
    if (mention == null) {
      makeRoom(activities);
      mention =
          new ContextActivity(
              description.iri(),
              description.typeIri(),
              description.kind(),
              false,
              description.name());
      activities.put(description, mention);
    }
    return directory.activity(mention, mention.kind(), sink);
  }

  private ActorMention mention(ActorIdentity identity) {
    ActorMention mention = actors.get(identity);
    if (mention == null) {
      makeRoom(actors);
      mention = new ActorMention(identity);
      actors.put(identity, mention);
    }
    return mention;
  }

  /** Bounded: what is forgotten is only made again. */
  private static void makeRoom(Map<?, ?> remembered) {
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
  }

  private static String known(boolean known, String value) {
    if (!known) {
      throw new IllegalArgumentException(value + " is in no closed list of the vocabularies.");
    }
    return value;
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }
}
