package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * The tables that measuring reads, made from statements in the plainest way that their contracts
 * allow, so that measuring is tried without ingest. Rows are scattered over parts, exact repeats
 * stay where the contract lets them stay, and take their events out of the bursts again.
 */
final class DerivedTables implements StatementSink {
  private static final long BASE_GAP = Estimator.BASE_GAP.toNanos() / 1000;
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  private final Night night;
  private final List<AcceptedEvent> events = new ArrayList<>();
  private final Map<Long, ActivityDescription> activities = new TreeMap<>();
  private final Map<Long, ActorIdentity> actors = new TreeMap<>();
  private final Map<Long, VerbDescription> verbs = new TreeMap<>();
  private final Set<UUID> voided = new HashSet<>();
  private final Set<AcceptedEvent> delivered = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<UUID, AcceptedEvent> kept = new LinkedHashMap<>();

  private DerivedTables(Night night) {
    this.night = night;
  }

  /** Reads all statements below a path. */
  static DerivedTables of(Night night, Path statements) {
    DerivedTables tables = new DerivedTables(night);
    try {
      ScanOptions options =
          ScanOptions.of(
                  ScanMode.LENIENT,
                  night.configuration().institution().secret(),
                  night.startedAt().plusSeconds(86_400))
              .withZone(night.configuration().sources().get(0).zone());
      var hadoop = night.workers().hadoop();
      StatementScanner scanner = new StatementScanner(options);
      for (InputSplit split :
          InputSplits.plan(hadoop, statements.toString(), 1L << 40).stream()
              .sorted(Comparator.comparing(InputSplit::path))
              .toList()) {
        scanner.scan(split, hadoop, tables);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tables;
  }

  @Override
  public void accepted(StatementRecord record) {
    if (record.hasVoidedId()) {
      voided.add(new UUID(record.voidedIdHigh(), record.voidedIdLow()));
    }
    events.add(
        new AcceptedEvent(
            new UUID(record.eventIdHigh(), record.eventIdLow()),
            record.contentHash(),
            record.occurredAt(),
            instant(record.occurredAt()).atZone(night.zone()).toLocalDate(),
            record.actorKey(),
            record.hasCourseKey() ? (Long) record.courseKey() : null,
            record.hasActivityKey() ? (Long) record.activityKey() : null,
            record.verbKey(),
            record.hasParentKey() ? (Long) record.parentKey() : null,
            record.hasReplyToKey() ? (Long) record.replyToKey() : null,
            record.hasAttemptKey() ? (Long) record.attemptKey() : null,
            record.action(),
            record.activityKind(),
            record.origin(),
            record.scoreRaw(),
            record.scoreMin(),
            record.scoreMax(),
            record.success(),
            record.completion(),
            record.durationSeconds()));
  }

  @Override
  public void rejected(RejectedStatement rejected) {
    // Nothing is measured of it.
  }

  @Override
  public void outOfScope(StatementRecord record) {
    // Nothing is measured of it.
  }

  @Override
  public void actor(long key, ActorIdentity identity) {
    actors.putIfAbsent(key, identity);
  }

  @Override
  public void activity(long key, ActivityDescription description) {
    activities.merge(key, description, (one, two) -> one.name() == null ? two : one);
  }

  @Override
  public void verb(long key, VerbDescription description) {
    verbs.putIfAbsent(key, description);
  }

  /**
   * Takes in, as the next batch, all events of these days that were not taken in before.
   *
   * @param voidings whether events that a statement voids go in this batch; they stay before
   * @param random scatters the events over parts
   */
  void deliver(Night now, LocalDate first, LocalDate last, boolean voidings, Random random) {
    long batch = now.lake().state().lastBatch() + 1;
    Batch rows = new Batch();
    for (AcceptedEvent event : events) {
      boolean inTime = !event.day().isBefore(first) && !event.day().isAfter(last);
      if (inTime && delivered.add(event)) {
        int part = random.nextInt(3);
        boolean gone = voidings && isVoided(event);
        AcceptedEvent before = kept.get(event.id());
        boolean repeat = before != null && event.sameAs(before);
        if (gone || (before != null && !repeat)) {
          rows.removed.add(removedRow(event, gone ? "voided" : "duplicate", batch));
        }
        boolean counts = before == null && !gone;
        if (counts) {
          kept.put(event.id(), event);
          rows.verbDays.add(verbDay(event, 1, batch, part));
        }
        if (Origin.STATEMENT.equals(event.origin()) && (counts || repeat)) {
          rows.bursts.add(burst(event, 1, batch, part));
          if (!counts) {
            rows.bursts.add(burst(event, -1, batch, -1));
          }
        }
        if (event.act() != null) {
          rows.forum.add(forumRow(event, batch, part));
        }
        if (event.isAttempt()) {
          rows.assessment.add(assessmentRow(event, batch, part));
        }
      } else if (!inTime && voidings && isVoided(event) && kept.remove(event.id()) != null) {
        rows.removed.add(removedRow(event, "voided_earlier", batch));
        rows.verbDays.add(verbDay(event, -1, batch, -1));
        rows.rebuilt.add(rebuilt(event, batch));
      }
    }
    rows.write(now);
  }

  private boolean isVoided(AcceptedEvent event) {
    return voided.contains(event.id()) && !Action.VOIDED.equals(event.action());
  }

  /** What is left of the key of an event that is gone. */
  private Map<String, Object> rebuilt(AcceptedEvent gone, long batch) {
    List<Map<String, Object>> left = new ArrayList<>();
    for (AcceptedEvent event : kept.values()) {
      if (event.actor() == gone.actor()
          && Objects.equals(event.course(), gone.course())
          && event.day().equals(gone.day())
          && Origin.STATEMENT.equals(event.origin())) {
        left.add(burst(event, 1, batch, -1));
      }
    }
    Map<String, Object> row =
        new LinkedHashMap<>(left.isEmpty() ? burst(gone, 1, batch, -1) : united(left).get(0));
    if (left.isEmpty()) {
      row.put("bursts", List.of());
      row.put("declared", List.of());
    }
    row.put("rebuilt", true);
    return row;
  }

  /** The rows of one batch by table. */
  private final class Batch {
    private final List<Map<String, Object>> bursts = new ArrayList<>();
    private final List<Map<String, Object>> rebuilt = new ArrayList<>();
    private final List<Map<String, Object>> forum = new ArrayList<>();
    private final List<Map<String, Object>> assessment = new ArrayList<>();
    private final List<Map<String, Object>> verbDays = new ArrayList<>();
    private final List<Map<String, Object>> removed = new ArrayList<>();

    void write(Night now) {
      List<Map<String, Object>> burstRows = united(bursts);
      burstRows.addAll(rebuilt);
      LakeChange change =
          now.lake()
              .change()
              .appendRows(Tables.ACTIVITY_BURST, burstRows)
              .appendRows(Tables.FORUM_EVENT, forum)
              .appendRows(Tables.ASSESSMENT_EVENT, assessment)
              .appendRows(Tables.VERB_DAY, verbDays)
              .appendRows(Tables.REMOVED_EVENT, removed);
      if (now.lake().state().lastBatch() == 0) {
        dimensions(change);
      }
      change.apply();
      now.lake().commit(now.lake().state().withLastBatch(now.lake().state().lastBatch() + 1));
    }
  }

  private void dimensions(LakeChange change) {
    List<Map<String, Object>> rows = new ArrayList<>();
    verbs.forEach(
        (key, verb) ->
            rows.add(
                row(
                    "verb_key",
                    key,
                    "iri",
                    verb.iri(),
                    "action",
                    verb.action(),
                    "known",
                    verb.known(),
                    "display",
                    verb.display())));
    change.appendRows(Tables.VERB, rows);
    List<Map<String, Object>> actorRows = new ArrayList<>();
    actors.forEach(
        (key, actor) ->
            actorRows.add(
                row(
                    "actor_key",
                    key,
                    "kind",
                    actor.kind(),
                    "home_page",
                    actor.homePage(),
                    "identifier",
                    actor.identifier(),
                    "name",
                    actor.name(),
                    "first_batch_id",
                    1L)));
    change.appendRows(Tables.ACTOR, actorRows);
    List<Map<String, Object>> activityRows = new ArrayList<>();
    activities.forEach(
        (key, activity) ->
            activityRows.add(
                row(
                    "activity_key",
                    key,
                    "iri",
                    activity.iri(),
                    "type_iri",
                    activity.typeIri(),
                    "kind",
                    activity.kind(),
                    "name",
                    activity.name(),
                    "batch_id",
                    1L,
                    "part",
                    0)));
    change.appendRows(Tables.ACTIVITY, activityRows);
  }

  private Map<String, Object> burst(AcceptedEvent event, long events, long batch, int part) {
    List<Map<String, Object>> declared = new ArrayList<>();
    if (event.seconds() != null && event.seconds().signum() > 0 && events > 0) {
      long length = event.seconds().setScale(6, RoundingMode.DOWN).multiply(MICROS).longValue();
      declared.add(row("start", event.at() - length, "end", event.at()));
    }
    return row(
        "actor_key",
        event.actor(),
        "course_key",
        event.course() == null ? 0L : event.course(),
        "event_date",
        event.day(),
        "bursts",
        List.of(row("start", event.at(), "end", event.at(), "events", events)),
        "declared",
        declared,
        "source",
        "lms-xapi",
        "batch_id",
        batch,
        "part",
        part,
        "rebuilt",
        false);
  }

  /** One row a key, as a task writes them. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> united(List<Map<String, Object>> rows) {
    Map<List<Object>, List<Map<String, Object>>> byKey = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      byKey
          .computeIfAbsent(
              List.of(
                  row.get("actor_key"),
                  row.get("course_key"),
                  row.get("event_date"),
                  row.get("batch_id"),
                  row.get("part")),
              key -> new ArrayList<>())
          .add(row);
    }
    List<Map<String, Object>> result = new ArrayList<>();
    for (List<Map<String, Object>> some : byKey.values()) {
      List<Burst> bursts = new ArrayList<>();
      List<Object> declared = new ArrayList<>();
      for (Map<String, Object> row : some) {
        for (Map<String, Object> one : (List<Map<String, Object>>) row.get("bursts")) {
          bursts.add(
              new Burst((Long) one.get("start"), (Long) one.get("end"), (Long) one.get("events")));
        }
        declared.addAll((List<Object>) row.get("declared"));
      }
      Map<String, Object> row = new LinkedHashMap<>(some.get(0));
      row.put(
          "bursts",
          Bursts.join(bursts, BASE_GAP).stream()
              .map(b -> row("start", b.start(), "end", b.end(), "events", b.events()))
              .toList());
      row.put("declared", declared);
      result.add(row);
    }
    return result;
  }

  private Map<String, Object> forumRow(AcceptedEvent event, long batch, int part) {
    boolean topic = ActivityKind.DISCUSSION.equals(event.kind());
    Long discussion = topic ? event.object() : event.replyTo();
    Map<String, Object> row = told(event, batch, part);
    row.put("act", event.act());
    row.put("object_key", event.object());
    row.put("object_iri", iri(event.object()));
    row.put("forum_key", event.parent());
    row.put("forum_iri", iri(event.parent()));
    row.put("discussion_key", discussion);
    row.put("discussion_iri", iri(discussion));
    return row;
  }

  private Map<String, Object> assessmentRow(AcceptedEvent event, long batch, int part) {
    boolean attempt = ActivityKind.ATTEMPT.equals(event.kind());
    Long exercise = attempt && event.parent() != null ? event.parent() : event.object();
    Map<String, Object> row = told(event, batch, part);
    row.put("exercise_key", exercise);
    row.put("exercise_iri", iri(exercise));
    row.put(
        "attempt",
        attempt
            ? iri(event.object())
            : event.attempt() != null ? Population.hex(event.attempt()) : event.id().toString());
    row.put("score_raw", event.raw());
    row.put("score_min", event.min());
    row.put("score_max", event.max());
    row.put("success", event.success());
    row.put(
        "abandoned",
        Boolean.FALSE.equals(event.completion()) || Action.ABANDONED.equals(event.action()));
    return row;
  }

  private Map<String, Object> told(AcceptedEvent event, long batch, int part) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("event_id", event.id());
    row.put("source", "lms-xapi");
    row.put("actor_key", event.actor());
    row.put("course_key", event.course());
    row.put("occurred_at", instant(event.at()));
    row.put("event_date", event.day());
    row.put("content_hash", event.hash());
    row.put("batch_id", batch);
    row.put("part", part);
    return row;
  }

  private static Map<String, Object> removedRow(AcceptedEvent event, String reason, long batch) {
    return row(
        "event_id",
        event.id(),
        "reason",
        reason,
        "batch_id",
        batch,
        "actor_key",
        event.actor(),
        "course_key",
        event.course(),
        "event_date",
        event.day(),
        "by_event_id",
        null,
        "content_hash",
        event.hash(),
        "occurred_at",
        instant(event.at()),
        "source",
        "lms-xapi");
  }

  private static Map<String, Object> verbDay(
      AcceptedEvent event, long events, long batch, int part) {
    return row(
        "source",
        "lms-xapi",
        "event_date",
        event.day(),
        "verb_key",
        event.verb(),
        "events",
        events,
        "batch_id",
        batch,
        "part",
        part);
  }

  private String iri(Long key) {
    return key == null || !activities.containsKey(key) ? null : activities.get(key).iri();
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  private static Map<String, Object> row(Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int cell = 0; cell < cells.length; cell += 2) {
      row.put((String) cells[cell], cells[cell + 1]);
    }
    return row;
  }
}
