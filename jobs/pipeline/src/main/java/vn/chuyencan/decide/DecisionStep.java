package vn.chuyencan.decide;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Role;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyEvaluator;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * Measures × policy → decisions: each row becomes a record, the pure evaluator of {@code policy}
 * judges it, and its records become rows again.
 */
public final class DecisionStep {
  /** The tables that it fills, in a fixed order. */
  public static final List<String> TABLES =
      List.of(Tables.ELIGIBILITY_DECISION, Tables.CRITERION_RESULT, Tables.REVIEW_CASE);

  private DecisionStep() {}

  /**
   * One row a learner, run and policy, holding the rows of all decision tables; persist it before
   * asking for several of them with {@link #rowsOf}.
   *
   * @param measures rows of {@code learner_course_measure}; who left before closing is not decided
   *     upon
   * @param courses progress of their course runs
   * @param policies the policies to decide by
   * @param asOf the last day that counts
   */
  public static Dataset<Row> decided(
      Dataset<Row> measures,
      List<CourseProgress> courses,
      List<PolicyText> policies,
      LocalDate asOf) {
    HashMap<String, CourseProgress> byId = new HashMap<>();
    courses.forEach(course -> byId.put(course.courseId(), course));
    Broadcast<HashMap<String, CourseProgress>> shared =
        JavaSparkContext.fromSparkContext(measures.sparkSession().sparkContext()).broadcast(byId);
    ArrayList<PolicyText> texts = new ArrayList<>(policies);
    return measures.mapPartitions(
        (MapPartitionsFunction<Row, Row>) rows -> decide(rows, shared.value(), texts, asOf),
        Encoders.row(schema()));
  }

  /** The rows of one table out of {@link #decided}. */
  public static Dataset<Row> rowsOf(Dataset<Row> decided, String table) {
    return decided.select(explode(col(table)).as("row")).select("row.*");
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (String table : TABLES) {
      schema =
          schema.add(
              table,
              DataTypes.createArrayType(TableContract.of(table).sparkSchema(), false),
              false);
    }
    return schema;
  }

  private static Iterator<Row> decide(
      Iterator<Row> rows,
      Map<String, CourseProgress> courses,
      List<PolicyText> texts,
      LocalDate asOf) {
    List<Policy> policies = texts.stream().map(PolicyText::policy).toList();
    Iterable<Row> all = () -> rows;
    return StreamSupport.stream(all.spliterator(), false)
        .filter(row -> isDecidedUpon(row, courses.get(row.<String>getAs("course_id"))))
        .map(row -> decide(row, courses, policies, asOf))
        .iterator();
  }

  /** Learners at closing (FC-X.12): who left before the last day is not decided upon. */
  private static boolean isDecidedUpon(Row row, CourseProgress course) {
    LocalDate leftOn = row.getAs("left_on");
    return Role.LEARNER.code().equals(row.getAs("role"))
        && (leftOn == null || leftOn.isAfter(course.closesOn()));
  }

  private static Row decide(
      Row row, Map<String, CourseProgress> courses, List<Policy> policies, LocalDate asOf) {
    CourseProgress course = courses.get(row.<String>getAs("course_id"));
    LearnerMeasures measures = MeasureReader.read(row, course);
    PolicyEvaluator.Context context = new PolicyEvaluator.Context(asOf, course.estimator());
    List<Map<String, Object>> decisions = new ArrayList<>();
    List<Map<String, Object>> criteria = new ArrayList<>();
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Policy policy : policies) {
      for (Decision decision : PolicyEvaluator.decide(policy, measures, context)) {
        decisions.add(DecisionRows.decision(decision));
        criteria.addAll(DecisionRows.criteria(decision));
        cases.addAll(DecisionRows.reviewCases(decision));
      }
    }
    return RowFactory.create(
        cell(Tables.ELIGIBILITY_DECISION, decisions),
        cell(Tables.CRITERION_RESULT, criteria),
        cell(Tables.REVIEW_CASE, cases));
  }

  private static Object cell(String table, List<Map<String, Object>> rows) {
    return Rows.sequence(Rows.of(TableContract.of(table).sparkSchema(), rows));
  }
}
