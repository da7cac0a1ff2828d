package vn.chuyencan.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One person in one course run (register {@code enrolment}, FC-X.12).
 *
 * @param courseId course run
 * @param learnerId person
 * @param role what the person does there
 * @param enrolledOn first day; null when the register does not say
 * @param leftOn first day on which the person was no longer there at its end; null when still there
 */
public record Enrolment(
    String courseId, String learnerId, Role role, LocalDate enrolledOn, LocalDate leftOn)
    implements RegisterRow {

  public Enrolment {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    Objects.requireNonNull(role, "role");
    if (enrolledOn != null && leftOn != null && leftOn.isBefore(enrolledOn)) {
      throw new IllegalArgumentException("left " + leftOn + " before enrolled " + enrolledOn);
    }
  }

  /**
   * Whether the person is there when the run closes (FC-X.12).
   *
   * @param closesOn the run's last day
   */
  public boolean isThereAt(LocalDate closesOn) {
    return isThereAt(enrolledOn, leftOn, closesOn);
  }

  /**
   * The same of whom only the days are known.
   *
   * @param enrolledOn null when nobody knows
   * @param leftOn null when still there
   */
  public static boolean isThereAt(LocalDate enrolledOn, LocalDate leftOn, LocalDate closesOn) {
    return (enrolledOn == null || !enrolledOn.isAfter(closesOn))
        && (leftOn == null || leftOn.isAfter(closesOn));
  }
}
