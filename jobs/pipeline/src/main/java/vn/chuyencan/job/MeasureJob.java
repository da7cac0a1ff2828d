package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.MeasuredRegisters;
import vn.chuyencan.measure.Removals;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.measure.SourceHealth;
import vn.chuyencan.measure.Touched;
import vn.chuyencan.measure.Unresolved;
import vn.chuyencan.measure.VerbDays;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * Brings measures up to the last batch. Only the course runs of which the night tells something are
 * measured again, and those of which the registers came to say something else; the rows of the
 * others are kept as they are. Everything is measured when something else changed on which all
 * measures depend: which registers there are, the zone, the program, or an as-of date that went
 * back. Either way gives the same rows.
 */
public final class MeasureJob {
  private final Night night;
  private final Lake lake;
  private final CourseInputs inputs;
  private final DecideJob decisions;
  private final long littleRows;

  private MeasureJob(Night night, long littleRows) {
    this.night = night;
    this.littleRows = littleRows;
    this.lake = night.lake();
    this.inputs = new CourseInputs(night);
    this.decisions = new DecideJob(night);
  }

  /** Which course runs a run measures again. */
  public enum Extent {
    /** Those that the night's events touch. */
    TOUCHED,
    /** All. */
    EVERYTHING
  }

  /** What was measured, on the way to being committed. */
  private record Measured(
      List<CourseContext> contexts,
      List<CourseProgress> courses,
      Set<String> runs,
      Recomputation recomputation) {}

  /**
   * Measures.
   *
   * @param wanted {@link Extent#EVERYTHING} measures all even where nothing demands it
   * @return the course runs, those inferred too
   */
  public static List<CourseContext> run(Night night, Extent wanted, Progress progress) {
    return run(night, wanted, CourseJob.LITTLE_ROWS, progress);
  }

  /** The same; fewer rows than {@code littleRows} are measured in one task. */
  static List<CourseContext> run(Night night, Extent wanted, long littleRows, Progress progress) {
    ReadingCheck.requireRead(night);
    Lake lake = night.lake();
    MeasureJob job = new MeasureJob(night, littleRows);
    Measured measured = job.measure(wanted, false, progress);
    LakeChange told = lake.change();
    measured.recomputation().addTo(night, told);
    told.apply();
    progress.recomputed(night.asOf(), measured.recomputation().rows());
    // Decisions no longer follow from these measures; whoever decides next decides everywhere.
    LakeState state = measured.runs().isEmpty() ? lake.state() : lake.state().withDecided("", "");
    lake.commit(state.withMeasured(night.asOf().toString(), job.dependsOn(night.asOf()).text()));
    return measured.contexts();
  }

  /**
   * Measures whom the night's events touch, and decides wherever it is needed.
   *
   * @return what was measured or decided again, and why
   */
  public static List<Recomputed> runAndDecide(Night night, Progress progress) {
    MeasureJob job = new MeasureJob(night, CourseJob.LITTLE_ROWS);
    Measured measured = job.measure(Extent.TOUCHED, true, progress);
    Recomputation recomputation = measured.recomputation();
    progress.recomputed(night.asOf(), recomputation.rows());
    progress.step("decide");
    int before = recomputation.rows().size();
    // One commit for both: nobody finds measures without the decisions upon them.
    job.decisions.decideRest(
        measured.courses(),
        measured.runs(),
        recomputation,
        state -> state.withMeasured(night.asOf().toString(), job.dependsOn(night.asOf()).text()));
    List<Recomputed> rows = recomputation.rows();
    progress.recomputed(night.asOf(), rows.subList(before, rows.size()));
    return rows;
  }

  /** The course runs as of now, without measuring anything. */
  public static List<CourseContext> courses(Night night) {
    return new CourseInputs(night).contexts();
  }

  private Measured measure(Extent wanted, boolean decide, Progress progress) {
    progress.step("measure");
    LakeState state = lake.state();
    MeasuredRegisters before = inputs.saidBefore();
    MeasuredRegisters said = inputs.saidNow();
    MeasuredRegisters.Changes changes = said.since(before);
    boolean everything =
        wanted == Extent.EVERYTHING
            || inputs.infers()
            || state.measuredAsOf().isEmpty()
            || before.isEmpty()
            || !dependsOn(LocalDate.parse(state.measuredAsOf())).text().equals(state.measuredWith())
            || night.asOf().isBefore(LocalDate.parse(state.measuredAsOf()));
    List<CourseContext> contexts = inputs.contexts();
    Learners learners = inputs.learners();
    VerbDays days = inputs.verbDays();
    Map<String, Integer> rosters = new TreeMap<>();
    contexts.forEach(context -> rosters.put(context.run().courseId(), context.roster().size()));
    LakeChange change = lake.change();
    replaceIfOther(Tables.UNKNOWN_VERB, unknownVerbs(days), change);

    List<CourseContext> touched = contexts;
    Unresolved unresolved = new Unresolved();
    // Of what was read again nobody knows what it told of whom before.
    boolean reread = !state.rereading().isNothing();
    boolean gatherUnresolved = everything || reread;
    boolean moved = everything || reread;
    Map<String, CourseCauses> seen = Map.of();
    // Where everything is measured again it is still told what was new.
    if (!everything || (decide && !state.measuredAsOf().isEmpty())) {
      Touched found = look(contexts, learners, changes, state);
      seen = found.causes();
      if (!everything) {
        touched = found.contexts();
        unresolved.add(found.unresolved());
        gatherUnresolved = reread || found.unresolvedRebuilt();
        moved = reread || !inputs.movedBefore(changes, state).isEmpty();
      }
    }
    gatherUnresolved = gatherUnresolved && inputs.hasUnresolved(learners);
    Set<String> gone = gone(changes, contexts, everything);
    CourseOutcome outcome = new CourseOutcome();
    List<CourseProgress> progresses = decisions.progress(contexts, days, rosters);
    Set<String> compared = new TreeSet<>(gone);
    compared.addAll(ids(touched));
    DecisionComparison comparison =
        decide && !compared.isEmpty()
            ? decisions.comparison(progresses, compared, otherwise(state), seen)
            : null;
    if (!touched.isEmpty() || gatherUnresolved) {
      List<FactFile> files = new ArrayList<>(inputs.files(touched, gatherUnresolved));
      files.addAll(inputs.filesOfSignals(touched));
      Decider decider = comparison == null ? null : decisions.decider(progresses);
      outcome =
          new CourseJob(night)
              .measure(
                  littleRows,
                  scope(touched, learners, inputs.removals(touched), gatherUnresolved),
                  decider,
                  comparison,
                  files);
    }
    if (comparison != null) {
      new CourseJob(night).end(gone, comparison, outcome);
    }
    Set<String> runs = new TreeSet<>(gone);
    runs.addAll(ids(touched));
    Recomputation recomputation = new Recomputation();
    gone.forEach(
        id -> recomputation.add(Recomputed.MEASURE, id, EnumSet.of(RecomputeCause.REGISTER), 0));
    Set<RecomputeCause> ofAll = ofAll(wanted, state, before);
    for (CourseContext context : touched) {
      String id = context.run().courseId();
      Set<RecomputeCause> causes = EnumSet.copyOf(ofAll);
      if (seen.containsKey(id)) {
        seen.get(id).all().forEach(cause -> causes.add(RecomputeCause.of(cause)));
      }
      if (changes.runs().contains(id) && ofAll.isEmpty()) {
        causes.add(RecomputeCause.REGISTER);
      }
      if (causes.isEmpty()) {
        // Whom an identifier means has changed, and that person opened a discussion here.
        causes.add(RecomputeCause.REGISTER);
      }
      recomputation.add(Recomputed.MEASURE, id, causes, context.roster().size());
    }
    if (everything || !runs.isEmpty()) {
      replace(outcome, runs, everything, decide, change);
    }
    StrayCorrections strays = new StrayCorrections(night, inputs, contexts);
    if (everything) {
      strays.addTo(change);
    } else {
      strays.replace(runs, change);
    }
    if (!inputs.registersRoster()) {
      rosters.putAll(outcome.learners());
    }
    List<Map<String, Object>> nobodys =
        (everything || reread || gatherUnresolved
                ? outcome.unresolved()
                : plusStored(unresolved, learners))
            .rows();
    replaceIfOther(Tables.UNRESOLVED_ACTOR, nobodys, change);
    replaceIfOther(Tables.IDENTITY_CANDIDATE, inputs.candidates(nobodys), change);
    SourceHealth health = inputs.health(contexts, nobodys);
    replaceIfOther(Tables.SOURCE_HEALTH, health.rows(), change);
    replaceIfOther(Tables.SOURCE_DAY, health.days(), change);
    new ReconciliationStep(night, inputs).run(moved, learners, change);
    if (!said.equals(before)) {
      change.replaceRows(Tables.MEASURED_REGISTER, alwaysTrue(), said.rows());
    }
    change.apply();
    return new Measured(contexts, decisions.progress(contexts, days, rosters), runs, recomputation);
  }

  /**
   * Course runs of which registers tell no more. What was decided in them is told to have changed:
   * no certificate vanishes in silence.
   */
  private Set<String> gone(
      MeasuredRegisters.Changes changes, List<CourseContext> contexts, boolean everything) {
    Set<String> gone = new TreeSet<>(changes.gone());
    if (everything && lake.exists(Tables.ELIGIBILITY_DECISION)) {
      gone.addAll(
          FactFile.byCourse(inputs.filesOf(Tables.ELIGIBILITY_DECISION, alwaysTrue())).keySet());
    }
    gone.removeAll(ids(contexts));
    return gone;
  }

  /** Why all course runs are measured; empty where only those are that something touches. */
  private Set<RecomputeCause> ofAll(Extent wanted, LakeState state, MeasuredRegisters before) {
    EnumSet<RecomputeCause> causes = EnumSet.noneOf(RecomputeCause.class);
    if (state.measuredAsOf().isEmpty() || (before.isEmpty() && !inputs.infers())) {
      causes.add(RecomputeCause.FIRST_TIME);
      return causes;
    }
    MeasureDependence then = MeasureDependence.of(state.measuredWith());
    MeasureDependence now = dependsOn(LocalDate.parse(state.measuredAsOf()));
    ComparisonStep.changed(then, now).forEach(cause -> causes.add(RecomputeCause.of(cause)));
    if (!then.registers().equals(now.registers())) {
      causes.add(RecomputeCause.REGISTER);
    }
    if (night.asOf().isBefore(LocalDate.parse(state.measuredAsOf()))) {
      causes.add(RecomputeCause.EARLIER_DAY);
    }
    if (inputs.infers()) {
      causes.add(RecomputeCause.INFERRED);
    }
    if (causes.isEmpty()
        && (wanted == Extent.EVERYTHING || !now.text().equals(state.measuredWith()))) {
      causes.add(RecomputeCause.MEASURES);
    }
    return causes;
  }

  private static Set<String> ids(List<CourseContext> contexts) {
    Set<String> ids = new TreeSet<>();
    contexts.forEach(context -> ids.add(context.run().courseId()));
    return ids;
  }

  /** What of the program and the configuration changed since the measures were made. */
  private Set<ChangeCause> otherwise(LakeState state) {
    return state.measuredAsOf().isEmpty()
        ? Set.of()
        : ComparisonStep.changed(
            MeasureDependence.of(state.measuredWith()),
            dependsOn(LocalDate.parse(state.measuredAsOf())));
  }

  private Scope scope(
      List<CourseContext> contexts, Learners learners, Removals removals, boolean unresolved) {
    return new Scope(
        contexts,
        learners,
        removals,
        night.asOf(),
        inputs.registersRoster(),
        unresolved,
        inputs.witnesses(),
        Long.MAX_VALUE,
        night.configuration().integrity(),
        night.configuration().scales());
  }

  private Touched look(
      List<CourseContext> contexts,
      Learners learners,
      MeasuredRegisters.Changes changes,
      LakeState state) {
    try {
      return inputs.touched(scope(contexts, learners, new Removals(), true), changes, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(
      CourseOutcome outcome,
      Set<String> runs,
      boolean everything,
      boolean decided,
      LakeChange change) {
    Expression replaced = everything ? alwaysTrue() : in("course_id", runs.toArray());
    for (String table : CourseMeasures.TABLES) {
      change.replace(table, replaced, outcome.files(table));
    }
    // Who looked for something once and does so no more has a table to be emptied.
    if (night.configuration().integrity().any()
        || lake.state().snapshots().containsKey(Tables.INTEGRITY_SIGNAL)) {
      change.replace(Tables.INTEGRITY_SIGNAL, replaced, outcome.files(Tables.INTEGRITY_SIGNAL));
    }
    if (decided) {
      decisions.comparisons().replace(outcome, replaced, change);
    }
  }

  private List<Map<String, Object>> unknownVerbs(VerbDays days) {
    List<Record> verbs = new ArrayList<>();
    inputs.each(Tables.VERB, alwaysTrue(), verbs::add, "verb_key", "iri", "known");
    return days.unknown(verbs);
  }

  /** Activity of a night and of all nights before it; who got a name since is left out. */
  private Unresolved plusStored(Unresolved night, Learners learners) {
    inputs.each(
        Tables.UNRESOLVED_ACTOR,
        alwaysTrue(),
        row -> {
          String actor = (String) row.getField("actor_key_hex");
          if (learners.of(Long.parseUnsignedLong(actor, 16)) < 0) {
            night.add(
                actor,
                (String) row.getField("source"),
                (Long) row.getField("events"),
                (LocalDate) row.getField("first_day"),
                (LocalDate) row.getField("last_day"));
          }
        });
    return night;
  }

  /** Replaces a small table, unless it says the same already. */
  private void replaceIfOther(String table, List<Map<String, Object>> rows, LakeChange change) {
    Set<Map<String, Object>> stored = new HashSet<>();
    inputs.each(
        table,
        alwaysTrue(),
        row -> {
          Map<String, Object> values = new LinkedHashMap<>();
          row.struct()
              .fields()
              .forEach(field -> values.put(field.name(), row.getField(field.name())));
          stored.add(values);
        });
    if (!stored.equals(new HashSet<>(rows))) {
      change.replaceRows(table, alwaysTrue(), rows);
    }
  }

  /**
   * @param upTo the last day that the measures tell of
   */
  private MeasureDependence dependsOn(LocalDate upTo) {
    return dependsOn(night, inputs, upTo);
  }

  /** What measures depend on besides the records and what registers say. */
  static MeasureDependence dependsOn(Night night, CourseInputs inputs, LocalDate upTo) {
    String integrity = night.configuration().integrity().text();
    return new MeasureDependence(
        String.join(",", night.registers().measuredPresent()),
        String.join(
                "|",
                night.zone().getId(),
                night.configuration().institution().id(),
                inputs.witnesses().upTo(Math.toIntExact(upTo.toEpochDay())))
            + (integrity.isEmpty() ? "" : "|" + integrity)
            + (night.configuration().scales().isEmpty()
                ? ""
                : "|" + night.configuration().scales()),
        MeasureDependence.program(night.codeVersion()));
  }
}
