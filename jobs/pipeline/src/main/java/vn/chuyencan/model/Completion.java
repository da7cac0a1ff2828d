package vn.chuyencan.model;

import java.time.LocalDate;

/**
 * An activity that the platform calls complete for a learner (register {@code completion}, FC-X.8).
 *
 * @param courseId course run
 * @param learnerId learner
 * @param activityId the activity
 * @param completedOn when it was completed; null when that is not known
 */
public record Completion(
    String courseId, String learnerId, String activityId, LocalDate completedOn)
    implements RegisterRow {

  public Completion {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    activityId = Text.required(activityId, "activityId");
  }
}
