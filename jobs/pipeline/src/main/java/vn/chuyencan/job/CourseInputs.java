package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysFalse;
import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThan;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.or;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.FactScan;
import vn.chuyencan.measure.IdentityCandidates;
import vn.chuyencan.measure.InferredRuns;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.MeasuredRegisters;
import vn.chuyencan.measure.Population;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.measure.Removals;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.measure.SourceHealth;
import vn.chuyencan.measure.Touched;
import vn.chuyencan.measure.VerbDays;
import vn.chuyencan.measure.Witnesses;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeFiles;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * What measuring and deciding take from the lake and the registers. Conditions on days and batches
 * choose files by their statistics; rows of these files that do not meet them are passed over
 * later.
 */
final class CourseInputs {
  private static final String EVENT_DATE = "event_date";
  private static final String BATCH_ID = "batch_id";

  private final Night night;
  private final Lake lake;
  private final long lastBatch;
  private Witnesses witnesses;

  CourseInputs(Night night) {
    this(night, Long.MAX_VALUE);
  }

  /**
   * @param lastBatch what later batches brought is passed over
   */
  CourseInputs(Night night, long lastBatch) {
    this.night = night;
    this.lake = night.lake();
    this.lastBatch = lastBatch;
  }

  /** Whether courses or learners are inferred, and then depend on all activity. */
  boolean infers() {
    return Population.infersRuns(night.registers())
        || Population.infersLearners(night.registers())
        || !registersRoster();
  }

  /** Whether a register says who is in a course run. */
  boolean registersRoster() {
    return night.registers().has(RegisterName.ENROLMENT);
  }

  /** The course runs, those inferred too. */
  List<CourseContext> contexts() {
    return contexts(Reading.REGISTERED);
  }

  /** The same with their traces read in another way. */
  List<CourseContext> contexts(Reading reading) {
    List<CourseRun> inferred = new ArrayList<>();
    if (Population.infersRuns(night.registers())) {
      InferredRuns runs = new InferredRuns(night.asOf());
      Expression come = lessThanOrEqual(EVENT_DATE, day(night.asOf()));
      eachBurst(come, runs::lookFirst);
      eachBurst(come, runs::lookAgain);
      List<Record> activities = new ArrayList<>();
      each(Tables.ACTIVITY, alwaysTrue(), activities::add);
      inferred.addAll(runs.runs(activities));
    }
    return CourseContext.of(night.registers(), inferred, night.zone(), reading);
  }

  private void eachBurst(Expression condition, Consumer<Record> use) {
    for (FileScanTask file : lake.files(Tables.ACTIVITY_BURST, condition)) {
      Table table = lake.table(Tables.ACTIVITY_BURST);
      each(
          LakeFiles.read(table, file, FactScan.columns(Tables.ACTIVITY_BURST, table)),
          row -> {
            if (counts(row)) {
              use.accept(row);
            }
          });
    }
  }

  /** Whom identifiers mean. */
  Learners learners() {
    if (!Population.infersLearners(night.registers())) {
      return Population.registered(night.registers(), night.configuration().institution().secret());
    }
    List<Record> actors = new ArrayList<>();
    each(Tables.ACTOR, alwaysTrue(), actors::add, "actor_key", "kind", "home_page", "identifier");
    return Population.inferred(actors);
  }

  /** What the registers say, to be compared with what measures were made of; not when inferred. */
  MeasuredRegisters saidNow() {
    if (infers()) {
      return MeasuredRegisters.none();
    }
    return MeasuredRegisters.of(
        night.registers(),
        Population.owners(night.registers(), night.configuration().institution().secret()));
  }

  /** What the stored measures were made of. */
  MeasuredRegisters saidBefore() {
    MeasuredRegisters before = MeasuredRegisters.none();
    each(Tables.MEASURED_REGISTER, alwaysTrue(), before::add);
    return before;
  }

  /** Those of these identifiers that earlier batches than the new ones knew, or may have known. */
  private Set<Long> seenBefore(Set<Long> keys, LakeState state) {
    Set<Long> seen = new HashSet<>();
    if (!keys.isEmpty()) {
      each(
          Tables.ACTOR,
          or(
              lessThanOrEqual("first_batch_id", state.measuredBatch()),
              state.rereading().batches().isEmpty()
                  ? alwaysFalse()
                  : in("first_batch_id", state.rereading().batches())),
          row -> {
            Long key = (Long) row.getField("actor_key");
            if (keys.contains(key)) {
              seen.add(key);
            }
          },
          "actor_key");
    }
    return seen;
  }

  /** Which sources tell of the same acts, and of which days. */
  Witnesses witnesses() {
    if (witnesses == null) {
      witnesses = night.configuration().witnesses();
      if (witnesses.hasSameActs()) {
        each(
            Tables.VERB_DAY,
            alwaysTrue(),
            row -> {
              if (counts(row)) {
                witnesses.sawSomething((String) row.getField("source"), dayOf(row));
              }
            },
            "source",
            EVENT_DATE,
            BATCH_ID);
      }
    }
    return witnesses;
  }

  private boolean counts(Record row) {
    return (Long) row.getField(BATCH_ID) <= lastBatch;
  }

  private static int dayOf(Record row) {
    return Math.toIntExact(((LocalDate) row.getField(EVENT_DATE)).toEpochDay());
  }

  /** Whether somebody was seen whom no learner is. */
  boolean hasUnresolved(Learners learners) {
    List<Long> unknown = new ArrayList<>();
    each(
        Tables.ACTOR,
        alwaysTrue(),
        actor -> {
          Long key = (Long) actor.getField("actor_key");
          if (unknown.isEmpty() && learners.of(key) < 0) {
            unknown.add(key);
          }
        },
        "actor_key");
    return !unknown.isEmpty();
  }

  /** What was logged and which verbs were used, up to the night's day. */
  VerbDays verbDays() {
    VerbDays days = new VerbDays(night.asOf());
    each(
        Tables.VERB_DAY,
        and(lessThanOrEqual(EVENT_DATE, day(night.asOf())), lessThanOrEqual(BATCH_ID, lastBatch)),
        days::add,
        VerbDays.columns());
    return days;
  }

  /**
   * How the sources do.
   *
   * @param contexts the course runs, those inferred too
   * @param unresolved rows of {@code unresolved_actor} as the night leaves them
   */
  SourceHealth health(List<CourseContext> contexts, List<Map<String, Object>> unresolved) {
    SourceHealth health =
        new SourceHealth(night.asOf(), contexts.stream().map(CourseContext::run).toList());
    each(Tables.VERB_DAY, alwaysTrue(), health::addDay, SourceHealth.dayColumns());
    each(Tables.EVENT_CLOCK, alwaysTrue(), health::addClock, SourceHealth.clockColumns());
    each(Tables.INGEST_BATCH, alwaysTrue(), health::addBatch, SourceHealth.batchColumns());
    each(Tables.REJECTED_RECORD, alwaysTrue(), health::addRejected, SourceHealth.rejectedColumns());
    unresolved.forEach(health::addUnresolved);
    return health;
  }

  /**
   * Whom unresolved identifiers could mean: rows of {@code identity_candidate}.
   *
   * @param unresolved rows of {@code unresolved_actor} as the night leaves them
   */
  List<Map<String, Object>> candidates(List<Map<String, Object>> unresolved) {
    IdentityCandidates candidates = new IdentityCandidates(unresolved);
    if (!candidates.isEmpty()) {
      each(Tables.ACTOR, alwaysTrue(), candidates::addActor, IdentityCandidates.actorColumns());
      candidates.look(night.registers());
    }
    return candidates.rows();
  }

  /** Which runs the batches and days concern that the measures do not contain. */
  Touched touched(Scope all, MeasuredRegisters.Changes said, LakeState state) throws IOException {
    LocalDate measured = LocalDate.parse(state.measuredAsOf());
    Touched touched = new Touched(all, state.measuredBatch(), measured, state.rereading());
    Expression fresh = greaterThan(BATCH_ID, state.measuredBatch());
    Expression condition =
        and(
            or(fresh, greaterThan(EVENT_DATE, day(measured))),
            lessThanOrEqual(EVENT_DATE, day(night.asOf())));
    for (FactFile file : files(FactScan.TABLES, condition)) {
      Table table = lake.table(file.table());
      touched.read(
          file.table(), LakeFiles.read(table, file.file(), FactScan.columns(file.table(), table)));
    }
    each(Tables.REMOVED_EVENT, fresh, touched::addRemoved, Touched.removedColumns());
    touched.addRuns(said.runs());
    Set<Long> moved = movedBefore(said, state);
    if (!moved.isEmpty()) {
      each(
          Tables.FORUM_EVENT,
          alwaysTrue(),
          row -> touched.addTopic(row, moved),
          Touched.topicColumns());
      if (moved.stream().anyMatch(key -> all.learners().of(key) < 0)) {
        touched.addAbandoned();
      }
    }
    return touched;
  }

  /** The identifiers that mean somebody else and of which measures may tell. */
  Set<Long> movedBefore(MeasuredRegisters.Changes said, LakeState state) {
    return seenBefore(said.moved(), state);
  }

  /** The records of the runs' time that were removed. */
  Removals removals(List<CourseContext> contexts) {
    Removals removals = new Removals();
    each(
        Tables.REMOVED_EVENT,
        and(
            greaterThanOrEqual(EVENT_DATE, day(opening(contexts))),
            lessThanOrEqual(BATCH_ID, lastBatch)),
        removals::add,
        Removals.columns());
    return removals;
  }

  /**
   * The files that may tell facts about the runs of a scope.
   *
   * @param everyBurst whether activity is wanted whenever it was
   */
  List<FactFile> files(List<CourseContext> contexts, boolean everyBurst) {
    if (contexts.isEmpty() && !everyBurst) {
      return List.of();
    }
    Expression come = lessThanOrEqual(EVENT_DATE, day(night.asOf()));
    Expression since =
        contexts.isEmpty() ? alwaysTrue() : greaterThanOrEqual(EVENT_DATE, day(opening(contexts)));
    Expression during =
        contexts.isEmpty()
            ? alwaysTrue()
            : and(since, lessThanOrEqual(EVENT_DATE, day(closing(contexts))));
    // A post may be deleted after the run has closed.
    Expression told = or(during, and(since, equal("act", FactScan.DELETED)));
    List<FactFile> files = new ArrayList<>();
    files.addAll(files(List.of(Tables.ACTIVITY_BURST), everyBurst ? come : and(come, during)));
    if (!contexts.isEmpty()) {
      files.addAll(files(List.of(Tables.FORUM_EVENT), and(come, told)));
      files.addAll(files(List.of(Tables.ASSESSMENT_EVENT), and(come, during)));
    }
    return files;
  }

  /** The files in which is looked for what no fact tells; none unless the configuration asks. */
  List<FactFile> filesOfSignals(List<CourseContext> contexts) {
    List<FactFile> files = new ArrayList<>();
    IntegrityLimits limits = night.configuration().integrity();
    if (contexts.isEmpty() || !limits.any()) {
      return files;
    }
    Expression during =
        and(
            lessThanOrEqual(EVENT_DATE, day(night.asOf())),
            and(
                greaterThanOrEqual(EVENT_DATE, day(opening(contexts))),
                lessThanOrEqual(EVENT_DATE, day(closing(contexts)))));
    if (limits.wants(IntegrityKind.HEARTBEAT)) {
      lake.filesWithTakenOut(Tables.LEARNING_EVENT, during)
          .forEach(file -> files.add(new FactFile(Tables.LEARNING_EVENT, file)));
    }
    if (limits.wants(IntegrityKind.TWO_ADDRESSES)) {
      files.addAll(files(List.of(Tables.ADDRESS_BURST), during));
    }
    return files;
  }

  /** The files with the stored measures of course runs, and with what stood out in traces. */
  List<FactFile> measures(Collection<String> courseIds) {
    List<String> tables =
        night.configuration().integrity().any()
            ? List.of(Tables.LEARNER_COURSE_MEASURE, Tables.INTEGRITY_SIGNAL)
            : List.of(Tables.LEARNER_COURSE_MEASURE);
    return files(tables, in("course_id", courseIds.toArray()));
  }

  /** The files of one table. */
  List<FactFile> filesOf(String table, Expression condition) {
    return files(List.of(table), condition);
  }

  private List<FactFile> files(List<String> tables, Expression condition) {
    List<FactFile> files = new ArrayList<>();
    for (String table : tables) {
      lake.files(table, condition).forEach(file -> files.add(new FactFile(table, file)));
    }
    return files;
  }

  private static LocalDate opening(List<CourseContext> contexts) {
    return contexts.stream()
        .map(context -> context.time().firstDay())
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private static LocalDate closing(List<CourseContext> contexts) {
    return contexts.stream()
        .map(context -> context.time().lastDay())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  /** Reads rows of a table here. */
  void each(String table, Expression condition, Consumer<Record> use, String... columns) {
    each(lake.rows(table, condition, columns), use);
  }

  private static void each(CloseableIterable<Record> rows, Consumer<Record> use) {
    try (rows) {
      rows.forEach(use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A day as conditions compare it. */
  static Object day(LocalDate date) {
    return Literal.of(date.toString()).to(Types.DateType.get()).value();
  }
}
