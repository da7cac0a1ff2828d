package vn.chuyencan.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The grade of a learner in one component of a course's mark, or in the course as a whole (register
 * {@code grade}, C08-9.1 to C08-9.3).
 *
 * @param courseId course run
 * @param learnerId whose
 * @param componentId the activity where the component is one, else what names it in the course run;
 *     {@link #COURSE} is the course as a whole and nothing else
 * @param componentName name of the component
 * @param kind what the component is
 * @param score in points; null when there is none, which is not 0
 * @param minScore lowest mark of the scale; 0 where none is given
 * @param maxScore highest mark of the scale; null when it is not known
 * @param weight percent of the mark of the course, of a category that of its components together;
 *     null when it is not known, and for the course itself
 * @param mode how it is assessed; null when it is not known
 * @param state what the grade says
 * @param gradedOn the day on which it was given; null when it is not known
 * @param source id of the source that told it; null where the institution wrote it down
 */
public record Grade(
    String courseId,
    String learnerId,
    String componentId,
    String componentName,
    ComponentKind kind,
    BigDecimal score,
    BigDecimal minScore,
    BigDecimal maxScore,
    BigDecimal weight,
    AssessmentMode mode,
    GradeState state,
    LocalDate gradedOn,
    String source)
    implements RegisterRow {
  /** The component that is the course as a whole. */
  public static final String COURSE = "course";

  public Grade {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    componentId = Text.required(componentId, "componentId");
    componentName = Text.required(componentName, "componentName");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    if (componentId.equals(COURSE) != (kind == ComponentKind.COURSE)) {
      throw new IllegalArgumentException(componentId + " cannot be of the kind " + kind);
    }
    if (state == GradeState.GRADED && score == null) {
      throw new IllegalArgumentException(componentId + " is graded without a score");
    }
    score = plain(score);
    minScore = minScore == null ? BigDecimal.ZERO : plain(minScore);
    maxScore = plain(maxScore);
    weight = plain(weight);
  }

  private static BigDecimal plain(BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  @Override
  public RegisterRow toldBy(String id) {
    return new Grade(
        courseId,
        learnerId,
        componentId,
        componentName,
        kind,
        score,
        minScore,
        maxScore,
        weight,
        mode,
        state,
        gradedOn,
        id);
  }
}
