package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One activity of a course run (register "activity").
 *
 * @param courseId course run
 * @param activityId the institution's identifier, unique in the run
 * @param iri the IRI by which statements name it
 * @param kind what it is for the rules
 * @param title title
 * @param forumKind for whom a forum is; null for a forum of neither kind (announcements) and for
 *     other activities
 * @param groupId the group of a group forum; null otherwise
 * @param counted whether an exercise is one of the counted ones (FC-X.6); always false for other
 *     kinds
 * @param maxScore highest mark; null when there is none
 * @param opensOn first day; null when it is open from the start
 * @param closesOn last day, inclusive; null when it stays open
 * @param artefact which of the required things is handed in here; null when none is or it is stated
 *     with what is handed in
 * @param exerciseSet which of two sets a counted exercise belongs to (FC-X.6); null when to both
 */
public record Activity(
    String courseId,
    String activityId,
    String iri,
    CourseActivityKind kind,
    String title,
    ForumKind forumKind,
    String groupId,
    boolean counted,
    BigDecimal maxScore,
    LocalDate opensOn,
    LocalDate closesOn,
    Artefact artefact,
    ExerciseSet exerciseSet)
    implements RegisterRow {

  public Activity {
    courseId = Text.required(courseId, "courseId");
    activityId = Text.required(activityId, "activityId");
    iri = Text.required(iri, "iri");
    Objects.requireNonNull(kind, "kind");
    title = Text.required(title, "title");
    groupId = Text.optional(groupId);
    if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
      throw new IllegalArgumentException("closing " + closesOn + " lies before opening " + opensOn);
    }
    maxScore = maxScore == null ? null : maxScore.stripTrailingZeros();
  }

  /** An activity of which it is not said what is handed in there. */
  public Activity(
      String courseId,
      String activityId,
      String iri,
      CourseActivityKind kind,
      String title,
      ForumKind forumKind,
      String groupId,
      boolean counted,
      BigDecimal maxScore,
      LocalDate opensOn,
      LocalDate closesOn) {
    this(
        courseId,
        activityId,
        iri,
        kind,
        title,
        forumKind,
        groupId,
        counted,
        maxScore,
        opensOn,
        closesOn,
        null,
        null);
  }
}
