package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One answer of a person to a question of a survey (register {@code feedback_response}). Of an
 * anonymous answer nothing may tell who gave it, not even when that was.
 *
 * @param courseId course run
 * @param activityId the survey
 * @param responseId what the answers of one person to the survey have in common
 * @param itemId the question
 * @param itemName its text
 * @param kind what is answered to it
 * @param value the text, the number, the words of the choices with {@code |} between them, or the
 *     points
 * @param learnerId who answered; null when that is not to be known
 * @param answeredAt when; null when it is not known, or would tell who answered
 * @param source id of the source that told it; null where the institution wrote it down
 */
public record FeedbackResponse(
    String courseId,
    String activityId,
    String responseId,
    String itemId,
    String itemName,
    QuestionKind kind,
    String value,
    String learnerId,
    Instant answeredAt,
    String source)
    implements RegisterRow {

  public FeedbackResponse {
    courseId = Text.required(courseId, "courseId");
    activityId = Text.required(activityId, "activityId");
    responseId = Text.required(responseId, "responseId");
    itemId = Text.required(itemId, "itemId");
    itemName = Text.required(itemName, "itemName");
    Objects.requireNonNull(kind, "kind");
    value = Text.required(value, "value");
    learnerId = Text.optional(learnerId);
  }

  @Override
  public RegisterRow toldBy(String id) {
    return new FeedbackResponse(
        courseId, activityId, responseId, itemId, itemName, kind, value, learnerId, answeredAt, id);
  }
}
