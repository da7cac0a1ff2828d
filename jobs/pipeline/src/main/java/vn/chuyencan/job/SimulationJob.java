package vn.chuyencan.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.decide.DecisionDifferences;
import vn.chuyencan.decide.MeasureVariation;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.decide.Verdicts;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.PublishedState;
import vn.chuyencan.report.simulation.Assumption;
import vn.chuyencan.report.simulation.SensitivityRow;
import vn.chuyencan.report.simulation.Simulation;
import vn.chuyencan.report.simulation.Simulation.Baseline;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * Who would be decided upon otherwise under other policies, parameters, estimators or days. The
 * lake is only read, as the last step that measured and decided left it; so a night may run
 * meanwhile. Where only policies are otherwise the stored measures are decided upon; where the
 * reading of traces is, learners are measured again from bursts, posts and attempts. Nothing is
 * written.
 *
 * <p>Compared are the statuses as computed: what persons decided about cases belongs to the figures
 * that they saw. Course runs whose decisions are frozen stay as they are.
 *
 * <p>Both sides follow from the same registers. Where these, the policies or the program are no
 * longer those of the stored decisions, the side before is made anew too, so that whatever differs
 * is due to what is simulated.
 */
public final class SimulationJob {
  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  private final Night night;
  private final SimulationRequest request;
  private final long lastBatch;
  private final CourseInputs inputs;
  private final SimulationRules rules;

  /** Course runs that are decided upon. */
  private final Set<String> courses;

  /** Those that were asked for and stay as they are. */
  private final Set<String> frozen;

  private final Baseline.Source source;
  private final SimulationBasis registered;
  private final List<SimulationBasis> bases = new ArrayList<>();

  private SimulationJob(Night night, SimulationRequest request) {
    LakeState state = night.lake().state();
    if (!state.rereading().isNothing()) {
      // What the stored measures were made of is not there any more.
      throw new PipelineException(Fault.of(ErrorCode.REREAD_NOT_MEASURED));
    }
    this.night = night;
    this.request = request;
    this.lastBatch = state.measuredBatch();
    this.inputs = new CourseInputs(night, lastBatch);
    this.source = source(state);
    this.courses = new TreeSet<>(chosen(inputs.contexts()));
    this.frozen = new FreezeTable(night.lake()).frozen();
    frozen.retainAll(courses);
    courses.removeAll(frozen);
    this.rules = SimulationRules.of(night, request);
    this.registered =
        SimulationBasis.of(
            night, inputs, Reading.REGISTERED, courses, source != Baseline.Source.MEASURED_ANEW);
    bases.add(registered);
  }

  /**
   * Simulates.
   *
   * @param night of any as-of date: what counts is that of the stored decisions
   * @throws PipelineException {@link ErrorCode#NOTHING_DECIDED}, {@link ErrorCode#COURSE_UNKNOWN},
   *     {@link ErrorCode#CERTIFICATE_UNKNOWN}, {@link ErrorCode#PARAMETER_UNKNOWN}, {@link
   *     ErrorCode#VARIANT_UNKNOWN}, {@link ErrorCode#ESTIMATOR_UNKNOWN}, {@link
   *     ErrorCode#DAYS_NEED_ONE_COURSE}, {@link ErrorCode#DAYS_REVERSED}, {@link
   *     ErrorCode#DAYS_NOT_REGISTERED}, {@link ErrorCode#REREAD_NOT_MEASURED}, or the faults of
   *     policies
   */
  public static Simulation run(Night night, SimulationRequest request, Progress progress) {
    progress.step("simulate");
    return new SimulationJob(night.asOf(decidedAsOf(night.lake())), request).simulate();
  }

  /**
   * The last day of the stored decisions.
   *
   * @throws PipelineException {@link ErrorCode#NOTHING_DECIDED}
   */
  public static LocalDate decidedAsOf(Lake lake) {
    String asOf = lake.state().measuredAsOf();
    if (asOf.isEmpty() || !lake.exists(Tables.LEARNER_COURSE_MEASURE)) {
      throw new PipelineException(Fault.of(ErrorCode.NOTHING_DECIDED, lake.warehouse()));
    }
    return LocalDate.parse(asOf);
  }

  private Baseline.Source source(LakeState state) {
    if (!MeasureJob.dependsOn(night, inputs, night.asOf()).text().equals(state.measuredWith())
        || !inputs.saidNow().equals(inputs.saidBefore())) {
      return Baseline.Source.MEASURED_ANEW;
    }
    return DecideJob.dependsOn(night).equals(state.decidedWith())
            && state.decidedAsOf().equals(state.measuredAsOf())
        ? Baseline.Source.STORED
        : Baseline.Source.DECIDED_ANEW;
  }

  private Set<String> chosen(List<CourseContext> contexts) {
    Set<String> known = new TreeSet<>();
    contexts.forEach(context -> known.add(context.run().courseId()));
    for (String course : request.courses()) {
      if (!known.contains(course)) {
        throw new PipelineException(
            Fault.of(ErrorCode.COURSE_UNKNOWN, course, String.join(", ", known)));
      }
    }
    if (known.isEmpty()) {
      throw new PipelineException(Fault.of(ErrorCode.NOTHING_DECIDED, night.lake().warehouse()));
    }
    return request.courses().isEmpty() ? known : request.courses();
  }

  private Simulation simulate() {
    SimulatedDays days = SimulatedDays.of(night, request);
    CourseInputs own =
        days.assumptions().isEmpty() ? inputs : new CourseInputs(days.night(), lastBatch);
    SimulationBasis simulated = basis(own, rules.reading());
    Map<DecisionKey, Status> stored = stored(courses);
    Map<DecisionKey, Status> before = stored;
    Kept kept = Kept.nothing(courses, request.certificates());
    if (source != Baseline.Source.STORED) {
      add(registered, BEFORE, MeasureVariation.NONE, configured());
      before = statuses(run(kept), BEFORE);
      bases.forEach(basis -> basis.scenarios().clear());
    }
    add(simulated, AFTER, MeasureVariation.NONE, simulated(simulated, Map.of()));
    SensitivityReadings readings = new SensitivityReadings(rules, AFTER + 1);
    if (request.sensitivity()) {
      for (SensitivityReadings.Tried tried : readings.all()) {
        SimulationBasis basis = basis(own, tried.reading());
        add(basis, tried.number(), tried.variation(), simulated(basis, tried.parameters()));
      }
    }
    CourseOutcome outcome = run(kept.whatDiffers(AFTER, before));
    Map<DecisionKey, Status> after = statuses(outcome, AFTER);
    List<Assumption> assumptions = new ArrayList<>(rules.assumptions());
    assumptions.addAll(days.assumptions());
    assumptions.addAll(ReadingAssumptions.of(registered, simulated));
    return new Simulation(
        night.asOf(),
        baseline(stored, before),
        assumptions,
        frozen,
        compared(before, after),
        changes(before, after, outcome.decisions()),
        request.sensitivity()
            ? readings.rows(before, outcome.verdicts(), !assumptions.isEmpty())
            : List.<SensitivityRow>of());
  }

  private Decider configured() {
    return new Decider(registered.progress(), rules.configured(), night.asOf(), Verdicts.NONE);
  }

  /**
   * @param more values of parameters of one reading, which prevail, by hash of the policy
   */
  private Decider simulated(SimulationBasis basis, Map<String, Map<String, String>> more) {
    Map<String, Map<String, String>> parameters = new TreeMap<>(rules.parameters());
    more.forEach(
        (hash, values) ->
            parameters.merge(
                hash,
                values,
                (own, others) -> {
                  Map<String, String> both = new TreeMap<>(own);
                  both.putAll(others);
                  return both;
                }));
    return new Decider(
        basis.progress(), rules.simulated(), night.asOf(), Verdicts.NONE, parameters);
  }

  private static void add(
      SimulationBasis basis, int number, MeasureVariation variation, Decider decider) {
    basis.scenarios().add(new Scenario(number, variation, decider));
  }

  /** The basis of a reading: one that is there already where it reads no run otherwise. */
  private SimulationBasis basis(CourseInputs own, Reading reading) {
    SimulationBasis wanted = SimulationBasis.of(night, own, reading, courses, false);
    for (SimulationBasis known : bases) {
      if (known.readsLike(wanted)) {
        return known;
      }
    }
    bases.add(wanted);
    return wanted;
  }

  private Map<DecisionKey, Status> stored(Set<String> some) {
    Map<DecisionKey, Status> stored = StoredDecisions.statuses(night.lake(), some);
    if (!request.certificates().isEmpty()) {
      stored.keySet().removeIf(key -> !request.certificates().contains(key.certificate()));
    }
    return stored;
  }

  /** Lets all scenarios of all bases decide. */
  private CourseOutcome run(Kept kept) {
    CourseOutcome outcome = new CourseOutcome();
    List<CourseContext> contexts = new ArrayList<>();
    List<List<Scenario>> sets = new ArrayList<>();
    List<Integer> setOf = new ArrayList<>();
    for (SimulationBasis basis : bases) {
      if (basis.scenarios().isEmpty()) {
        continue;
      }
      List<Scenario> scenarios = new ArrayList<>(basis.scenarios());
      if (basis.stored()) {
        outcome.add(
            new CourseJob(night)
                .read(
                    place -> new SimulatedCourses(List.of(scenarios), new int[0], kept),
                    inputs.measures(courses)));
      } else {
        basis.contexts().forEach(context -> setOf.add(sets.size()));
        contexts.addAll(basis.contexts());
        sets.add(scenarios);
      }
    }
    if (!contexts.isEmpty()) {
      int[] setOfRun = setOf.stream().mapToInt(Integer::intValue).toArray();
      outcome.add(
          new CourseJob(night)
              .measureInto(
                  CourseJob.LITTLE_ROWS,
                  scope(contexts),
                  place -> new SimulatedCourses(sets, setOfRun, kept),
                  inputs.files(contexts, false)));
    }
    return outcome;
  }

  private Scope scope(List<CourseContext> contexts) {
    return new Scope(
        contexts,
        inputs.learners(),
        inputs.removals(contexts),
        night.asOf(),
        inputs.registersRoster(),
        false,
        inputs.witnesses(),
        lastBatch,
        IntegrityLimits.NONE,
        night.configuration().scales());
  }

  private static Map<DecisionKey, Status> statuses(CourseOutcome outcome, int scenario) {
    Map<DecisionKey, Status> statuses = new HashMap<>();
    for (Verdict verdict : outcome.verdicts()) {
      if (verdict.scenario() == scenario) {
        statuses.put(verdict.key(), verdict.status());
      }
    }
    return statuses;
  }

  private Baseline baseline(Map<DecisionKey, Status> stored, Map<DecisionKey, Status> before) {
    return new Baseline(
        source,
        source == Baseline.Source.STORED
            ? PublishedState.run(
                    Path.of(night.configuration().publish()),
                    night.lake(),
                    Tables.ELIGIBILITY_DECISION)
                .orElse("")
            : "",
        differing(stored, before).size());
  }

  private static Set<DecisionKey> differing(
      Map<DecisionKey, Status> before, Map<DecisionKey, Status> after) {
    Set<DecisionKey> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> before.get(key) == after.get(key));
    return keys;
  }

  private List<Simulation.Compared> compared(
      Map<DecisionKey, Status> before, Map<DecisionKey, Status> after) {
    Set<DecisionKey> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Simulation.Compared> compared = new ArrayList<>();
    keys.forEach(
        key -> compared.add(new Simulation.Compared(key, before.get(key), after.get(key))));
    stored(frozen)
        .forEach((key, status) -> compared.add(new Simulation.Compared(key, status, status)));
    compared.sort(Comparator.comparing(Simulation.Compared::key, Simulation.ORDER));
    return compared;
  }

  private List<DecisionDifference> changes(
      Map<DecisionKey, Status> before, Map<DecisionKey, Status> after, List<Decision> later) {
    Set<DecisionKey> keys = differing(before, after);
    if (keys.isEmpty()) {
      return List.of();
    }
    Set<DecisionKey> had = new HashSet<>(keys);
    had.retainAll(before.keySet());
    return DecisionDifferences.changes(earlier(had), later);
  }

  /** Decisions of the side before as a whole. */
  private List<Decision> earlier(Set<DecisionKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    if (source == Baseline.Source.STORED) {
      return StoredDecisions.of(night.lake(), keys);
    }
    bases.forEach(basis -> basis.scenarios().clear());
    add(registered, BEFORE, MeasureVariation.NONE, configured());
    return run(Kept.nothing(courses, request.certificates()).these(BEFORE, keys)).decisions();
  }
}
