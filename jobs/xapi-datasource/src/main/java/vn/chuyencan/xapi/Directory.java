package vn.chuyencan.xapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * The keys of actors, activities and verbs, remembered so that a hash is computed once, and what
 * was told of them, so that it is told again only when it differs. Bounded: when a table is full,
 * all are emptied, which costs hashing and telling again, nothing else.
 */
final class Directory {
  private static final int CAPACITY = 1 << 16;

  private final ActorKeys actorKeys;
  private final Vocabulary vocabulary;
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Activity> activities = new HashMap<>();
  private final Map<String, Verb> verbs = new HashMap<>();

  /** How many tables were emptied so far: what was known before that is no longer. */
  private int emptied;

  Directory(ActorKeys actorKeys, Vocabulary vocabulary) {
    this.actorKeys = actorKeys;
    this.vocabulary = vocabulary;
  }

  /** An actor as the directory knows it. */
  static final class Actor {
    private final long key;
    private final int epoch;
    private ActorMention lastMention;
    private ActorIdentity last;

    private Actor(long key, int epoch) {
      this.key = key;
      this.epoch = epoch;
    }
  }

  /** An activity as the directory knows it. */
  static final class Activity {
    private final long key;
    private final int epoch;
    private ActivityDescription last;

    private Activity(long key, int epoch) {
      this.key = key;
      this.epoch = epoch;
    }
  }

  /** A verb as the directory knows it. */
  static final class Verb {
    final long key;
    final String action;
    final boolean known;
    private final int epoch;
    private VerbMention lastMention;
    private String display;

    private Verb(long key, String action, boolean known, int epoch) {
      this.key = key;
      this.action = action;
      this.known = known;
      this.epoch = epoch;
    }
  }

  /** The key of an actor that has an identity, told to the sink. */
  long actor(ActorMention mention, StatementSink sink) {
    Actor actor = mention.told;
    if (actor == null || actor.epoch != emptied) {
      String canonical = mention.canonical();
      actor = actors.get(canonical);
      if (actor == null) {
        makeRoom(actors);
        actor = new Actor(actorKeys.of(canonical), emptied);
        actors.put(canonical, actor);
      }
      mention.told = actor;
    }
    if (actor.lastMention != mention) {
      actor.lastMention = mention;
      if (!mention.identity().equals(actor.last)) {
        actor.last = mention.identity();
        sink.actor(actor.key, actor.last);
      }
    }
    return actor.key;
  }

  /** The key of an activity, told to the sink. */
  @SuppressWarnings("ReferenceEquality") // the very same description needs no comparing
  long activity(ContextActivity mention, String kind, StatementSink sink) {
    Activity activity = mention.told;
    if (activity == null || activity.epoch != emptied) {
      String iri = mention.iri();
      activity = activities.get(iri);
      if (activity == null) {
        makeRoom(activities);
        activity = new Activity(Keys.of(iri), emptied);
        activities.put(iri, activity);
      }
      mention.told = activity;
    }
    ActivityDescription last = activity.last;
    if (last == null || last != mention.agreed || !last.kind().equals(kind)) {
      if (last == null
          || !last.kind().equals(kind)
          || !Objects.equals(last.typeIri(), mention.typeIri())
          || !Objects.equals(last.name(), mention.name())) {
        last = new ActivityDescription(mention.iri(), mention.typeIri(), kind, mention.name());
        activity.last = last;
        sink.activity(activity.key, last);
      }
      mention.agreed = last;
    }
    return activity.key;
  }

  /** A verb, told to the sink. */
  Verb verb(VerbMention mention, StatementSink sink) {
    Verb verb = mention.told;
    if (verb == null || verb.epoch != emptied) {
      String iri = mention.iri();
      verb = verbs.get(iri);
      if (verb == null) {
        makeRoom(verbs);
        String action = mention.meaning() == null ? vocabulary.action(iri) : mention.meaning();
        verb =
            new Verb(Keys.of(iri), action == null ? Action.OTHER : action, action != null, emptied);
        verbs.put(iri, verb);
      }
      mention.told = verb;
    }
    if (verb.lastMention != mention) {
      boolean told = verb.lastMention != null;
      verb.lastMention = mention;
      if (!told || !Objects.equals(verb.display, mention.display())) {
        verb.display = mention.display();
        sink.verb(
            verb.key,
            new VerbDescription(mention.iri(), verb.action, verb.known, mention.display()));
      }
    }
    return verb;
  }

  /** Keeps the keys; of whom they are is told again, to another sink. */
  void tellAgain() {
    actors
        .values()
        .forEach(
            actor -> {
              actor.last = null;
              actor.lastMention = null;
            });
    activities.values().forEach(activity -> activity.last = null);
    verbs.values().forEach(verb -> verb.lastMention = null);
  }

  private void makeRoom(Map<String, ?> table) {
    if (table.size() >= CAPACITY) {
      // Mentions that are kept elsewhere must not bring back what is forgotten here.
      actors.clear();
      activities.clear();
      verbs.clear();
      emptied++;
    }
  }
}
