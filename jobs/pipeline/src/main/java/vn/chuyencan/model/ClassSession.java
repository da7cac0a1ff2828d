package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One scheduled class session (register {@code class_session}, FC-X.11).
 *
 * @param courseId course run
 * @param sessionId identifier, unique in the run
 * @param title title
 * @param plenary whether it is one of the plenary sessions (FC-TT.7)
 * @param practice whether it is one of the practice sessions (FC-TH.2)
 * @param startsAt start
 * @param endsAt end, not before the start
 * @param status whether it took place
 * @param groupId the group that it is for; null when it is for all
 */
public record ClassSession(
    String courseId,
    String sessionId,
    String title,
    boolean plenary,
    boolean practice,
    Instant startsAt,
    Instant endsAt,
    SessionStatus status,
    String groupId)
    implements RegisterRow {

  public ClassSession {
    courseId = Text.required(courseId, "courseId");
    sessionId = Text.required(sessionId, "sessionId");
    title = Text.required(title, "title");
    Objects.requireNonNull(startsAt, "startsAt");
    Objects.requireNonNull(endsAt, "endsAt");
    Objects.requireNonNull(status, "status");
    if (endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("end " + endsAt + " lies before start " + startsAt);
    }
    groupId = Text.optional(groupId);
  }

  /** A session for all. */
  public ClassSession(
      String courseId,
      String sessionId,
      String title,
      boolean plenary,
      boolean practice,
      Instant startsAt,
      Instant endsAt,
      SessionStatus status) {
    this(courseId, sessionId, title, plenary, practice, startsAt, endsAt, status, null);
  }
}
