package vn.chuyencan.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * The practice assignment of one learner: what was handed in and found as required (FC-TT.10,
 * FC-TH.4), and the reviews of others' work (FC-TT.11, FC-TH.5). Peer marks are shown, never used
 * (FC-X.13).
 */
final class PracticeMeasures {
  private static final RowShape SUBMISSION = RowShape.of(Tables.SUBMISSION);
  private static final RowShape REVIEW = RowShape.of(Tables.PEER_REVIEW);

  private final CourseContext context;
  private final String learnerId;

  private final Map<SubmissionCheck, LearnerCorrections.Settled> corrected = new HashMap<>();

  PracticeMeasures(CourseContext context, String learnerId, LearnerCorrections corrections) {
    this.context = context;
    this.learnerId = learnerId;
    if (!corrections.isEmpty()) {
      for (SubmissionCheck check : context.checks(learnerId)) {
        corrections
            .settle(
                one ->
                    one.kind() == CorrectionKind.SUBMISSION_CHECK
                        && check.activityId().equals(one.activityId())
                        && check.artefact() == one.artefact(),
                check.checkStatus().code(),
                (one, current) -> LearnerCorrections.Effect.becomes(one.newValue()))
            .ifPresent(settled -> corrected.put(check, settled));
      }
    }
  }

  /** The judgement that counts: the register's, or what was corrected of it. */
  private CheckStatus judged(SubmissionCheck check) {
    LearnerCorrections.Settled settled = corrected.get(check);
    return settled == null
        ? check.checkStatus()
        : CheckStatus.valueOf(settled.value().toUpperCase(Locale.ROOT));
  }

  /** Rows of {@code submission} in the table's order. */
  List<Object[]> submissionRows() {
    List<Object[]> rows = new ArrayList<>();
    for (SubmissionCheck check : context.checks(learnerId)) {
      Object[] row = SUBMISSION.row();
      row[SUBMISSION.place("course_id")] = context.run().courseId();
      row[SUBMISSION.place("learner_id")] = learnerId;
      row[SUBMISSION.place("activity_id")] = check.activityId();
      row[SUBMISSION.place("artefact")] = check.artefact().code();
      row[SUBMISSION.place("submitted_at")] = check.submittedAt();
      row[SUBMISSION.place("link_status")] = check.linkStatus().code();
      row[SUBMISSION.place("content_status")] = check.contentStatus().code();
      row[SUBMISSION.place("check_status")] = check.checkStatus().code();
      LearnerCorrections.Settled settled = corrected.get(check);
      row[SUBMISSION.place("corrected_check_status")] = settled == null ? null : settled.value();
      row[SUBMISSION.place("correction_id")] = settled == null ? null : settled.by().correctionId();
      row[SUBMISSION.place("checked_by")] = check.checkedBy();
      row[SUBMISSION.place("checked_on")] = check.checkedOn();
      row[SUBMISSION.place("counted")] = isHandedIn(check);
      rows.add(row);
    }
    rows.sort(
        Comparator.comparing((Object[] row) -> (String) row[SUBMISSION.place("activity_id")])
            .thenComparing(row -> (String) row[SUBMISSION.place("artefact")]));
    return rows;
  }

  /** Rows of {@code peer_review}: one a review allocated to the learner. */
  List<Object[]> reviewRows() {
    List<Object[]> rows = new ArrayList<>();
    for (PeerReview review : context.reviews(learnerId)) {
      Object[] row = REVIEW.row();
      row[REVIEW.place("course_id")] = context.run().courseId();
      row[REVIEW.place("activity_id")] = review.activityId();
      row[REVIEW.place("reviewer_id")] = learnerId;
      row[REVIEW.place("reviewee_id")] = review.revieweeId();
      row[REVIEW.place("completed_at")] = review.completedAt();
      row[REVIEW.place("on_time")] = review.onTime();
      row[REVIEW.place("rubric_complete")] = review.rubricComplete();
      row[REVIEW.place("counted")] = counts(review);
      row[REVIEW.place("score")] = review.score();
      row[REVIEW.place("done")] = done(review).orElse(null);
      rows.add(row);
    }
    return rows;
  }

  /** The table's order of {@link #reviewRows}, in which a learner's rows do not stand together. */
  static Comparator<Object[]> reviewOrder() {
    return Comparator.comparing((Object[] row) -> (String) row[REVIEW.place("activity_id")])
        .thenComparing(row -> (String) row[REVIEW.place("reviewer_id")])
        .thenComparing(row -> (String) row[REVIEW.place("reviewee_id")]);
  }

  /** The columns of {@code learner_course_measure}; without the registers null. */
  void addTo(MeasureRow measures) {
    if (context.has(RegisterName.SUBMISSION_CHECK) && context.knowsArtefacts()) {
      addSubmissionsTo(measures);
    }
    if (context.has(RegisterName.PEER_REVIEW)) {
      addReviewsTo(measures);
    }
  }

  private void addSubmissionsTo(MeasureRow measures) {
    int present = 0;
    int correct = 0;
    int incorrect = 0;
    int unchecked = 0;
    int dead = 0;
    int unknown = 0;
    int empty = 0;
    for (Artefact artefact : Artefact.REQUIRED) {
      Optional<SubmissionCheck> handedIn =
          context.checks(learnerId).stream()
              .filter(check -> artefact(check) == artefact && isHandedIn(check))
              .min(this::byCheck);
      if (handedIn.isEmpty()) {
        continue;
      }
      present++;
      switch (judged(handedIn.get())) {
        case CORRECT -> correct++;
        case INCORRECT -> incorrect++;
        case UNCHECKED -> unchecked++;
      }
      boolean unseen = handedIn.get().linkStatus() == LinkStatus.UNCHECKED;
      unknown += unseen && handedIn.get().checkStatus() == CheckStatus.UNCHECKED ? 1 : 0;
      empty += handedIn.get().contentStatus() == ContentStatus.EMPTY ? 1 : 0;
      dead += handedIn.get().linkStatus() == LinkStatus.INACCESSIBLE ? 1 : 0;
    }
    measures.set("submissions_required", Artefact.REQUIRED.size());
    measures.set("submissions_present", present);
    measures.set("submissions_correct", correct);
    measures.set("submissions_incorrect", incorrect);
    measures.set("submissions_unchecked", unchecked);
    measures.set("submission_links_unknown", unknown);
    measures.set("submissions_empty", empty);
    measures.set("submission_links_dead", dead);
  }

  /** What is handed in; a source that cannot tell leaves it to the register of activities. */
  private Artefact artefact(SubmissionCheck check) {
    return check.artefact() == Artefact.OTHER
        ? context.activityOf(check.activityId()).map(Activity::artefact).orElse(Artefact.OTHER)
        : check.artefact();
  }

  /** Of several versions of one artefact the best judged one counts. */
  private int byCheck(SubmissionCheck one, SubmissionCheck two) {
    return Integer.compare(rank(judged(one)), rank(judged(two)));
  }

  private static int rank(CheckStatus status) {
    return switch (status) {
      case CORRECT -> 0;
      case UNCHECKED -> 1;
      case INCORRECT -> 2;
    };
  }

  private void addReviewsTo(MeasureRow measures) {
    List<PeerReview> counted = context.reviews(learnerId).stream().filter(this::counts).toList();
    int completed = 0;
    int unknown = 0;
    Fraction sum = Fraction.ZERO;
    int marks = 0;
    for (PeerReview review : counted) {
      Optional<Boolean> done = done(review);
      completed += done.orElse(false) ? 1 : 0;
      unknown += done.isEmpty() ? 1 : 0;
      if (review.score() != null) {
        sum = sum.plus(Fraction.of(review.score()));
        marks++;
      }
    }
    measures.set("reviews_allocated", counted.size());
    measures.set("reviews_completed", completed);
    measures.set("reviews_unknown", unknown);
    measures.set(
        "review_score_mean",
        marks == 0
            ? null
            : sum.dividedBy(Fraction.of(marks)).floor(ExerciseMeasures.PERCENT_SCALE));
  }

  /** A review of work that was never handed in cannot be done, and is not asked for. */
  private boolean counts(PeerReview review) {
    return !context.has(RegisterName.SUBMISSION_CHECK)
        || context.checks(review.revieweeId()).stream().anyMatch(this::isHandedIn);
  }

  /** Whether it was handed in while the course run was open. */
  private boolean isHandedIn(SubmissionCheck check) {
    return isInRun(check.submittedAt());
  }

  /**
   * Whether it was done as required: while the course run was open, on time and with every row of
   * the rubric; empty when the register does not say it of a review that was completed.
   */
  private Optional<Boolean> done(PeerReview review) {
    if (!isInRun(review.completedAt())
        || Boolean.FALSE.equals(review.onTime())
        || Boolean.FALSE.equals(review.rubricComplete())) {
      return Optional.of(false);
    }
    return review.onTime() == null || review.rubricComplete() == null
        ? Optional.empty()
        : Optional.of(true);
  }

  private boolean isInRun(Instant at) {
    return at != null && context.time().holds(Instants.micros(at));
  }
}
