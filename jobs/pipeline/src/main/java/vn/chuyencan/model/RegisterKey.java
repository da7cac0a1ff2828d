package vn.chuyencan.model;

import java.util.Arrays;
import java.util.List;

/** What names a row in its register: two rows of one key speak of one thing. */
final class RegisterKey {
  private RegisterKey() {}

  /** The values of the columns that the register's schema calls its key. */
  static List<String> of(RegisterRow row) {
    return switch (RegisterName.of(row)) {
      case LEARNER -> key(((Learner) row).learnerId());
      case IDENTITY -> key(((Identity) row).canonical());
      case COURSE_RUN -> key(((CourseRun) row).courseId());
      case ENROLMENT -> key(((Enrolment) row).courseId(), ((Enrolment) row).learnerId());
      case ACTIVITY -> key(((Activity) row).courseId(), ((Activity) row).activityId());
      case GROUP_MEMBER -> key(((GroupMember) row).courseId(), ((GroupMember) row).learnerId());
      case CLASS_SESSION -> key(((ClassSession) row).courseId(), ((ClassSession) row).sessionId());
      case ATTENDANCE -> of((Attendance) row);
      case SUBMISSION_CHECK -> of((SubmissionCheck) row);
      case PEER_REVIEW -> of((PeerReview) row);
      case ATTEMPT -> of((Attempt) row);
      case POST -> key(((Post) row).courseId(), ((Post) row).postId());
      case GRADE -> of((Grade) row);
      case COMPLETION -> of((Completion) row);
      case LOGIN -> key(((Login) row).learnerId(), ((Login) row).at().toString());
      case LIVE_LOG -> key(((LiveLog) row).entryId());
      case COURSE_PARAMETER ->
          key(((CourseParameter) row).courseId(), ((CourseParameter) row).name());
      case REVIEW_DECISION -> of((ReviewDecision) row);
      case CORRECTION -> key(((Correction) row).correctionId());
      case FEEDBACK_RESPONSE -> of((FeedbackResponse) row);
    };
  }

  private static List<String> of(Attendance row) {
    return key(row.courseId(), row.sessionId(), row.learnerId());
  }

  private static List<String> of(SubmissionCheck row) {
    return key(row.courseId(), row.learnerId(), row.activityId(), row.artefact().code());
  }

  private static List<String> of(PeerReview row) {
    return key(row.courseId(), row.activityId(), row.reviewerId(), row.revieweeId());
  }

  private static List<String> of(Attempt row) {
    return key(row.courseId(), row.learnerId(), row.activityId(), row.attemptId());
  }

  private static List<String> of(Grade row) {
    return key(row.courseId(), row.learnerId(), row.componentId());
  }

  private static List<String> of(ReviewDecision row) {
    return key(row.caseId(), row.decidedOn().toString());
  }

  private static List<String> of(Completion row) {
    return key(row.courseId(), row.learnerId(), row.activityId());
  }

  private static List<String> of(FeedbackResponse row) {
    return key(row.courseId(), row.activityId(), row.responseId(), row.itemId());
  }

  private static List<String> key(String... values) {
    return Arrays.asList(values);
  }
}
