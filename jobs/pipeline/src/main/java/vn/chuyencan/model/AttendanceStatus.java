package vn.chuyencan.model;

import java.util.Locale;

/** What the attendance list says of a learner in a class session (FC-X.11). */
public enum AttendanceStatus {
  /** There. */
  PRESENT,
  /** There, after the start; counts as present. */
  LATE,
  /** Not there, with leave; counts as an absence. */
  EXCUSED,
  /** Not there. */
  ABSENT;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
