package vn.chuyencan.xapi;

import java.util.Set;
import vn.chuyencan.xapi.rules.StatementRules;
import vn.chuyencan.xapi.rules.Uuids;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Reads the meaning of a valid statement: who did what to what, where, and with which outcome, in
 * the dialects of logstore_xapi, cmi5, the video profile and Open edX.
 */
final class StatementReader {
  private static final Set<String> POSTS = Set.of(ActivityKind.DISCUSSION, ActivityKind.POST);

  private final Vocabulary vocabulary;
  private final Directory directory;
  private final Dialect dialect;
  private final Fingerprinter fingerprinter;
  private final StatementContent content = new StatementContent();

  /**
   * @param dialect whose conventions are looked for
   * @param fingerprinter takes fingerprints of the texts of posts
   */
  StatementReader(
      Vocabulary vocabulary, Directory directory, Dialect dialect, Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
    this.vocabulary = vocabulary;
    this.directory = directory;
    this.dialect = dialect;
  }

  /** Fills id and hash of the record. Its instants are set by the caller before. */
  void identify(StatementParts parts, StatementRecord record) {
    content.describe(parts, record);
    if (parts.hasId) {
      record.eventIdHigh = parts.idHigh;
      record.eventIdLow = parts.idLow;
    }
  }

  /** Fills the rest of a record that is identified. */
  void read(StatementParts parts, StatementRecord record, StatementSink sink) {
    String event = dialect.includes(Dialect.LOGSTORE_XAPI) ? parts.extensions.event() : null;
    Vocabulary.EventRule rule = event == null ? null : vocabulary.event(event);
    // Moodle's surveys are anonymous unless somebody says otherwise, and the sender names the actor
    // all the same: who answered is not to be known, as of databases and downloads.
    boolean hides = rule != null && rule.origin().equals(Origin.ANONYMOUS);
    boolean anonymous = actor(hides ? ActorMention.NOBODY : parts.actor, record, sink);
    Directory.Verb verb = directory.verb(parts.verb, sink);
    record.verbKey = verb.key;
    record.action = rule == null ? verb.action : rule.action(verb.action);
    boolean reference = object(parts, record, sink);
    if (!hides) {
      targetActor(parts, record, sink);
    }
    record.origin = origin(reference, anonymous, rule, record, parts);
    voiding(parts, record);
    parts.result.fill(record);
    record.awaitsMark = event != null && awaitsMark(parts, record);
    if (fingerprinter.takesTexts() && POSTS.contains(record.activityKind)) {
      record.setText(fingerprinter.text(parts.result.response()));
    }
  }

  /** Whether the actor is an anonymous group. */
  private boolean actor(ActorMention actor, StatementRecord record, StatementSink sink) {
    if (actor.identity() != null) {
      record.actorKey = directory.actor(actor, sink);
      return false;
    }
    String id = new java.util.UUID(record.eventIdHigh, record.eventIdLow).toString();
    ActorIdentity identity = new ActorIdentity("group", null, id, actor.name());
    record.actorKey = directory.actor(new ActorMention(identity), sink);
    return true;
  }

  /** Whether the object is a statement, so that the actor's activity is elsewhere. */
  private boolean object(StatementParts parts, StatementRecord record, StatementSink sink) {
    if (parts.activity != null) {
      String kind = kind(parts, record);
      record.activityKind = kind;
      record.activity.set(directory.activity(parts.activity, kind, sink));
      places(kind, parts, record, sink);
      return false;
    }
    boolean person = parts.person != null;
    record.activityKind = person ? ActivityKind.PERSON : ActivityKind.OTHER;
    places(record.activityKind, parts, record, sink);
    return !person;
  }

  /**
   * The kind of the object. Open edX calls a reply a discussion too and names the discussion in
   * which it stands; it calls every part of a problem evaluated, as it does the whole.
   */
  private String kind(StatementParts parts, StatementRecord record) {
    ContextActivity object = parts.activity;
    if (!dialect.includes(Dialect.OPEN_EDX)) {
      return object.kind();
    }
    if (object.is(ActivityKind.DISCUSSION)
        && parts.activities.first(ActivityKind.DISCUSSION, object) != null) {
      if (record.action.equals(Action.CREATED)) {
        record.action = Action.REPLIED;
      }
      return ActivityKind.POST;
    }
    if (parts.activities.isPartOfGroup() && record.action.equals(Action.SCORED)) {
      record.action = Action.ANSWERED;
    }
    return object.kind();
  }

  private void places(
      String kind, StatementParts parts, StatementRecord record, StatementSink sink) {
    ContextActivities activities = parts.activities;
    ContextActivity object = parts.activity;
    ContextActivity course = activities.first(ActivityKind.COURSE, null);
    if (course == null && kind.equals(ActivityKind.COURSE)) {
      course = object;
    }
    if (course != null) {
      record.course.set(directory.activity(course, course.kind(), sink));
    }
    ContextActivity parent = parent(kind, object, activities);
    if (parent != null) {
      record.parent.set(directory.activity(parent, parent.kind(), sink));
    }
    if (kind.equals(ActivityKind.POST)) {
      ContextActivity discussion = activities.first(ActivityKind.DISCUSSION, object);
      if (discussion != null) {
        record.replyTo.set(directory.activity(discussion, discussion.kind(), sink));
      }
    }
    attempt(kind, parts, record, sink);
  }

  private static ContextActivity parent(
      String kind, ContextActivity object, ContextActivities activities) {
    ContextActivity container =
        switch (kind) {
          case ActivityKind.POST, ActivityKind.DISCUSSION ->
              activities.first(ActivityKind.FORUM, object);
          case ActivityKind.ATTEMPT, ActivityKind.QUESTION, ActivityKind.REVIEW ->
              activities.first(ActivityKind.QUIZ, object);
          default -> null;
        };
    if (container != null) {
      return container;
    }
    ContextActivity nearest = activities.nearestContainer(object);
    // The discussion of a reply is told by its own key.
    boolean discussion =
        nearest != null && kind.equals(ActivityKind.POST) && nearest.is(ActivityKind.DISCUSSION);
    return discussion ? null : nearest;
  }

  private void attempt(
      String kind, StatementParts parts, StatementRecord record, StatementSink sink) {
    ContextActivity object = parts.activity;
    if (object != null && kind.equals(ActivityKind.ATTEMPT)) {
      record.attempt.set(record.activity.value());
      return;
    }
    ContextActivity attempt = parts.activities.first(ActivityKind.ATTEMPT, null);
    if (attempt != null) {
      record.attempt.set(directory.activity(attempt, attempt.kind(), sink));
    } else if (object != null
        && parts.hasRegistration
        && dialect.includes(Dialect.CMI5)
        && parts.activities.hasCmi5()) {
      record.attempt.set(Keys.of(parts.registration() + "|" + object.iri()));
    }
  }

  private void targetActor(StatementParts parts, StatementRecord record, StatementSink sink) {
    ActorMention target =
        dialect.includes(Dialect.LOGSTORE_XAPI) ? parts.extensions.concerned() : null;
    if (parts.person != null) {
      target = parts.person;
    } else if (parts.instructor != null) {
      target = parts.instructor;
    }
    if (target == null || target.identity() == null) {
      return;
    }
    long key = directory.actor(target, sink);
    if (key != record.actorKey) {
      record.targetActor.set(key);
    }
  }

  private static String origin(
      boolean reference,
      boolean anonymous,
      Vocabulary.EventRule rule,
      StatementRecord record,
      StatementParts parts) {
    if (reference) {
      return Origin.REFERENCE;
    }
    if (anonymous) {
      return Origin.ANONYMOUS;
    }
    if (rule == null) {
      return Origin.STATEMENT;
    }
    return switch (rule.when()) {
      case ALWAYS -> rule.origin();
      case INSTRUCTOR_DIFFERS ->
          parts.instructor != null && record.hasTargetActorKey() ? rule.origin() : Origin.STATEMENT;
    };
  }

  /**
   * Moodle marks no text by itself, and until a person has, the plugin sends the attempt with
   * nothing for it (PITFALLS 2). An empty text Moodle marks: it is nothing.
   */
  private static boolean awaitsMark(StatementParts parts, StatementRecord record) {
    return parts.activity != null
        && parts.activity.isLongText()
        && record.action.equals(Action.ANSWERED)
        && Boolean.TRUE.equals(record.completion)
        && record.success == null
        && record.scoreRaw == null
        && record.scoreScaled == null;
  }

  private static void voiding(StatementParts parts, StatementRecord record) {
    if (parts.verb.iri().equals(StatementRules.VOIDED)) {
      record.voided = true;
      record.voidedIdHigh = Uuids.high(parts.reference);
      record.voidedIdLow = Uuids.low(parts.reference);
    }
  }
}
