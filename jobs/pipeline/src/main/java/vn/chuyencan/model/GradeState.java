package vn.chuyencan.model;

import java.util.Locale;

/** What a grade says of a learner in a component (C08-9.2). */
public enum GradeState {
  /** There is a grade. */
  GRADED,
  /** There is none yet, which is not 0. */
  PENDING,
  /** Absent with leave: there will be another sitting, which counts as the first. */
  ABSENT_EXCUSED,
  /** Absent without leave, which is 0. */
  ABSENT_UNEXCUSED,
  /** Left out of the learner's mark of the course. */
  EXCLUDED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
