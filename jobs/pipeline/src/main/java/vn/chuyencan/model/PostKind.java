package vn.chuyencan.model;

import java.util.Locale;

/** What a post in a forum is (FC-X.10). */
public enum PostKind {
  /** It opened a discussion. */
  TOPIC,
  /** It answers within one. */
  REPLY;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
