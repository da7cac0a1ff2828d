package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
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
  private static final String LOGSTORE = "http://lrs.learninglocker.net/define/extensions/info";
  private static final String CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";

  /** Extensions in which logstore_xapi names whom an act concerns: to whom, or as whom. */
  private static final List<String> CONCERNED =
      List.of(
          "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/to",
          "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/as");

  private final Vocabulary vocabulary;
  private final Directory directory;
  private final StatementContent content = new StatementContent();
  private final ContextActivities activities = new ContextActivities();

  StatementReader(Vocabulary vocabulary, Directory directory) {
    this.vocabulary = vocabulary;
    this.directory = directory;
  }

  /**
   * Fills id and hash of the record. Its instants are set by the caller before.
   *
   * @param statement valid by the rules
   */
  void identify(JsonNode statement, StatementRecord record) {
    content.describe(statement, event(statement.path("context")), record);
    if (statement.has("id")) {
      String id = statement.get("id").textValue();
      record.eventIdHigh = Uuids.high(id);
      record.eventIdLow = Uuids.low(id);
    }
  }

  /** Fills the rest of a record that is identified. */
  void read(JsonNode statement, StatementRecord record, StatementSink sink) {
    JsonNode context = statement.path("context");
    String event = event(context);
    Vocabulary.EventRule rule = event == null ? null : vocabulary.event(event);
    activities.read(context, vocabulary);
    boolean anonymous = actor(statement.get("actor"), record, sink);
    Directory.Verb verb = directory.verb(statement.get("verb"), sink);
    record.verbKey = verb.key;
    record.action = rule == null ? verb.action : rule.action(verb.action);
    boolean reference = object(statement, context, record, sink);
    targetActor(statement.get("object"), context, record, sink);
    record.origin = origin(reference, anonymous, rule, record, context);
    voiding(statement, record);
    OutcomeReader.read(statement.path("result"), record);
  }

  private static String event(JsonNode context) {
    return context.path("extensions").path(LOGSTORE).path("event_name").asText(null);
  }

  /** Whether the actor is an anonymous group. */
  private boolean actor(JsonNode actor, StatementRecord record, StatementSink sink) {
    ActorIdentity identity = ActorReader.identity(actor);
    boolean anonymous = identity == null;
    if (anonymous) {
      String id = new java.util.UUID(record.eventIdHigh, record.eventIdLow).toString();
      identity = new ActorIdentity("group", null, id, actor.path("name").asText(null));
    }
    record.actorKey = directory.actor(identity, sink);
    return anonymous;
  }

  /** Whether the object is a statement, so that the actor's activity is elsewhere. */
  private boolean object(
      JsonNode statement, JsonNode context, StatementRecord record, StatementSink sink) {
    JsonNode object = statement.get("object");
    switch (object.path("objectType").asText("Activity")) {
      case "Agent", "Group" -> {
        record.activityKind = ActivityKind.PERSON;
        places(null, ActivityKind.PERSON, context, record, sink);
        return false;
      }
      case "StatementRef", "SubStatement" -> {
        record.activityKind = ActivityKind.OTHER;
        places(null, ActivityKind.OTHER, context, record, sink);
        return true;
      }
      default -> {
        ContextActivity activity = ContextActivity.of(object, vocabulary);
        String kind = kind(activity, record);
        record.activityKind = kind;
        record.activity.set(directory.activity(activity, kind, sink));
        places(activity, kind, context, record, sink);
        return false;
      }
    }
  }

  /**
   * The kind of the object. Open edX calls a reply a discussion too and names the discussion in
   * which it stands; it calls every part of a problem evaluated, as it does the whole.
   */
  private String kind(ContextActivity object, StatementRecord record) {
    if (object.is(ActivityKind.DISCUSSION)
        && activities.first(ActivityKind.DISCUSSION, object.iri()) != null) {
      if (record.action.equals(Action.CREATED)) {
        record.action = Action.REPLIED;
      }
      return ActivityKind.POST;
    }
    if (activities.isPartOfGroup() && record.action.equals(Action.SCORED)) {
      record.action = Action.ANSWERED;
    }
    return object.kind();
  }

  private void places(
      ContextActivity object,
      String kind,
      JsonNode context,
      StatementRecord record,
      StatementSink sink) {
    String iri = object == null ? null : object.iri();
    ContextActivity course = activities.first(ActivityKind.COURSE, null);
    if (course == null && kind.equals(ActivityKind.COURSE)) {
      course = object;
    }
    if (course != null) {
      record.course.set(directory.activity(course, course.kind(), sink));
    }
    ContextActivity parent = parent(kind, iri);
    if (parent != null) {
      record.parent.set(directory.activity(parent, parent.kind(), sink));
    }
    if (kind.equals(ActivityKind.POST)) {
      ContextActivity discussion = activities.first(ActivityKind.DISCUSSION, iri);
      if (discussion != null) {
        record.replyTo.set(directory.activity(discussion, discussion.kind(), sink));
      }
    }
    attempt(object, kind, context, record, sink);
  }

  private ContextActivity parent(String kind, String iri) {
    ContextActivity container =
        switch (kind) {
          case ActivityKind.POST, ActivityKind.DISCUSSION ->
              activities.first(ActivityKind.FORUM, iri);
          case ActivityKind.ATTEMPT, ActivityKind.QUESTION, ActivityKind.REVIEW ->
              activities.first(ActivityKind.QUIZ, iri);
          default -> null;
        };
    if (container != null) {
      return container;
    }
    ContextActivity nearest = activities.nearestContainer(iri);
    // The discussion of a reply is told by its own key.
    boolean discussion =
        nearest != null && kind.equals(ActivityKind.POST) && nearest.is(ActivityKind.DISCUSSION);
    return discussion ? null : nearest;
  }

  private void attempt(
      ContextActivity object,
      String kind,
      JsonNode context,
      StatementRecord record,
      StatementSink sink) {
    if (object != null && kind.equals(ActivityKind.ATTEMPT)) {
      record.attempt.set(record.activity.value());
      return;
    }
    ContextActivity attempt = activities.first(ActivityKind.ATTEMPT, null);
    if (attempt != null) {
      record.attempt.set(directory.activity(attempt, attempt.kind(), sink));
    } else if (object != null && context.has("registration") && activities.has(CMI5)) {
      String registration = context.get("registration").textValue().toLowerCase(Locale.ROOT);
      record.attempt.set(Keys.of(registration + "|" + object.iri()));
    }
  }

  private void targetActor(
      JsonNode object, JsonNode context, StatementRecord record, StatementSink sink) {
    ActorIdentity target = null;
    String type = object.path("objectType").asText("Activity");
    if (type.equals("Agent") || type.equals("Group")) {
      target = ActorReader.identity(object);
    } else if (context.has("instructor")) {
      target = ActorReader.identity(context.get("instructor"));
    } else {
      target = concerned(context.path("extensions"));
    }
    if (target == null) {
      return;
    }
    long key = directory.actor(target, sink);
    if (key != record.actorKey) {
      record.targetActor.set(key);
    }
  }

  private static ActorIdentity concerned(JsonNode extensions) {
    for (String extension : CONCERNED) {
      JsonNode person = extensions.path(extension);
      // Nothing has checked what stands in an extension.
      if (person.path("account").path("homePage").isTextual()
          && person.path("account").path("name").isTextual()) {
        return ActorReader.identity(person);
      }
    }
    return null;
  }

  private static String origin(
      boolean reference,
      boolean anonymous,
      Vocabulary.EventRule rule,
      StatementRecord record,
      JsonNode context) {
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
          context.has("instructor") && record.hasTargetActorKey()
              ? rule.origin()
              : Origin.STATEMENT;
    };
  }

  private static void voiding(JsonNode statement, StatementRecord record) {
    if (statement.get("verb").get("id").textValue().equals(StatementRules.VOIDED)) {
      String id = statement.get("object").get("id").textValue();
      record.voided = true;
      record.voidedIdHigh = Uuids.high(id);
      record.voidedIdLow = Uuids.low(id);
    }
  }
}
