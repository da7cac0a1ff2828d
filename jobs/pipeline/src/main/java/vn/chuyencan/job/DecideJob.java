package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.iceberg.expressions.Expression;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseProgressStep;
import vn.chuyencan.measure.VerbDays;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.model.Registers;
import vn.chuyencan.policy.CourseParameters;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyLoader;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * Decides who has earned which certificate, from stored measures and the policies: in course runs
 * whose decisions may come out otherwise than they stand. A run that has closed and was decided
 * upon by the same policies stays as it is.
 */
public final class DecideJob {
  /** Grows when tables of decisions get columns that must be filled in rows of older nights. */
  private static final String FORM = "decisions 2";

  private static final String BETWEEN = "|";

  private final Night night;
  private final Lake lake;
  private final CourseInputs inputs;
  private final ReviewDecisionTable reviews;
  private final ComparisonStep comparisons;

  DecideJob(Night night) {
    this.night = night;
    this.lake = night.lake();
    this.inputs = new CourseInputs(night);
    this.reviews = new ReviewDecisionTable(night, inputs);
    this.comparisons = new ComparisonStep(night, inputs);
  }

  /**
   * Decides upon every learner of every course run who has not left it.
   *
   * @param contexts the course runs as {@link MeasureJob} gave them
   */
  public static void run(Night night, List<CourseContext> contexts, Progress progress) {
    progress.step("decide");
    DecideJob job = new DecideJob(night);
    Recomputation recomputation = new Recomputation();
    job.decideRest(
        job.progress(contexts, job.inputs.verbDays(), job.learners(contexts)),
        new TreeSet<>(),
        recomputation,
        UnaryOperator.identity());
    progress.recomputed(night.asOf(), recomputation.rows());
  }

  /** The policies of the configuration. */
  public static List<PolicyText> policies(Night night) {
    return policies(night.configuration(), night.asOf());
  }

  /**
   * The same before there is a night. Each decides in the course runs that open while it is in
   * force ({@link Policy#decidesIn}).
   *
   * @throws PipelineException the faults of all policies, of those of which no version is in force
   *     yet, and of versions of one policy that are in force on one day
   */
  public static List<PolicyText> policies(Configuration configuration, LocalDate asOf) {
    List<PolicyText> policies = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Map<String, List<Policy>> versions = new TreeMap<>();
    for (String name : configuration.policies()) {
      try {
        PolicyText text = PolicyText.of(name);
        Policy policy = text.policy();
        versions.computeIfAbsent(policy.id(), id -> new ArrayList<>()).add(policy);
        policies.add(text);
      } catch (PipelineException invalid) {
        faults.addAll(invalid.faults());
      }
    }
    for (List<Policy> same : versions.values()) {
      faults.addAll(PolicyLoader.faultsOfVersions(same, asOf));
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return policies;
  }

  /**
   * The same, together with what course runs give their parameters.
   *
   * @throws PipelineException likewise, and {@code COURSE_PARAMETER_INVALID}
   */
  public static List<PolicyText> policies(
      Configuration configuration, Registers registers, LocalDate asOf) {
    List<PolicyText> policies = policies(configuration, asOf);
    List<Fault> faults = CourseParameters.faults(policies, registers.courseParameters());
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return policies;
  }

  /** How far the course runs have come. */
  List<CourseProgress> progress(
      List<CourseContext> contexts, VerbDays days, Map<String, Integer> learners) {
    return CourseProgressStep.of(contexts, learners, days.logged(), night.asOf());
  }

  /** Learners of each course run whose measures are stored, where registers do not tell them. */
  private Map<String, Integer> learners(List<CourseContext> contexts) {
    Map<String, Integer> learners = new TreeMap<>();
    if (inputs.registersRoster()) {
      contexts.forEach(context -> learners.put(context.run().courseId(), context.roster().size()));
    } else {
      inputs.each(
          Tables.LEARNER_COURSE_MEASURE,
          alwaysTrue(),
          row -> learners.merge((String) row.getField("course_id"), 1, Integer::sum),
          "course_id");
    }
    return learners;
  }

  /** Who decides, given the progress of the course runs. */
  Decider decider(List<CourseProgress> courses) {
    return new Decider(courses, policies(night), night.asOf(), reviews.verdicts());
  }

  /** Puts decisions in their place. */
  ComparisonStep comparisons() {
    return comparisons;
  }

  /** With what decisions upon course runs are compared; see {@link ComparisonStep#of}. */
  DecisionComparison comparison(
      List<CourseProgress> courses,
      Set<String> decided,
      Set<ChangeCause> everywhere,
      Map<String, CourseCauses> seen) {
    Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    causes.addAll(everywhere);
    String before = lake.state().decidedWith();
    if (!before.isEmpty() && !before.startsWith(night.codeVersion() + BETWEEN)) {
      causes.add(ChangeCause.PROGRAM);
    }
    return comparisons.of(courses, decided, causes, seen, reviews.changedCases());
  }

  /**
   * Decides from stored measures wherever it is needed and was not done yet, and ends the step.
   *
   * @param done course runs in which this night has decided already
   * @param recomputation gathers what is decided again and why
   * @param other what else the step adds to the lake's state
   */
  void decideRest(
      List<CourseProgress> courses,
      Set<String> done,
      Recomputation recomputation,
      UnaryOperator<LakeState> other) {
    LakeState state = lake.state();
    String with = dependsOn(night);
    CourseRunTable table = new CourseRunTable(inputs);
    Set<String> reviewed = reviews.coursesOf(reviews.changedCases());
    Set<String> wanted = new TreeSet<>();
    for (CourseProgress course : courses) {
      boolean open = !course.closed() && !night.asOf().toString().equals(state.decidedAsOf());
      boolean otherwise =
          open
              || !with.equals(state.decidedWith())
              || table.decidesOtherwise(course)
              || reviewed.contains(course.courseId());
      if (otherwise && !done.contains(course.courseId())) {
        wanted.add(course.courseId());
        recomputation.add(
            Recomputed.DECIDE,
            course.courseId(),
            causes(course, table, reviewed, open),
            course.learners());
      }
    }
    LakeChange change = lake.change();
    if (!wanted.isEmpty()) {
      CourseOutcome outcome =
          new CourseJob(night)
              .decide(
                  decider(courses),
                  comparison(courses, wanted, Set.of(), Map.of()),
                  inputs.measures(wanted));
      Expression replaced =
          wanted.size() == courses.size() ? alwaysTrue() : in("course_id", wanted.toArray());
      comparisons.replace(outcome, replaced, change);
    }
    table.replace(courses, comparisons.registersDigests(), change);
    change.apply();
    LakeChange told = lake.change();
    recomputation.addTo(night, told);
    reviews.replace(comparisons.frozen(), told);
    told.apply();
    lake.commit(other.apply(lake.state()).withDecided(night.asOf().toString(), with));
  }

  /** Why a course run is decided upon again from measures that are as they were. */
  private Set<RecomputeCause> causes(
      CourseProgress course, CourseRunTable table, Set<String> reviewed, boolean open) {
    EnumSet<RecomputeCause> causes = EnumSet.noneOf(RecomputeCause.class);
    LakeState state = lake.state();
    String digest = comparisons.registersDigests().getOrDefault(course.courseId(), "");
    table.causes(course, digest).forEach(cause -> causes.add(RecomputeCause.of(cause)));
    if (reviewed.contains(course.courseId())) {
      causes.add(RecomputeCause.REVIEW_DECISION);
    }
    String before = state.decidedWith();
    if (before.isEmpty()) {
      causes.add(RecomputeCause.MEASURES);
    } else if (!before.startsWith(night.codeVersion() + BETWEEN)) {
      causes.add(RecomputeCause.PROGRAM);
    } else if (!before.equals(dependsOn(night))) {
      causes.add(RecomputeCause.POLICY);
    }
    if (causes.isEmpty() || open) {
      // A course that is open has come a day further, though no week may be over.
      causes.add(RecomputeCause.CALENDAR);
    }
    return causes;
  }

  /** What decisions depend on besides measures and progress. */
  static String dependsOn(Night night) {
    List<String> parts = new ArrayList<>();
    parts.add(night.codeVersion());
    parts.add(FORM);
    for (PolicyText text : policies(night)) {
      Policy policy = text.policy();
      parts.add(policy.id() + " " + policy.hash());
    }
    return String.join(BETWEEN, parts);
  }
}
