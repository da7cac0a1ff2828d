package vn.chuyencan.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What one criterion says of one learner: one row of {@code criterion_result}. Numbers have at most
 * six places and are rounded down, so that a value below its threshold never reads as reaching it.
 *
 * @param parentCriterionId the criterion of which this one is a part; null at the top
 * @param sequence place among the results of its decision, from 1, a part after its whole
 * @param kind the criterion's kind, such as {@code at_least}
 * @param value what was measured; null when an input is missing or the criterion has no number
 * @param threshold what is asked, in the same unit; null when the criterion has no number
 * @param unit unit of value, threshold, margin, low and high; empty without a number
 * @param margin value − threshold; null when there is no value
 * @param valueLow the lowest of all computed readings (FC-X.2, FC-X.9); null with one reading
 * @param valueHigh the highest of them; null with one reading
 * @param lawId the sentence of law that asks for it
 * @param detail {@code week=3}, {@code exercise=…}, {@code forum=…}, {@code member=…}: what failed;
 *     {@code flag=…}: what a reader should know; {@code of=…} and {@code percent=…}: whole and
 *     asked share; {@code each=…}: what each item or week must reach; {@code reading=…}: what the
 *     recommended reading alone would say where a person must decide
 * @param missingInputs who must supply what is missing: registers, {@code course_run.closing}, …
 * @param reviewReason code of the policy's reason for which a person must look; null when none
 * @param evidence where the rows behind the value stand
 * @param estimator id of the time estimator behind the minutes
 */
public record CriterionResult(
    String courseId,
    String learnerId,
    String certificate,
    String criterionId,
    String parentCriterionId,
    int sequence,
    String kind,
    Status status,
    BigDecimal value,
    BigDecimal threshold,
    String unit,
    BigDecimal margin,
    BigDecimal valueLow,
    BigDecimal valueHigh,
    String lawId,
    List<String> detail,
    List<String> missingInputs,
    String reviewReason,
    String evidence,
    String policyId,
    String policyVersion,
    String policyHash,
    String estimator,
    LocalDate asOf)
    implements Serializable {

  public CriterionResult {
    Objects.requireNonNull(criterionId, "criterionId");
    Objects.requireNonNull(status, "status");
    detail = List.copyOf(detail);
    missingInputs = List.copyOf(missingInputs);
  }
}
