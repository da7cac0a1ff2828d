package vn.chuyencan.model;

import java.io.Serializable;

/**
 * One row of a register. Texts are composed (NFC, X-ID-3) and trimmed; a value that a register may
 * leave out is {@code null} when it is not there, as each row's documentation says. A missing value
 * is never replaced by a default, unless that documentation says so.
 */
public sealed interface RegisterRow extends Serializable
    permits Learner,
        Identity,
        CourseRun,
        Enrolment,
        Activity,
        GroupMember,
        ClassSession,
        Attendance,
        SubmissionCheck,
        PeerReview,
        Attempt,
        Post,
        Grade,
        Completion,
        FeedbackResponse,
        Login,
        LiveLog,
        CourseParameter,
        ReviewDecision,
        Correction {
  /**
   * The same row as told by a source; rows of which it does not matter who told them stay as they
   * are.
   *
   * @param id of the source
   */
  default RegisterRow toldBy(String id) {
    return this;
  }
}
