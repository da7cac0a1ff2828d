package vn.chuyencan.model;

import java.util.Locale;

/** Whether a submission shows something (FC-TH.4). */
public enum ContentStatus {
  /** Its content is displayed. */
  DISPLAYS,
  /** There is nothing to see. */
  EMPTY,
  /** Nobody has looked yet. */
  UNCHECKED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
