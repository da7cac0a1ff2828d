package vn.chuyencan.policy;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a policy may ask about a learner in a course run.
 *
 * @param name column of {@code learner_course_measure}
 * @param unit unit of its numbers; empty for lists
 * @param suppliers the inputs that must be there for it to be known: registers, or {@code
 *     learning_event} for the log itself
 * @param evidence the table whose rows are behind it
 */
public record MeasureDefinition(
    String name, MeasureType type, String unit, List<String> suppliers, String evidence) {

  public MeasureDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    suppliers = List.copyOf(suppliers);
  }
}
