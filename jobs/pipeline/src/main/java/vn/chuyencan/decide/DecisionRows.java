package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.ReviewCase;

/** From decisions to rows of the decision tables, by column name. */
final class DecisionRows {
  private static final int SCALE = 6;

  private DecisionRows() {}

  /** The row of {@code eligibility_decision}. */
  static Map<String, Object> decision(Decision decision) {
    List<Row> nearest = new ArrayList<>();
    for (Distance distance : decision.nearest()) {
      nearest.add(
          RowFactory.create(distance.criterionId(), scaled(distance.distance()), distance.unit()));
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("course_id", decision.courseId());
    row.put("learner_id", decision.learnerId());
    row.put("certificate", decision.certificate());
    row.put("status", decision.status().name());
    row.put("regulation_status", decision.status().regulationCode());
    row.put("policy_id", decision.policyId());
    row.put("policy_version", decision.policyVersion());
    row.put("policy_hash", decision.policyHash());
    row.put("estimator", decision.estimator());
    row.put("as_of", decision.asOf());
    row.put("final", decision.conclusive());
    row.put("unmet_criteria", decision.unmetCriteria());
    row.put("missing_inputs", decision.missingInputs());
    row.put("review_reasons", decision.reviewReasons());
    row.put("nearest", nearest);
    return row;
  }

  /** The rows of {@code criterion_result}. */
  static List<Map<String, Object>> criteria(Decision decision) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CriterionResult result : decision.criteria()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("course_id", result.courseId());
      row.put("learner_id", result.learnerId());
      row.put("certificate", result.certificate());
      row.put("criterion_id", result.criterionId());
      row.put("parent_criterion_id", result.parentCriterionId());
      row.put("sequence", result.sequence());
      row.put("kind", result.kind());
      row.put("status", result.status().name());
      row.put("value", scaled(result.value()));
      row.put("threshold", scaled(result.threshold()));
      row.put("unit", result.unit());
      row.put("margin", scaled(result.margin()));
      row.put("value_low", scaled(result.valueLow()));
      row.put("value_high", scaled(result.valueHigh()));
      row.put("law_id", result.lawId());
      row.put("detail", result.detail());
      row.put("missing_inputs", result.missingInputs());
      row.put("review_reason", result.reviewReason());
      row.put("evidence", result.evidence());
      row.put("policy_id", result.policyId());
      row.put("as_of", result.asOf());
      rows.add(row);
    }
    return rows;
  }

  /** The rows of {@code review_case}. */
  static List<Map<String, Object>> reviewCases(Decision decision) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ReviewCase one : decision.reviewCases()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("case_id", one.caseId());
      row.put("course_id", one.courseId());
      row.put("learner_id", one.learnerId());
      row.put("certificate", one.certificate());
      row.put("criterion_id", one.criterionId());
      row.put("reason_code", one.reasonCode());
      row.put("detail", one.detail());
      row.put("evidence", one.evidence());
      row.put("as_of", one.asOf());
      row.put("outcome", one.outcome());
      row.put("decided_by", one.decidedBy());
      row.put("decided_on", one.decidedOn());
      rows.add(row);
    }
    return rows;
  }

  private static BigDecimal scaled(BigDecimal value) {
    return value == null ? null : value.setScale(SCALE, RoundingMode.FLOOR);
  }
}
