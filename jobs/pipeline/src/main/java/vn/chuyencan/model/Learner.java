package vn.chuyencan.model;

/**
 * One person whom the institution knows (register {@code learner}), lecturers included.
 *
 * @param learnerId the institution's identifier
 * @param fullName full name; two persons may share one
 * @param note free text; null when there is none
 */
public record Learner(String learnerId, String fullName, String note) implements RegisterRow {

  public Learner {
    learnerId = Text.required(learnerId, "learnerId");
    fullName = Text.required(fullName, "fullName");
    note = Text.optional(note);
  }
}
