package vn.chuyencan.model;

import java.util.Locale;

/** How a component is assessed; at most half of a course's mark may come from online (C08-9.1). */
public enum AssessmentMode {
  /** Over the network. */
  ONLINE,
  /** Face to face. */
  ONSITE;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
