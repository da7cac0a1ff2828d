package vn.chuyencan.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyEvaluator;
import vn.chuyencan.policy.PolicyReadings;
import vn.chuyencan.policy.Sensitivity;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * A policy as one course run reads it, with its variants.
 *
 * @param policy the policy that decides
 * @param parameters values that the course run gives its parameters
 * @param variants its other readings
 */
record CoursePolicy(Policy policy, Map<String, String> parameters, List<Reading> variants) {
  private static final RowShape SHAPE = RowShape.of(Tables.DECISION_SENSITIVITY);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int CERTIFICATE = SHAPE.place("certificate");
  private static final int VARIANT_ID = SHAPE.place("variant_id");
  private static final int POLICY_ID = SHAPE.place("policy_id");
  private static final int LAW_ID = SHAPE.place("law_id");
  private static final int DECIDED_STATUS = SHAPE.place("decided_status");
  private static final int STATUS = SHAPE.place("status");
  private static final int CRITERIA = SHAPE.place("criteria");
  private static final int AS_OF = SHAPE.place("as_of");

  /** The order of {@code decision_sensitivity} among the rows of one learner in one course run. */
  static final Comparator<Object[]> ORDER =
      Comparator.comparing((Object[] row) -> (String) row[CERTIFICATE])
          .thenComparing(row -> (String) row[VARIANT_ID])
          .thenComparing(row -> (String) row[POLICY_ID]);

  /** One variant as the course run reads it. */
  record Reading(Policy.Variant variant, Policy policy) {}

  /**
   * The policy as a course run reads it.
   *
   * @param values what the course run gives parameters, also those of other policies
   */
  static CoursePolicy of(PolicyReadings readings, Map<String, String> values) {
    Map<String, String> own = readings.own(values);
    Policy policy = readings.policy(own);
    List<Reading> variants = new ArrayList<>();
    for (Policy.Variant variant : policy.variants()) {
      variants.add(new Reading(variant, readings.policy(variant, own)));
    }
    return new CoursePolicy(policy, own, variants);
  }

  /**
   * Adds a row for each certificate that a variant decides otherwise. A variant for which an input
   * is lacking says nothing.
   */
  void addSensitivities(
      LearnerMeasures learner, PolicyEvaluator.Context context, List<Object[]> rows) {
    for (Reading reading : variants) {
      for (Sensitivity.Difference other : Sensitivity.of(policy, reading.policy(), learner)) {
        if (other.status() != Status.INSUFFICIENT_DATA) {
          Object[] row = SHAPE.row();
          row[COURSE_ID] = learner.courseId();
          row[LEARNER_ID] = learner.learnerId();
          row[CERTIFICATE] = other.certificate();
          row[VARIANT_ID] = reading.variant().id();
          row[POLICY_ID] = policy.id();
          row[LAW_ID] = reading.variant().law();
          row[DECIDED_STATUS] = other.decided().name();
          row[STATUS] = other.status().name();
          row[CRITERIA] = other.criteria();
          row[AS_OF] = context.asOf();
          rows.add(row);
        }
      }
    }
  }
}
