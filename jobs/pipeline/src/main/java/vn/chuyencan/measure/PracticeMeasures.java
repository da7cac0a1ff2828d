package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.SubmissionCheck;

/**
 * The practice assignment of one learner: what was handed in and found as required (FC-TT.10,
 * FC-TH.4), and the reviews of others' work (FC-TT.11, FC-TH.5). Peer marks are shown, never used
 * (FC-X.13).
 */
final class PracticeMeasures {
  private final CourseContext context;
  private final String learnerId;

  PracticeMeasures(CourseContext context, String learnerId) {
    this.context = context;
    this.learnerId = learnerId;
  }

  /** Rows of {@code submission}. */
  List<Map<String, Object>> submissionRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SubmissionCheck check : context.checks(learnerId)) {
      Map<String, Object> row = new TreeMap<>();
      row.put("course_id", context.run().courseId());
      row.put("learner_id", learnerId);
      row.put("activity_id", check.activityId());
      row.put("artefact", check.artefact().code());
      row.put("submitted_at", check.submittedAt());
      row.put("link_status", check.linkStatus().code());
      row.put("content_status", check.contentStatus().code());
      row.put("check_status", check.checkStatus().code());
      row.put("checked_by", check.checkedBy());
      row.put("checked_on", check.checkedOn());
      rows.add(row);
    }
    return rows;
  }

  /** Rows of {@code peer_review}: one a review allocated to the learner. */
  List<Map<String, Object>> reviewRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PeerReview review : context.reviews(learnerId)) {
      Map<String, Object> row = new TreeMap<>();
      row.put("course_id", context.run().courseId());
      row.put("activity_id", review.activityId());
      row.put("reviewer_id", learnerId);
      row.put("reviewee_id", review.revieweeId());
      row.put("completed_at", review.completedAt());
      row.put("on_time", review.onTime());
      row.put("rubric_complete", review.rubricComplete());
      row.put("counted", counts(review));
      row.put("score", review.score());
      rows.add(row);
    }
    return rows;
  }

  /** The columns of {@code learner_course_measure}; without the registers null. */
  void addTo(Map<String, Object> measures) {
    if (context.has(RegisterName.SUBMISSION_CHECK)) {
      addSubmissionsTo(measures);
    }
    if (context.has(RegisterName.PEER_REVIEW)) {
      addReviewsTo(measures);
    }
  }

  private void addSubmissionsTo(Map<String, Object> measures) {
    int present = 0;
    int correct = 0;
    int incorrect = 0;
    int unchecked = 0;
    int dead = 0;
    for (Artefact artefact : Artefact.values()) {
      Optional<SubmissionCheck> handedIn =
          context.checks(learnerId).stream()
              .filter(check -> check.artefact() == artefact && check.submittedAt() != null)
              .min(PracticeMeasures::byCheck);
      if (handedIn.isEmpty()) {
        continue;
      }
      present++;
      switch (handedIn.get().checkStatus()) {
        case CORRECT -> correct++;
        case INCORRECT -> incorrect++;
        case UNCHECKED -> unchecked++;
      }
      dead += handedIn.get().linkStatus() == LinkStatus.INACCESSIBLE ? 1 : 0;
    }
    measures.put("submissions_required", Artefact.values().length);
    measures.put("submissions_present", present);
    measures.put("submissions_correct", correct);
    measures.put("submissions_incorrect", incorrect);
    measures.put("submissions_unchecked", unchecked);
    measures.put("submission_links_dead", dead);
  }

  /** Of several versions of one artefact the best judged one counts. */
  private static int byCheck(SubmissionCheck one, SubmissionCheck two) {
    return Integer.compare(rank(one.checkStatus()), rank(two.checkStatus()));
  }

  private static int rank(CheckStatus status) {
    return switch (status) {
      case CORRECT -> 0;
      case UNCHECKED -> 1;
      case INCORRECT -> 2;
    };
  }

  private void addReviewsTo(Map<String, Object> measures) {
    List<PeerReview> counted = context.reviews(learnerId).stream().filter(this::counts).toList();
    int completed = 0;
    Fraction sum = Fraction.ZERO;
    int marks = 0;
    for (PeerReview review : counted) {
      boolean done =
          review.completedAt() != null
              && !Boolean.FALSE.equals(review.onTime())
              && !Boolean.FALSE.equals(review.rubricComplete());
      completed += done ? 1 : 0;
      if (review.score() != null) {
        sum = sum.plus(Fraction.of(review.score()));
        marks++;
      }
    }
    measures.put("reviews_allocated", counted.size());
    measures.put("reviews_completed", completed);
    measures.put(
        "review_score_mean",
        marks == 0
            ? null
            : sum.dividedBy(Fraction.of(marks)).floor(ExerciseMeasures.PERCENT_SCALE));
  }

  /** A review of work that was never handed in cannot be done, and is not asked for. */
  private boolean counts(PeerReview review) {
    return !context.has(RegisterName.SUBMISSION_CHECK)
        || context.checks(review.revieweeId()).stream()
            .anyMatch(check -> check.submittedAt() != null);
  }
}
