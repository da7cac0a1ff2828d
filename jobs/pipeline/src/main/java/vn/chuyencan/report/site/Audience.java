package vn.chuyencan.report.site;

import java.util.Locale;

/** Who may read a site. */
public enum Audience {
  /** Analysts: no names, nothing decided about single learners, small counts suppressed. */
  ANALYST,
  /** The training office: names, and a page for each learner. */
  OFFICE;

  /** The word by which the configuration calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
