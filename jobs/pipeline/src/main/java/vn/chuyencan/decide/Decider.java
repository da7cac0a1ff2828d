package vn.chuyencan.decide;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Role;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyEvaluator;
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
      List.of(Tables.ELIGIBILITY_DECISION, Tables.CRITERION_RESULT, Tables.REVIEW_CASE);

  private static final RowShape MEASURES = MeasureReader.SHAPE;
  private static final int COURSE_ID = MEASURES.place("course_id");
  private static final int ROLE = MEASURES.place("role");
  private static final int LEFT_ON = MEASURES.place("left_on");

  private final HashMap<String, CourseProgress> courses = new HashMap<>();
  private final ArrayList<PolicyText> texts;
  private final LocalDate asOf;
  private final TreeMap<String, String> parameters;
  private transient volatile List<Policy> policies;

  /**
   * @param courses progress of all course runs to decide in
   * @param policies the policies to decide by
   * @param asOf the last day that counts
   */
  public Decider(List<CourseProgress> courses, List<PolicyText> policies, LocalDate asOf) {
    this(courses, policies, asOf, Map.of());
  }

  /**
   * @param parameters values that stand in, everywhere, for parameters of that name, in whichever
   *     policies have them
   */
  public Decider(
      List<CourseProgress> courses,
      List<PolicyText> policies,
      LocalDate asOf,
      Map<String, String> parameters) {
    courses.forEach(course -> this.courses.put(course.courseId(), course));
    this.texts = new ArrayList<>(policies);
    this.asOf = asOf;
    this.parameters = new TreeMap<>(parameters);
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
    List<Object[]> decisions = new ArrayList<>();
    List<Object[]> criteria = new ArrayList<>();
    List<Object[]> cases = new ArrayList<>();
    for (Decision decision : decisions(measures)) {
      decisions.add(DecisionRows.decision(decision));
      DecisionRows.addCriteria(decision, criteria);
      DecisionRows.addReviewCases(decision, cases);
    }
    cases.sort(DecisionRows.CASE_ORDER);
    return List.of(decisions, criteria, cases);
  }

  /**
   * The decisions upon a learner, by certificate; none where nothing is decided upon the learner.
   *
   * @param measures a row of {@code learner_course_measure}
   */
  public List<Decision> decisions(Object[] measures) {
    CourseProgress course = courses.get((String) measures[COURSE_ID]);
    List<Decision> decided = new ArrayList<>();
    if (isDecidedUpon(measures, course)) {
      LearnerMeasures learner = MeasureReader.read(measures, course);
      PolicyEvaluator.Context context =
          new PolicyEvaluator.Context(lastDay(course, asOf), course.estimator());
      for (Policy policy : policies()) {
        decided.addAll(PolicyEvaluator.decide(policy, learner, context));
      }
      decided.sort(Comparator.comparing(Decision::certificate));
    }
    return decided;
  }

  /** Learners at closing (FC-X.12): who left before the last day is not decided upon. */
  private static boolean isDecidedUpon(Object[] measures, CourseProgress course) {
    LocalDate leftOn = (LocalDate) measures[LEFT_ON];
    return Role.LEARNER.code().equals(measures[ROLE])
        && (leftOn == null || leftOn.isAfter(course.closesOn()));
  }

  private Policy read(PolicyText text) {
    Map<String, String> own = new TreeMap<>(parameters);
    own.keySet().retainAll(text.policy().parameters().keySet());
    return text.policy(own);
  }

  private List<Policy> policies() {
    List<Policy> known = policies;
    if (known == null) {
      known = texts.stream().map(this::read).toList();
      policies = known;
    }
    return known;
  }
}
