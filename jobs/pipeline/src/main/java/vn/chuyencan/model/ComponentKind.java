package vn.chuyencan.model;

import java.util.Locale;

/** What a component of a course's mark is (C08-9.1). */
public enum ComponentKind {
  /** An activity of the course run. */
  ACTIVITY,
  /** Several components together. */
  CATEGORY,
  /** The course as a whole: its mark (C08-9.3). */
  COURSE,
  /** What was entered by hand: an oral examination, a paper. */
  MANUAL;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
