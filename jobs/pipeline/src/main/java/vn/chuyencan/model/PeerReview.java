package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One allocated review of a learner's work by another (register {@code peer_review}, FC-TT.11,
 * FC-TH.5).
 *
 * @param courseId course run
 * @param activityId the workshop
 * @param reviewerId who reviews
 * @param revieweeId whose work is reviewed; another person
 * @param completedAt when the review was completed; null when it was not
 * @param onTime whether it was on time; null when the register does not say
 * @param rubricComplete whether every row of the rubric was filled in; null when the register does
 *     not say
 * @param score the mark given, for information only (FC-X.13); null when there is none
 */
public record PeerReview(
    String courseId,
    String activityId,
    String reviewerId,
    String revieweeId,
    Instant completedAt,
    Boolean onTime,
    Boolean rubricComplete,
    BigDecimal score)
    implements RegisterRow {

  public PeerReview {
    courseId = Text.required(courseId, "courseId");
    activityId = Text.required(activityId, "activityId");
    reviewerId = Text.required(reviewerId, "reviewerId");
    revieweeId = Text.required(revieweeId, "revieweeId");
    if (reviewerId.equals(revieweeId)) {
      throw new IllegalArgumentException(reviewerId + " cannot review the own work");
    }
    score = score == null ? null : score.stripTrailingZeros();
  }
}
