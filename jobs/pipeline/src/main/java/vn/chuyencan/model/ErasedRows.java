package vn.chuyencan.model;

import java.util.Objects;
import java.util.stream.Stream;

/** Which rows of registers are of persons who were erased; pure. */
final class ErasedRows {
  private ErasedRows() {}

  /** Whether the row is of one of them. */
  static boolean isOf(RegisterRow row, Tombstones tombstones) {
    if (row instanceof ReviewDecision decision) {
      return tombstones.has(Tombstones.Kind.CASE, decision.caseId());
    }
    return persons(row).filter(Objects::nonNull).anyMatch(tombstones::hasLearner);
  }

  private static Stream<String> persons(RegisterRow row) {
    return switch (RegisterName.of(row)) {
      case LEARNER -> Stream.of(((Learner) row).learnerId());
      case IDENTITY -> Stream.of(((Identity) row).learnerId());
      case ENROLMENT -> Stream.of(((Enrolment) row).learnerId());
      case GROUP_MEMBER -> Stream.of(((GroupMember) row).learnerId());
      case ATTENDANCE -> Stream.of(((Attendance) row).learnerId());
      case SUBMISSION_CHECK -> Stream.of(((SubmissionCheck) row).learnerId());
      case PEER_REVIEW ->
          Stream.of(((PeerReview) row).reviewerId(), ((PeerReview) row).revieweeId());
      case ATTEMPT -> Stream.of(((Attempt) row).learnerId());
      case POST -> Stream.of(((Post) row).learnerId());
      case GRADE -> Stream.of(((Grade) row).learnerId());
      case COMPLETION -> Stream.of(((Completion) row).learnerId());
      case FEEDBACK_RESPONSE -> Stream.ofNullable(((FeedbackResponse) row).learnerId());
      case LOGIN -> Stream.of(((Login) row).learnerId());
      case LIVE_LOG -> Stream.of(((LiveLog) row).personId());
      case CORRECTION -> Stream.of(((Correction) row).learnerId());
      case COURSE_RUN, ACTIVITY, CLASS_SESSION, COURSE_PARAMETER, REVIEW_DECISION -> Stream.empty();
    };
  }
}
