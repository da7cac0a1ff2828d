package vn.chuyencan.model;

import java.io.Serializable;

/**
 * One row of a register. Texts are composed (NFC, X-ID-3) and trimmed; a value that a register may
 * leave out is {@code null} when it is not there, as each row's documentation says. A missing value
 * is never replaced by a default.
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
        Completion,
        Login,
        CourseParameter {}
