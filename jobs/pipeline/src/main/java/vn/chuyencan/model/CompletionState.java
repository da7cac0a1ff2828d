package vn.chuyencan.model;

import java.util.Locale;

/** How far a learner has come with an activity or with a course run. */
public enum CompletionState {
  /** Not completed. */
  INCOMPLETE,
  /** Completed; there is no mark to pass. */
  COMPLETE,
  /** Completed, and passed. */
  COMPLETE_PASS,
  /** Completed, and not passed. */
  COMPLETE_FAIL;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
