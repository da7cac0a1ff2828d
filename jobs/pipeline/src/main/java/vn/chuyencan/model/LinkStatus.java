package vn.chuyencan.model;

import java.util.Locale;

/** Whether the link of a submission opens (FC-TH.4). */
public enum LinkStatus {
  /** It opens without special rights. */
  ACCESSIBLE,
  /** It is dead, or asks for rights. */
  INACCESSIBLE,
  /** Nobody has looked yet. */
  UNCHECKED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
