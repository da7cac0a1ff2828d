package vn.chuyencan.model;

import java.util.Objects;

/**
 * What the attendance list says (register {@code attendance}); a session without a row for a
 * learner is unmarked (M1).
 *
 * @param courseId course run
 * @param sessionId class session
 * @param learnerId learner
 * @param status what the list says
 */
public record Attendance(
    String courseId, String sessionId, String learnerId, AttendanceStatus status)
    implements RegisterRow {

  public Attendance {
    courseId = Text.required(courseId, "courseId");
    sessionId = Text.required(sessionId, "sessionId");
    learnerId = Text.required(learnerId, "learnerId");
    Objects.requireNonNull(status, "status");
  }
}
