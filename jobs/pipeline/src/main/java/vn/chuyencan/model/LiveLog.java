package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One stay of a person in a live room (register {@code live_log}). A learner's stays are time on
 * the system, united with the traces (FC-X.3).
 *
 * @param entryId the institution's identifier of the stay
 * @param roomId the meeting
 * @param roomKind what the meeting is: {@code class}, {@code consultation}, {@code group}
 * @param courseId course run
 * @param sessionId the class session that it is; may be null
 * @param personId who was there
 * @param personKind {@code lecturer} or {@code learner}
 * @param joinedAt when the stay began
 * @param leftAt when it ended, not before it began
 */
public record LiveLog(
    String entryId,
    String roomId,
    String roomKind,
    String courseId,
    String sessionId,
    String personId,
    String personKind,
    Instant joinedAt,
    Instant leftAt)
    implements RegisterRow {
  private static final String LEARNER = "learner";

  public LiveLog {
    entryId = Text.required(entryId, "entryId");
    roomId = Text.required(roomId, "roomId");
    roomKind = Text.required(roomKind, "roomKind");
    courseId = Text.required(courseId, "courseId");
    personId = Text.required(personId, "personId");
    personKind = Text.required(personKind, "personKind");
    Objects.requireNonNull(joinedAt, "joinedAt");
    Objects.requireNonNull(leftAt, "leftAt");
  }

  /** Whether it is a learner's. */
  public boolean isLearners() {
    return personKind.equals(LEARNER);
  }
}
