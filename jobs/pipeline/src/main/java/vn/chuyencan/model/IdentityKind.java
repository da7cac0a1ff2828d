package vn.chuyencan.model;

import java.util.Locale;

/** The four ways in which xAPI identifies an actor (register {@code identity}). */
public enum IdentityKind {
  /** A home page together with a name on it. */
  ACCOUNT,
  /** A mail address as a {@code mailto:} IRI. */
  MBOX,
  /** The SHA-1 of the whole {@code mailto:} IRI in hexadecimal. */
  MBOX_SHA1SUM,
  /** An OpenID URI. */
  OPENID;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
