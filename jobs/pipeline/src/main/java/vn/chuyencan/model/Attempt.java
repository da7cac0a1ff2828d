package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * One attempt of a learner at an exercise (register {@code attempt}, FC-X.7 to FC-X.9).
 *
 * @param courseId course run
 * @param learnerId who made it
 * @param activityId the exercise
 * @param attemptId what names it among the learner's attempts at the exercise
 * @param state how far it has come
 * @param startedAt when it began; null only where it is known when it ended
 * @param finishedAt when it was handed in or given up; null while it is under way
 * @param score mark of this attempt; null when there is none yet
 * @param maxScore highest mark of its scale; null when it is that of the activity
 * @param iri the IRI by which statements name it; null when none does
 */
public record Attempt(
    String courseId,
    String learnerId,
    String activityId,
    String attemptId,
    AttemptState state,
    Instant startedAt,
    Instant finishedAt,
    BigDecimal score,
    BigDecimal maxScore,
    String iri)
    implements RegisterRow {

  public Attempt {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    activityId = Text.required(activityId, "activityId");
    attemptId = Text.required(attemptId, "attemptId");
    Objects.requireNonNull(state, "state");
    if (startedAt == null && finishedAt == null) {
      throw new IllegalArgumentException("attempt " + attemptId + " stands at no time");
    }
    score = score == null ? null : score.stripTrailingZeros();
    maxScore = maxScore == null ? null : maxScore.stripTrailingZeros();
    iri = Text.optional(iri);
  }

  /** The same under another name. */
  Attempt called(String name) {
    return new Attempt(
        courseId, learnerId, activityId, name, state, startedAt, finishedAt, score, maxScore, iri);
  }

  /** When it ended or, where that is not known, when it began. */
  public Instant at() {
    return finishedAt == null ? startedAt : finishedAt;
  }
}
