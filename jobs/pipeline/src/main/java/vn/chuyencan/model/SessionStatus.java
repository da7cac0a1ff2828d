package vn.chuyencan.model;

import java.util.Locale;

/** Whether a scheduled class session took place (FC-X.11); only held ones are counted. */
public enum SessionStatus {
  /** It took place. */
  HELD,
  /** It did not take place. */
  CANCELLED,
  /** It is still to come. */
  PLANNED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
