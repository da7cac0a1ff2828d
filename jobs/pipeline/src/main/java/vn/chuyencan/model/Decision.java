package vn.chuyencan.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a policy says of one learner and one certificate: one row of {@code eligibility_decision},
 * with its rows of {@code criterion_result} and {@code review_case}.
 *
 * @param certificate {@code overall}, {@code theory}, {@code practice} …
 * @param status as computed
 * @param standing the status that counts after what persons decided in its cases (column {@code
 *     standing_status}); as computed where nobody did
 * @param policyHash SHA-256 of the policy's content, 64 hexadecimal digits
 * @param estimator id of the time estimator behind the minutes
 * @param courseParameters parameters of the policy that the course run gives another value, as
 *     {@code minutes_required=480}
 * @param asOf the last day that the decision has seen, in the institution's zone
 * @param conclusive whether the course run had closed by then (column {@code final})
 * @param unmetCriteria the certificate's own criteria that the recommended reading does not find
 *     met and that nothing compensates
 * @param missingInputs who must supply what is missing
 * @param supplies the same with the register that would hold it, in words for a person
 * @param reviewReasons codes of the policy's reasons for which a person would have to look; also
 *     there when another criterion has decided already
 * @param nearest the smallest set of unmet criteria that would have to change, with distances
 * @param criteria every criterion's result, in the policy's order
 * @param reviewCases what a person must decide; empty unless that could change the decision
 */
public record Decision(
    String courseId,
    String learnerId,
    String certificate,
    Status status,
    Status standing,
    String policyId,
    String policyVersion,
    String policyHash,
    String estimator,
    List<String> courseParameters,
    LocalDate asOf,
    boolean conclusive,
    List<String> unmetCriteria,
    List<String> missingInputs,
    List<Supply> supplies,
    List<String> reviewReasons,
    List<Distance> nearest,
    List<CriterionResult> criteria,
    List<ReviewCase> reviewCases)
    implements Serializable {

  public Decision {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(learnerId, "learnerId");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(asOf, "asOf");
    courseParameters = List.copyOf(courseParameters);
    unmetCriteria = List.copyOf(unmetCriteria);
    missingInputs = List.copyOf(missingInputs);
    supplies = List.copyOf(supplies);
    reviewReasons = List.copyOf(reviewReasons);
    nearest = List.copyOf(nearest);
    criteria = List.copyOf(criteria);
    reviewCases = List.copyOf(reviewCases);
  }
}
