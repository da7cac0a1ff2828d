package vn.chuyencan.model;

import java.util.Locale;

/** The registers on which measures and certificates depend. */
public enum RegisterName implements Register {
  LEARNER,
  IDENTITY,
  COURSE_RUN,
  ENROLMENT,
  ACTIVITY,
  GROUP_MEMBER,
  CLASS_SESSION,
  ATTENDANCE,
  SUBMISSION_CHECK,
  PEER_REVIEW,
  ATTEMPT,
  POST,
  GRADE,
  COMPLETION,
  FEEDBACK_RESPONSE,
  LOGIN,
  LIVE_LOG,
  COURSE_PARAMETER,
  REVIEW_DECISION,
  CORRECTION;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the register says what events say too, and better. Where it is absent nothing is
   * missing: the events say it.
   */
  public boolean standsForEvents() {
    return this == ATTEMPT || this == POST;
  }

  /** Whether nothing is missing where the register is absent: only who asks for it lacks it. */
  public boolean mayBeAbsent() {
    return switch (this) {
      case ATTEMPT,
          POST,
          GRADE,
          COMPLETION,
          FEEDBACK_RESPONSE,
          LOGIN,
          LIVE_LOG,
          COURSE_PARAMETER,
          REVIEW_DECISION,
          CORRECTION ->
          true;
      case LEARNER,
          IDENTITY,
          COURSE_RUN,
          ENROLMENT,
          ACTIVITY,
          GROUP_MEMBER,
          CLASS_SESSION,
          ATTENDANCE,
          SUBMISSION_CHECK,
          PEER_REVIEW ->
          false;
    };
  }

  /** Whether the register says what persons decided or corrected. */
  public boolean isOfPersons() {
    return this == REVIEW_DECISION || this == CORRECTION;
  }

  /** The register in which such a row stands. */
  public static RegisterName of(RegisterRow row) {
    if (row instanceof Learner) {
      return LEARNER;
    } else if (row instanceof Identity) {
      return IDENTITY;
    } else if (row instanceof CourseRun) {
      return COURSE_RUN;
    } else if (row instanceof Enrolment) {
      return ENROLMENT;
    } else if (row instanceof Activity) {
      return ACTIVITY;
    } else if (row instanceof GroupMember) {
      return GROUP_MEMBER;
    } else if (row instanceof ClassSession) {
      return CLASS_SESSION;
    } else if (row instanceof Attendance) {
      return ATTENDANCE;
    } else if (row instanceof SubmissionCheck) {
      return SUBMISSION_CHECK;
    } else if (row instanceof PeerReview) {
      return PEER_REVIEW;
    } else if (row instanceof Attempt) {
      return ATTEMPT;
    } else if (row instanceof Completion) {
      return COMPLETION;
    } else if (row instanceof Login) {
      return LOGIN;
    } else if (row instanceof LiveLog) {
      return LIVE_LOG;
    } else if (row instanceof CourseParameter) {
      return COURSE_PARAMETER;
    } else if (row instanceof Post) {
      return POST;
    } else if (row instanceof Grade) {
      return GRADE;
    } else if (row instanceof FeedbackResponse) {
      return FEEDBACK_RESPONSE;
    } else if (row instanceof ReviewDecision) {
      return REVIEW_DECISION;
    } else {
      return CORRECTION;
    }
  }
}
