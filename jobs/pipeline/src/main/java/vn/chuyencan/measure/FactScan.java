package vn.chuyencan.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.TwoAddresses;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.PostText;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * From rows of the lake to facts about learners in course runs: who is meant (identities), which
 * run (course and day), and what the row tells. Rows of days to come, of courses out of scope and
 * of removed records are passed over.
 */
public final class FactScan {
  /** The tables whose rows tell facts. */
  public static final List<String> TABLES =
      List.of(Tables.ACTIVITY_BURST, Tables.FORUM_EVENT, Tables.ASSESSMENT_EVENT);

  /** What an act of {@code forum_event} says when a post is gone. */
  public static final String DELETED = "deleted";

  static final String TOPIC = "topic";

  private static final int MICRO_PLACES = 6;

  /** Columns that came later, under numbers that no table uses. */
  private static final Map<String, Types.NestedField> LATER =
      Map.of(
          "duration_seconds",
          Types.NestedField.optional(
              10_001, "duration_seconds", Types.DecimalType.of(18, MICRO_PLACES)),
          "text_key",
          Types.NestedField.optional(10_002, "text_key", Types.LongType.get()),
          "text_characters",
          Types.NestedField.optional(10_003, "text_characters", Types.IntegerType.get()));

  /** Where the batch stands among the columns of each table. */
  private static final int BATCH_ID = 6;

  private final Scope scope;
  private final FactSink sink;
  private final Condition condition;

  /** Which rows are read. */
  interface Condition {
    boolean holds(int day, long batchId);
  }

  FactScan(Scope scope, FactSink sink) {
    this(scope, sink, (day, batchId) -> true);
  }

  FactScan(Scope scope, FactSink sink, Condition condition) {
    this.scope = scope;
    this.sink = sink;
    this.condition = condition;
  }

  /**
   * The columns of a table that a scan reads, in its order.
   *
   * @param name one of {@link #TABLES}, or {@code learning_event} or {@code address_burst}, which
   *     are read only where somebody looks for what no other fact tells
   */
  public static Schema columns(String name, Table table) {
    String[] columns =
        switch (name) {
          case Tables.ACTIVITY_BURST ->
              new String[] {
                "event_date",
                "course_key",
                "actor_key",
                "source",
                "rebuilt",
                "bursts",
                "batch_id",
                "declared"
              };
          case Tables.FORUM_EVENT ->
              new String[] {
                "event_date",
                "course_key",
                "actor_key",
                "event_id",
                "content_hash",
                "occurred_at",
                "batch_id",
                "act",
                "object_key",
                "object_iri",
                "forum_key",
                "forum_iri",
                "discussion_key",
                "discussion_iri",
                "text_key",
                "text_characters"
              };
          case Tables.ASSESSMENT_EVENT ->
              new String[] {
                "event_date",
                "course_key",
                "actor_key",
                "event_id",
                "content_hash",
                "occurred_at",
                "batch_id",
                "exercise_key",
                "exercise_iri",
                "attempt",
                "score_raw",
                "score_min",
                "score_max",
                "success",
                "abandoned",
                "duration_seconds",
                "score_scaled",
                "source",
                "awaits_mark"
              };
          case Tables.ADDRESS_BURST ->
              new String[] {
                "event_date",
                "course_key",
                "actor_key",
                "source",
                "address_key",
                "stretches",
                "batch_id"
              };
          case Tables.LEARNING_EVENT ->
              new String[] {
                "event_date",
                "course_key",
                "actor_key",
                "event_id",
                "content_hash",
                "occurred_at",
                "batch_id",
                "source",
                "origin",
                "verb_key"
              };
          default -> throw new IllegalArgumentException(name);
        };
    return new Schema(Arrays.stream(columns).map(column -> field(table, column)).toList());
  }

  /** A column that a table of an older program does not have yet is empty for whoever reads. */
  private static Types.NestedField field(Table table, String column) {
    Types.NestedField stored = table.schema().findField(column);
    if (stored != null) {
      return stored;
    }
    Types.NestedField later = LATER.get(column);
    if (later == null) {
      throw new IllegalStateException("no column " + column + " in " + table.name());
    }
    return later;
  }

  /**
   * Reads rows of a table.
   *
   * @param name one that has {@link #columns}
   * @param rows with {@link #columns}; closed here
   */
  void read(String name, CloseableIterable<Record> rows) throws IOException {
    try (rows) {
      for (Record row : rows) {
        int day = CourseRuns.day((LocalDate) row.get(0));
        long batchId = (Long) row.get(BATCH_ID);
        if (scope.hasCome(day) && scope.counts(batchId) && condition.holds(day, batchId)) {
          Long courseKey = (Long) row.get(1);
          long actorKey = (Long) row.get(2);
          switch (name) {
            case Tables.ACTIVITY_BURST -> burst(row, day, courseKey, actorKey);
            case Tables.FORUM_EVENT -> forum(row, courseKey, actorKey);
            case Tables.LEARNING_EVENT -> event(row, day, courseKey, actorKey);
            case Tables.ADDRESS_BURST -> addresses(row, day, courseKey, actorKey);
            default -> assessment(row, courseKey, actorKey);
          }
        }
      }
    }
  }

  private void burst(Record row, int day, long courseKey, long actorKey) {
    if (!scope.witnesses().speaks((String) row.get(3), day)) {
      return;
    }
    int learner = scope.learners().of(actorKey);
    BurstRow seen = null;
    if (learner < 0) {
      if (scope.wantsUnresolved()) {
        sink.unresolved(burstRow(row));
      }
      return;
    }
    for (int run : scope.runs().of(courseKey)) {
      if (scope.runs().holds(run, day) && scope.measures(run, learner)) {
        seen = seen == null ? burstRow(row) : seen;
        sink.burst(run, learner, seen);
      }
    }
  }

  private BurstRow burstRow(Record row) {
    return burstRow(row, sink.source((String) row.get(3)));
  }

  /** A row of {@code activity_burst} with {@link #columns}, of the source of that number. */
  static BurstRow burstRow(Record row, int source) {
    List<?> stored = (List<?>) row.get(5);
    List<Burst> bursts = new ArrayList<>(stored.size());
    for (Object one : stored) {
      Record burst = (Record) one;
      bursts.add(new Burst((Long) burst.get(0), (Long) burst.get(1), (Long) burst.get(2)));
    }
    List<?> storedDeclared = (List<?>) row.get(7);
    List<Interval> declared = storedDeclared.isEmpty() ? List.of() : new ArrayList<>();
    for (Object one : storedDeclared) {
      Record interval = (Record) one;
      declared.add(new Interval((Long) interval.get(0), (Long) interval.get(1)));
    }
    return new BurstRow(
        source,
        (Long) row.get(2),
        (Long) row.get(1),
        CourseRuns.day((LocalDate) row.get(0)),
        (Long) row.get(BATCH_ID),
        (Boolean) row.get(4),
        bursts,
        declared);
  }

  private void forum(Record row, Long courseKey, long actorKey) {
    if (DELETED.equals(row.get(7))) {
      // Whoever deleted a post. After the run has closed it has counted, whatever becomes of it.
      for (int run : courseKey == null ? scope.runs().all() : scope.runs().of(courseKey)) {
        if (scope.runs().holdsInstant(run, micros(row)) && !isRemoved(row)) {
          sink.deletion(run, (Long) row.get(8));
        }
      }
      return;
    }
    int learner = courseKey == null ? -1 : scope.learners().of(actorKey);
    if (learner < 0) {
      return;
    }
    for (int run : scope.runs().of(courseKey)) {
      if (scope.runs().holdsInstant(run, micros(row)) && !isRemoved(row)) {
        sink.post(run, learner, post(row));
      }
    }
  }

  private static FactSink.SeenPost post(Record row) {
    boolean topic = TOPIC.equals(row.get(7));
    long objectKey = (Long) row.get(8);
    String objectIri = (String) row.get(9);
    Long textKey = (Long) row.get(14);
    return new FactSink.SeenPost(
        objectKey,
        objectIri,
        (Long) row.get(10),
        (String) row.get(11),
        topic ? (Long) objectKey : (Long) row.get(12),
        topic ? objectIri : (String) row.get(13),
        topic,
        micros(row),
        (UUID) row.get(3),
        textKey == null ? null : new PostText(textKey, (Integer) row.get(15)));
  }

  private void addresses(Record row, int day, long courseKey, long actorKey) {
    int learner = scope.learners().of(actorKey);
    if (learner < 0) {
      return;
    }
    for (int run : scope.runs().of(courseKey)) {
      if (scope.runs().holds(run, day) && scope.measures(run, learner)) {
        for (Object one : (List<?>) row.get(5)) {
          Record stretch = (Record) one;
          long start = (Long) stretch.get(0);
          if (scope.runs().holdsInstant(run, start)) {
            sink.addressed(
                run,
                learner,
                new TwoAddresses.Stretch((Long) row.get(4), start, (Long) stretch.get(1)));
          }
        }
      }
    }
  }

  /** Rows that were taken out are still there: repeats tell nothing new, others are removals. */
  private void event(Record row, int day, Long courseKey, long actorKey) {
    if (courseKey == null
        || !Origin.STATEMENT.equals(row.get(8))
        || !scope.witnesses().speaks((String) row.get(7), day)) {
      return;
    }
    int learner = scope.learners().of(actorKey);
    if (learner < 0) {
      return;
    }
    for (int run : scope.runs().of(courseKey)) {
      if (scope.runs().holdsInstant(run, micros(row))
          && scope.measures(run, learner)
          && !isRemoved(row)) {
        sink.event(run, learner, new Heartbeats.Beat(micros(row), (Long) row.get(9)));
      }
    }
  }

  private void assessment(Record row, Long courseKey, long actorKey) {
    int learner = courseKey == null ? -1 : scope.learners().of(actorKey);
    if (learner < 0) {
      return;
    }
    for (int run : scope.runs().of(courseKey)) {
      if (scope.runs().holdsInstant(run, micros(row))
          && scope.measures(run, learner)
          && !isRemoved(row)) {
        sink.act(run, learner, act(row));
      }
    }
  }

  private LearnerFacts.MarkedAct act(Record row) {
    BigDecimal seconds = (BigDecimal) row.get(15);
    BigDecimal scaled = (BigDecimal) row.get(16);
    ScoreScale scale =
        row.get(10) == null && scaled != null ? scope.scale((String) row.get(17)) : null;
    return new LearnerFacts.MarkedAct(
        (Long) row.get(7),
        (String) row.get(8),
        (String) row.get(9),
        micros(row),
        scale == null ? (BigDecimal) row.get(10) : scaled,
        scale == null ? (BigDecimal) row.get(11) : scale.min(),
        scale == null ? (BigDecimal) row.get(12) : ScoreScale.MAX,
        (Boolean) row.get(13),
        (Boolean) row.get(14),
        (UUID) row.get(3),
        seconds == null ? null : seconds.movePointRight(MICRO_PLACES).longValueExact(),
        Boolean.TRUE.equals(row.get(18)));
  }

  private boolean isRemoved(Record row) {
    return scope.removals().contains((UUID) row.get(3), (Long) row.get(4), micros(row));
  }

  private static long micros(Record row) {
    return Instants.micros((OffsetDateTime) row.get(5));
  }
}
