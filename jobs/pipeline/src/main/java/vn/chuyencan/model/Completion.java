package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a learner has completed an activity or a course run (register {@code completion}).
 *
 * @param courseId course run
 * @param learnerId learner
 * @param activityId activity; null for the course run as a whole
 * @param state how far the learner has come
 * @param completedAt when it was completed; null when it was not, or when that is not known
 * @param source id of the source that told it; null where the institution wrote it down
 */
public record Completion(
    String courseId,
    String learnerId,
    String activityId,
    CompletionState state,
    Instant completedAt,
    String source)
    implements RegisterRow {

  public Completion {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    activityId = Text.optional(activityId);
    Objects.requireNonNull(state, "state");
    if (state == CompletionState.INCOMPLETE && completedAt != null) {
      throw new IllegalArgumentException("what is not completed was not completed at any time");
    }
  }

  @Override
  public RegisterRow toldBy(String id) {
    return new Completion(courseId, learnerId, activityId, state, completedAt, id);
  }
}
