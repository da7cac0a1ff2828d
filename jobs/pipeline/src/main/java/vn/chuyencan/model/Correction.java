package vn.chuyencan.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * One correction of what was logged or registered, a row of the register of corrections. Which of
 * its parts are there depends on its kind, as the register's schema says.
 *
 * @param correctionId what names it
 * @param kind what it corrects
 * @param courseId course run; null for an outage of the whole platform
 * @param learnerId whom it concerns; null for an excuse of everybody and for an outage
 * @param sessionId class session; null when it concerns none
 * @param courseWeek number of the excused course week; null when it concerns none
 * @param activityId exercise or assignment; null when it concerns none
 * @param attemptId attempt as {@code assessment_attempt} names it; null when it concerns none
 * @param artefact what was handed in; null when it concerns nothing such
 * @param postId post as {@code forum_post} names it; null when it concerns none
 * @param from when an outage began; else null
 * @param until when it ended; else null
 * @param newValue what is right; null when the kind says it
 * @param author who answers for it
 * @param correctedOn its day; of two corrections of one thing the later one applies
 * @param reason why it is right
 */
public record Correction(
    String correctionId,
    CorrectionKind kind,
    String courseId,
    String learnerId,
    String sessionId,
    String courseWeek,
    String activityId,
    String attemptId,
    Artefact artefact,
    String postId,
    Instant from,
    Instant until,
    String newValue,
    String author,
    LocalDate correctedOn,
    String reason)
    implements RegisterRow {

  /** The order in which corrections of one thing apply: the last one stands. */
  public static final Comparator<Correction> IN_TIME =
      Comparator.comparing(Correction::correctedOn).thenComparing(Correction::correctionId);

  public Correction {
    correctionId = Text.required(correctionId, "correctionId");
    Objects.requireNonNull(kind, "kind");
    courseId = Text.optional(courseId);
    learnerId = Text.optional(learnerId);
    sessionId = Text.optional(sessionId);
    courseWeek = Text.optional(courseWeek);
    activityId = Text.optional(activityId);
    attemptId = Text.optional(attemptId);
    postId = Text.optional(postId);
    newValue = Text.optional(newValue);
    author = Text.required(author, "author");
    Objects.requireNonNull(correctedOn, "correctedOn");
    reason = Text.required(reason, "reason");
  }
}
