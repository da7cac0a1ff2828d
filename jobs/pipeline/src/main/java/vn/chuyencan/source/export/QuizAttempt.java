package vn.chuyencan.source.export;

import java.math.BigDecimal;
import java.time.Instant;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;

/**
 * One attempt of a quiz report.
 *
 * @param person who made it
 * @param number which of the person's attempts in the order of their start, from 1
 * @param state how far it has come
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it is under way
 * @param score mark; null when there is none
 * @param maxScore highest mark, from the heading
 */
public record QuizAttempt(
    ReportPerson person,
    int number,
    AttemptState state,
    Instant startedAt,
    Instant finishedAt,
    BigDecimal score,
    BigDecimal maxScore) {

  /** The same as the one of that number. */
  QuizAttempt numbered(int place) {
    return new QuizAttempt(person, place, state, startedAt, finishedAt, score, maxScore);
  }

  /** The register row. The report names neither course nor quiz, and people by their mail. */
  public Attempt register(String courseId, String learnerId, String activityId) {
    return new Attempt(
        courseId,
        learnerId,
        activityId,
        Integer.toString(number),
        state,
        startedAt,
        finishedAt,
        score,
        maxScore,
        null);
  }
}
