package vn.chuyencan.model;

import java.util.Locale;

/** For whom a forum is (FC-X.10). */
public enum ForumKind {
  /** For everybody in the course run; its posts count as collective discussion. */
  COLLECTIVE,
  /** For one group; its posts count as group work. */
  GROUP;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
