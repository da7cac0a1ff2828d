package vn.chuyencan.decide;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;

/** From rows of the decision tables back to one learner's decisions. */
public final class StoredDecisions {

  private StoredDecisions() {}

  /**
   * The decisions of one learner in one course run, as they were stored.
   *
   * @param decisions rows of {@code eligibility_decision}
   * @param criteria rows of {@code criterion_result}
   * @param cases rows of {@code review_case}
   * @return by policy and certificate; empty when nothing was decided
   */
  public static List<Decision> of(
      String courseId,
      String learnerId,
      Dataset<Row> decisions,
      Dataset<Row> criteria,
      Dataset<Row> cases) {
    List<CriterionResult> results = new ArrayList<>();
    for (Row row : rows(criteria, courseId, learnerId)) {
      results.add(criterion(row));
    }
    List<ReviewCase> reviews = new ArrayList<>();
    for (Row row : rows(cases, courseId, learnerId)) {
      reviews.add(reviewCase(row));
    }
    List<Decision> result = new ArrayList<>();
    for (Row row : rows(decisions, courseId, learnerId)) {
      result.add(decision(row, results, reviews));
    }
    return result;
  }

  private static List<Row> rows(Dataset<Row> table, String courseId, String learnerId) {
    return table
        .where(col("course_id").equalTo(courseId).and(col("learner_id").equalTo(learnerId)))
        .collectAsList();
  }

  private static Decision decision(
      Row row, List<CriterionResult> criteria, List<ReviewCase> cases) {
    String certificate = row.getAs("certificate");
    String policy = row.getAs("policy_id");
    List<Distance> nearest = new ArrayList<>();
    for (Row distance : row.<Row>getList(row.fieldIndex("nearest"))) {
      nearest.add(
          new Distance(distance.getString(0), distance.getDecimal(1), distance.getString(2)));
    }
    return new Decision(
        row.getAs("course_id"),
        row.getAs("learner_id"),
        certificate,
        Status.valueOf(row.getAs("status")),
        policy,
        row.getAs("policy_version"),
        row.getAs("policy_hash"),
        row.getAs("estimator"),
        row.getAs("as_of"),
        row.<Boolean>getAs("final"),
        texts(row, "unmet_criteria"),
        texts(row, "missing_inputs"),
        texts(row, "review_reasons"),
        nearest,
        criteria.stream()
            .filter(one -> one.certificate().equals(certificate) && one.policyId().equals(policy))
            .sorted(Comparator.comparingInt(CriterionResult::sequence))
            .toList(),
        cases.stream().filter(one -> one.certificate().equals(certificate)).toList());
  }

  private static CriterionResult criterion(Row row) {
    return new CriterionResult(
        row.getAs("course_id"),
        row.getAs("learner_id"),
        row.getAs("certificate"),
        row.getAs("criterion_id"),
        row.getAs("parent_criterion_id"),
        row.<Integer>getAs("sequence"),
        row.getAs("kind"),
        Status.valueOf(row.getAs("status")),
        row.getAs("value"),
        row.getAs("threshold"),
        row.getAs("unit"),
        row.getAs("margin"),
        row.getAs("value_low"),
        row.getAs("value_high"),
        row.getAs("law_id"),
        texts(row, "detail"),
        texts(row, "missing_inputs"),
        row.getAs("review_reason"),
        row.getAs("evidence"),
        row.getAs("policy_id"),
        row.getAs("as_of"));
  }

  private static ReviewCase reviewCase(Row row) {
    return new ReviewCase(
        row.getAs("case_id"),
        row.getAs("course_id"),
        row.getAs("learner_id"),
        row.getAs("certificate"),
        row.getAs("criterion_id"),
        row.getAs("reason_code"),
        row.getAs("detail"),
        row.getAs("evidence"),
        row.getAs("as_of"),
        row.getAs("outcome"),
        row.getAs("decided_by"),
        row.getAs("decided_on"));
  }

  private static List<String> texts(Row row, String column) {
    return new ArrayList<>(row.getList(row.fieldIndex(column)));
  }
}
