package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * The keys of actors, activities and verbs, remembered so that a hash is computed once, and what
 * was told of them, so that it is told again only when it differs. Bounded: a table that is full is
 * emptied, which costs hashing and telling again, nothing else.
 */
final class Directory {
  private static final int CAPACITY = 1 << 16;

  private final ActorKeys actorKeys;
  private final Vocabulary vocabulary;
  private final Map<String, Told<ActorIdentity>> actors = new HashMap<>();
  private final Map<String, Told<ActivityDescription>> activities = new HashMap<>();
  private final Map<String, Verb> verbs = new HashMap<>();

  Directory(ActorKeys actorKeys, Vocabulary vocabulary) {
    this.actorKeys = actorKeys;
    this.vocabulary = vocabulary;
  }

  private static final class Told<T> {
    final long key;
    T last;

    Told(long key) {
      this.key = key;
    }
  }

  /** A verb as the directory knows it. */
  static final class Verb {
    final long key;
    final String action;
    final boolean known;
    private boolean told;
    private String display;

    Verb(long key, String action, boolean known) {
      this.key = key;
      this.action = action;
      this.known = known;
    }
  }

  /** The key of an actor, told to the sink. */
  long actor(ActorIdentity identity, StatementSink sink) {
    String canonical = identity.canonical();
    Told<ActorIdentity> told = actors.get(canonical);
    if (told == null) {
      told = new Told<>(actorKeys.of(canonical));
      put(actors, canonical, told);
    }
    if (!identity.equals(told.last)) {
      told.last = identity;
      sink.actor(told.key, identity);
    }
    return told.key;
  }

  /** The key of an activity, told to the sink. */
  long activity(ContextActivity activity, String kind, StatementSink sink) {
    Told<ActivityDescription> told = activities.get(activity.iri());
    if (told == null) {
      told = new Told<>(Keys.of(activity.iri()));
      put(activities, activity.iri(), told);
    }
    String name = activity.name();
    ActivityDescription last = told.last;
    if (last == null
        || !last.kind().equals(kind)
        || !Objects.equals(last.typeIri(), activity.typeIri())
        || !Objects.equals(last.name(), name)) {
      told.last = new ActivityDescription(activity.iri(), activity.typeIri(), kind, name);
      sink.activity(told.key, told.last);
    }
    return told.key;
  }

  /** A verb, told to the sink. */
  Verb verb(JsonNode node, StatementSink sink) {
    String iri = node.get("id").textValue();
    Verb verb = verbs.get(iri);
    if (verb == null) {
      String action = vocabulary.action(iri);
      verb = new Verb(Keys.of(iri), action == null ? Action.OTHER : action, action != null);
      put(verbs, iri, verb);
    }
    String display = Labels.choose(node.path("display"));
    if (!verb.told || !Objects.equals(verb.display, display)) {
      verb.told = true;
      verb.display = display;
      sink.verb(verb.key, new VerbDescription(iri, verb.action, verb.known, display));
    }
    return verb;
  }

  private static <V> void put(Map<String, V> table, String key, V value) {
    if (table.size() >= CAPACITY) {
      table.clear();
    }
    table.put(key, value);
  }
}
