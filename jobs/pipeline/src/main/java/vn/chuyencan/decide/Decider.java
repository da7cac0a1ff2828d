package vn.chuyencan.decide;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Role;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.PolicyEvaluator;
import vn.chuyencan.policy.PolicyReadings;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Measures × policies → decisions, one learner at a time: the row becomes a record, the pure
 * evaluator of {@code policy} judges it, and its records become rows. Travels to the tasks.
 */
public final class Decider implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The tables that it fills, in the order of {@link #decide}. */
  public static final List<String> TABLES =
      List.of(
          Tables.ELIGIBILITY_DECISION,
          Tables.CRITERION_RESULT,
          Tables.REVIEW_CASE,
          Tables.DECISION_SENSITIVITY);

  private static final RowShape MEASURES = MeasureReader.SHAPE;
  private static final int COURSE_ID = MEASURES.place("course_id");
  private static final int ROLE = MEASURES.place("role");
  private static final int ENROLLED_ON = MEASURES.place("enrolled_on");
  private static final int LEFT_ON = MEASURES.place("left_on");

  private final HashMap<String, CourseProgress> courses = new HashMap<>();
  private final ArrayList<PolicyText> texts;
  private final LocalDate asOf;
  private final Verdicts verdicts;
  private final HashMap<String, TreeMap<String, String>> parameters = new HashMap<>();
  private transient volatile List<PolicyReadings> policies;
  private transient volatile Map<String, List<CoursePolicy>> coursePolicies;

  /**
   * @param courses progress of all course runs to decide in
   * @param policies the policies to decide by
   * @param asOf the last day that counts
   * @param verdicts what persons decided
   */
  public Decider(
      List<CourseProgress> courses, List<PolicyText> policies, LocalDate asOf, Verdicts verdicts) {
    this(courses, policies, asOf, verdicts, Map.of());
  }

  /**
   * @param parameters values that stand in, in every course run, for parameters of policies, by the
   *     hash of the policy and the name
   */
  public Decider(
      List<CourseProgress> courses,
      List<PolicyText> policies,
      LocalDate asOf,
      Verdicts verdicts,
      Map<String, Map<String, String>> parameters) {
    courses.forEach(course -> this.courses.put(course.courseId(), course));
    this.texts = new ArrayList<>(policies);
    this.asOf = asOf;
    this.verdicts = verdicts;
    parameters.forEach((hash, values) -> this.parameters.put(hash, new TreeMap<>(values)));
  }

  /**
   * The last day that counts for a course run: the as-of date, and once it has closed its closing
   * day, for nothing that comes later changes what is decided.
   */
  static LocalDate lastDay(CourseProgress course, LocalDate asOf) {
    return course.closed() && course.closesOn().isBefore(asOf) ? course.closesOn() : asOf;
  }

  /**
   * The decisions upon a learner as rows of each table of {@link #TABLES}, in the table's order.
   *
   * @param measures a row of {@code learner_course_measure}; who left before closing is not decided
   *     upon
   */
  public List<List<Object[]>> decide(Object[] measures) {
    return decide(measures, List.of());
  }

  /**
   * The same with what stood out in the learner's traces, which makes cases and changes no
   * decision.
   *
   * @param signals rows of {@code integrity_signal}
   */
  public List<List<Object[]>> decide(Object[] measures, List<Object[]> signals) {
    List<Object[]> decisions = new ArrayList<>();
    List<Object[]> criteria = new ArrayList<>();
    List<Object[]> cases = new ArrayList<>();
    List<Object[]> sensitivities = new ArrayList<>();
    List<Reviewed> decided = new ArrayList<>();
    each(
        measures,
        (policy, learner, context) -> {
          for (Decision decision : PolicyEvaluator.decide(policy.policy(), learner, context)) {
            decided.add(Reviewed.of(policy.policy(), decision, verdicts));
          }
          policy.addSensitivities(learner, context, sensitivities);
        });
    decided.sort(Comparator.comparing(one -> one.decision().certificate()));
    for (Reviewed reviewed : decided) {
      decisions.add(DecisionRows.decision(reviewed));
      DecisionRows.addCriteria(reviewed.decision(), criteria);
      DecisionRows.addReviewCases(reviewed, cases);
    }
    CourseProgress course = courses.get((String) measures[COURSE_ID]);
    if (!signals.isEmpty() && isDecidedUpon(measures, course)) {
      DecisionRows.addReviewCases(
          IntegrityCases.of(signals, lastDay(course, asOf), verdicts), cases);
    }
    cases.sort(DecisionRows.CASE_ORDER);
    sensitivities.sort(CoursePolicy.ORDER);
    return List.of(decisions, criteria, cases, sensitivities);
  }

  /**
   * The decisions upon a learner as computed, by certificate; none where nothing is decided upon
   * the learner.
   *
   * @param measures a row of {@code learner_course_measure}
   */
  public List<Decision> decisions(Object[] measures) {
    List<Decision> decided = new ArrayList<>();
    each(
        measures,
        (policy, learner, context) ->
            decided.addAll(PolicyEvaluator.decide(policy.policy(), learner, context)));
    decided.sort(Comparator.comparing(Decision::certificate));
    return decided;
  }

  /** What is done with a learner under one policy. */
  @FunctionalInterface
  private interface Judgement {
    void of(CoursePolicy policy, LearnerMeasures learner, PolicyEvaluator.Context context);
  }

  /** Every policy that decides upon the learner, where anything is decided upon the learner. */
  private void each(Object[] measures, Judgement judgement) {
    CourseProgress course = courses.get((String) measures[COURSE_ID]);
    if (isDecidedUpon(measures, course)) {
      LearnerMeasures learner = MeasureReader.read(measures, course);
      for (CoursePolicy policy : policiesOf(course)) {
        judgement.of(
            policy,
            learner,
            new PolicyEvaluator.Context(
                lastDay(course, asOf),
                course.estimator(),
                course.deadlines(),
                policy.parameters()));
      }
    }
  }

  /** Learners at closing (FC-X.12): who left before, or came after, is not decided upon. */
  private static boolean isDecidedUpon(Object[] measures, CourseProgress course) {
    return Role.LEARNER.code().equals(measures[ROLE])
        && Enrolment.isThereAt(
            (LocalDate) measures[ENROLLED_ON], (LocalDate) measures[LEFT_ON], course.closesOn());
  }

  private List<CoursePolicy> policiesOf(CourseProgress course) {
    Map<String, List<CoursePolicy>> known = coursePolicies;
    if (known == null) {
      known = new ConcurrentHashMap<>();
      coursePolicies = known;
    }
    return known.computeIfAbsent(
        course.courseId(),
        id ->
            policies().stream()
                .map(one -> CoursePolicy.of(one, values(course, one)))
                .filter(one -> one.policy().decidesIn(course.opensOn(), course.policies()))
                .toList());
  }

  private Map<String, String> values(CourseProgress course, PolicyReadings policy) {
    Map<String, String> values = new TreeMap<>(course.parameters());
    values.putAll(parameters.getOrDefault(policy.policy().hash(), new TreeMap<>()));
    return values;
  }

  private List<PolicyReadings> policies() {
    List<PolicyReadings> known = policies;
    if (known == null) {
      known = texts.stream().map(PolicyText::readings).toList();
      policies = known;
    }
    return known;
  }
}
