package vn.chuyencan.model;

import java.util.Locale;

/**
 * What a person does in a course run (register {@code enrolment}); only learners are measured
 * (FC-X.12).
 */
public enum Role {
  /** Takes the course. */
  LEARNER,
  /** Teaches it. */
  LECTURER,
  /** Helps to teach it. */
  ASSISTANT;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
