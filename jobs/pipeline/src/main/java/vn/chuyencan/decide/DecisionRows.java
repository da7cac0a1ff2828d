package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.Supply;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** From decisions to rows of the decision tables. */
final class DecisionRows {
  private static final int SCALE = 6;

  private static final RowShape DECISION = RowShape.of(Tables.ELIGIBILITY_DECISION);
  private static final RowShape CRITERION = RowShape.of(Tables.CRITERION_RESULT);
  private static final RowShape CASE = RowShape.of(Tables.REVIEW_CASE);

  private static final int[] DECISION_PLACES =
      places(
          DECISION,
          "course_id",
          "learner_id",
          "certificate",
          "status",
          "regulation_status",
          "policy_id",
          "policy_version",
          "policy_hash",
          "estimator",
          "course_parameters",
          "as_of",
          "final",
          "unmet_criteria",
          "missing_inputs",
          "to_supply",
          "review_reasons",
          "nearest",
          "standing_status",
          "open_cases",
          "decided_by",
          "decided_on");

  private static final int[] CRITERION_PLACES =
      places(
          CRITERION,
          "course_id",
          "learner_id",
          "certificate",
          "criterion_id",
          "parent_criterion_id",
          "sequence",
          "kind",
          "status",
          "value",
          "threshold",
          "unit",
          "margin",
          "value_low",
          "value_high",
          "law_id",
          "detail",
          "missing_inputs",
          "review_reason",
          "evidence",
          "policy_id",
          "policy_version",
          "policy_hash",
          "estimator",
          "as_of");

  private static final int[] CASE_PLACES =
      places(
          CASE,
          "case_id",
          "course_id",
          "learner_id",
          "certificate",
          "criterion_id",
          "reason_code",
          "detail",
          "evidence",
          "as_of",
          "outcome",
          "decided_by",
          "decided_on",
          "state",
          "note",
          "evidence_digest");

  /** The order of {@code review_case} among the cases of one learner in one course run. */
  static final Comparator<Object[]> CASE_ORDER =
      by("certificate")
          .thenComparing(by("criterion_id"))
          .thenComparing(by("reason_code"))
          .thenComparing(by("case_id"));

  private DecisionRows() {}

  private static Comparator<Object[]> by(String column) {
    int place = CASE.place(column);
    return Comparator.comparing(row -> (String) row[place]);
  }

  private static int[] places(RowShape shape, String... columns) {
    int[] places = new int[columns.length];
    for (int column = 0; column < columns.length; column++) {
      places[column] = shape.place(columns[column]);
    }
    return places;
  }

  private static Object[] row(RowShape shape, int[] places, Object... values) {
    Object[] row = shape.row();
    for (int value = 0; value < values.length; value++) {
      row[places[value]] = values[value];
    }
    return row;
  }

  /** The row of {@code eligibility_decision}. */
  static Object[] decision(Reviewed reviewed) {
    Decision decision = reviewed.decision();
    List<Object[]> nearest = new ArrayList<>();
    for (Distance distance : decision.nearest()) {
      nearest.add(
          new Object[] {
            distance.criterionId(),
            scaled(distance.distance()),
            distance.unit(),
            distance.item(),
            distance.possible(),
            distance.until() == null ? "" : distance.until().toString()
          });
    }
    return row(
        DECISION,
        DECISION_PLACES,
        decision.courseId(),
        decision.learnerId(),
        decision.certificate(),
        decision.status().name(),
        decision.status().regulationCode(),
        decision.policyId(),
        decision.policyVersion(),
        decision.policyHash(),
        decision.estimator(),
        decision.courseParameters(),
        decision.asOf(),
        decision.conclusive(),
        decision.unmetCriteria(),
        decision.missingInputs(),
        supplies(decision),
        decision.reviewReasons(),
        nearest,
        reviewed.standing().name(),
        reviewed.openCases(),
        reviewed.decidedBy(),
        reviewed.decidedOn());
  }

  private static List<Object[]> supplies(Decision decision) {
    List<Object[]> supplies = new ArrayList<>();
    for (Supply supply : decision.supplies()) {
      supplies.add(
          new Object[] {supply.input(), supply.register(), supply.vietnamese(), supply.english()});
    }
    return supplies;
  }

  /** Adds the rows of {@code criterion_result}. */
  static void addCriteria(Decision decision, List<Object[]> rows) {
    for (CriterionResult result : decision.criteria()) {
      rows.add(
          row(
              CRITERION,
              CRITERION_PLACES,
              result.courseId(),
              result.learnerId(),
              result.certificate(),
              result.criterionId(),
              result.parentCriterionId(),
              result.sequence(),
              result.kind(),
              result.status().name(),
              scaled(result.value()),
              scaled(result.threshold()),
              result.unit(),
              scaled(result.margin()),
              scaled(result.valueLow()),
              scaled(result.valueHigh()),
              result.lawId(),
              result.detail(),
              result.missingInputs(),
              result.reviewReason(),
              result.evidence(),
              result.policyId(),
              result.policyVersion(),
              result.policyHash(),
              result.estimator(),
              result.asOf()));
    }
  }

  /** Adds the rows of {@code review_case}. */
  static void addReviewCases(Reviewed reviewed, List<Object[]> rows) {
    addReviewCases(reviewed.cases(), rows);
  }

  /** Adds rows of {@code review_case}. */
  static void addReviewCases(List<Reviewed.Case> cases, List<Object[]> rows) {
    for (Reviewed.Case reviewedCase : cases) {
      ReviewCase one = reviewedCase.one();
      ReviewDecision verdict = reviewedCase.verdict();
      rows.add(
          row(
              CASE,
              CASE_PLACES,
              one.caseId(),
              one.courseId(),
              one.learnerId(),
              one.certificate(),
              one.criterionId(),
              one.reasonCode(),
              one.detail(),
              one.evidence(),
              one.asOf(),
              verdict == null ? null : verdict.outcome().code(),
              verdict == null ? null : verdict.decidedBy(),
              verdict == null ? null : verdict.decidedOn(),
              reviewedCase.state().code(),
              verdict == null ? null : verdict.note(),
              reviewedCase.evidenceDigest()));
    }
  }

  private static BigDecimal scaled(BigDecimal value) {
    return value == null ? null : value.setScale(SCALE, RoundingMode.FLOOR);
  }
}
