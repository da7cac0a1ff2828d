package vn.chuyencan.measure;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongToIntFunction;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.Place;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * How one learner's minutes in one course run come about, session by session (FC-X.1, FC-X.2): the
 * measuring functions once more, over the same bursts, with the records of the log beside them.
 */
public final class LearnerTime {
  /** The columns of {@code learning_event} that {@link #addRecord} reads. */
  private static final String[] COLUMNS = {
    "event_id",
    "source",
    "occurred_at",
    "event_date",
    "actor_key",
    "course_key",
    "origin",
    "file_id",
    "file_offset"
  };

  private final Scope scope;
  private final CourseContext context;
  private final String learnerId;
  private final int learner;
  private final Sources sources = new Sources();
  private final List<Told> counted = new ArrayList<>();
  private final Map<UUID, Told> all = new HashMap<>();

  /**
   * A record of the log and where it came from.
   *
   * @param occurredAt microseconds since the epoch, UTC
   */
  public record Told(UUID eventId, String source, long occurredAt, long fileId, long offset) {}

  /** Bursts of this learner, as a scan tells them. */
  private final class Sources implements FactSink {
    private final List<String> names = new ArrayList<>();
    private final List<BurstRow> rows = new ArrayList<>();

    @Override
    public int source(String name) {
      if (!names.contains(name)) {
        names.add(name);
      }
      return names.indexOf(name);
    }

    @Override
    public void burst(int run, int of, BurstRow row) {
      if (of == learner) {
        rows.add(row);
      }
    }

    @Override
    public void unresolved(BurstRow row) {
      // Nobody's activity is not this learner's.
    }

    @Override
    public void post(int run, int author, SeenPost post) {
      // Only activity is asked for.
    }

    @Override
    public void deletion(int run, long objectKey) {
      // Only activity is asked for.
    }

    @Override
    public void act(int run, int of, LearnerFacts.MarkedAct act) {
      // Only activity is asked for.
    }
  }

  /**
   * @param scope exactly the course run that is asked for, as of the day that it was measured for
   */
  public LearnerTime(Scope scope, String learnerId) {
    if (scope.contexts().size() != 1) {
      throw new IllegalArgumentException("one course run, not " + scope.contexts().size());
    }
    this.scope = scope;
    this.context = scope.contexts().get(0);
    this.learnerId = learnerId;
    this.learner = scope.learners().numberOf(learnerId);
  }

  /** The columns of {@code learning_event} that {@link #addRecord} reads. */
  public static String[] columns() {
    return COLUMNS.clone();
  }

  /**
   * Reads rows of {@code activity_burst}.
   *
   * @param rows with {@link FactScan#columns}; closed here
   */
  public void readBursts(CloseableIterable<Record> rows) throws IOException {
    new FactScan(scope, sources).read(Tables.ACTIVITY_BURST, rows);
  }

  /** Takes note of a row of {@code learning_event} when it is the learner's in this course run. */
  public void addRecord(Record row) {
    int day = CourseRuns.day((LocalDate) row.getField("event_date"));
    Long course = (Long) row.getField("course_key");
    boolean mine = learner >= 0 && scope.learners().of((Long) row.getField("actor_key")) == learner;
    if (!mine || course == null || scope.runs().of(course).length == 0 || !scope.hasCome(day)) {
      return;
    }
    Told told =
        new Told(
            (UUID) row.getField("event_id"),
            (String) row.getField("source"),
            Instants.micros((OffsetDateTime) row.getField("occurred_at")),
            (Long) row.getField("file_id"),
            (Long) row.getField("file_offset"));
    all.put(told.eventId(), told);
    if (context.time().holds(told.occurredAt())
        && scope.witnesses().speaks(told.source(), day)
        && Origin.STATEMENT.equals(row.getField("origin"))) {
      counted.add(told);
    }
  }

  /** The record of that id, when the log holds it. */
  public Optional<Told> record(UUID eventId) {
    return Optional.ofNullable(all.get(eventId));
  }

  /**
   * The account.
   *
   * @param place where a record stands
   */
  public Dossier.Time account(Function<Told, Place> place) {
    LearnerFacts facts =
        LearnerFacts.of(
            context.time().of(BurstReading.days(sources.rows)),
            context.days()::day,
            context.registered().stays(learnerId, scope::hasCome),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of());
    return account(
        facts.bursts(),
        facts.declared(),
        context.estimator(),
        this::week,
        micros -> told(micros).map(place),
        counted.size());
  }

  /**
   * The account of bursts and declared intervals: its sum is what {@link TimeOnTask} counts of
   * them, however they lie.
   */
  static Dossier.Time account(
      List<Burst> bursts,
      List<Interval> intervals,
      Estimator estimator,
      LongToIntFunction week,
      LongFunction<Optional<Place>> place,
      long records) {
    List<Burst> sessions = TimeOnTask.sessions(bursts, estimator);
    List<Interval> own = TimeOnTask.counted(sessions, List.of(), estimator);
    List<Burst> accesses = TimeOnTask.accesses(bursts, estimator);
    List<Dossier.Access> told = new ArrayList<>();
    for (int number = 0; number < accesses.size(); number++) {
      Burst access = accesses.get(number);
      long next = number + 1 < accesses.size() ? accesses.get(number + 1).start() : Long.MAX_VALUE;
      told.add(
          new Dossier.Access(
              access.start(),
              access.end(),
              micros(own, access.start(), next),
              week.applyAsInt(access.start()),
              access.events(),
              place.apply(access.start()),
              place.apply(access.end())));
    }
    List<Dossier.Stretch> declared = new ArrayList<>();
    for (Interval counts : TimeOnTask.counted(sessions, intervals, estimator)) {
      for (Interval rest : without(counts, own)) {
        declared.add(new Dossier.Stretch(rest.start(), rest.end(), week.applyAsInt(rest.start())));
      }
    }
    return new Dossier.Time(told, declared, records);
  }

  /** How much of these stretches lies between two instants. */
  private static long micros(List<Interval> stretches, long from, long to) {
    long micros = 0;
    for (Interval stretch : stretches) {
      micros += Math.max(0, Math.min(stretch.end(), to) - Math.max(stretch.start(), from));
    }
    return micros;
  }

  private int week(long micros) {
    return context.days().week(context.days().day(micros));
  }

  private Optional<Told> told(long micros) {
    return counted.stream()
        .filter(record -> record.occurredAt() == micros)
        .min((one, two) -> Instants.BY_TEXT.compare(one.eventId(), two.eventId()));
  }

  /** What of a stretch lies in none of these, which are disjoint and in order. */
  static List<Interval> without(Interval whole, List<Interval> parts) {
    List<Interval> rest = new ArrayList<>();
    long from = whole.start();
    for (Interval part : parts) {
      if (part.end() >= whole.start() && part.start() <= whole.end()) {
        if (part.start() > from) {
          rest.add(new Interval(from, part.start()));
        }
        from = Math.max(from, part.end());
      }
    }
    if (from < whole.end()) {
      rest.add(new Interval(from, whole.end()));
    }
    return rest;
  }
}
