package vn.chuyencan.model;

import java.util.Locale;

/** How far an attempt at an exercise has come (FC-X.7). */
public enum AttemptState {
  /** Under way; neither completed nor pending. */
  IN_PROGRESS,
  /** Handed in, and waiting for its mark. */
  SUBMITTED,
  /** Handed in and done with. */
  FINISHED,
  /** Given up; does not count. */
  ABANDONED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
