package vn.chuyencan.model;

import java.util.Locale;

/** What an activity of a course run is for the rules (register {@code activity}). */
public enum CourseActivityKind {
  /** A place of discussion. */
  FORUM,
  /** A self-assessment exercise whose attempts have marks (FC-X.6). */
  EXERCISE,
  /** Something to hand in (FC-TT.10, FC-TH.4). */
  ASSIGNMENT,
  /** Work that learners review for each other (FC-TT.11, FC-TH.5). */
  WORKSHOP,
  /** Something to read. */
  PAGE,
  /** Something to watch. */
  VIDEO,
  /** A live room. */
  MEETING,
  /** The course run itself. */
  COURSE,
  /** Anything else. */
  OTHER;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
