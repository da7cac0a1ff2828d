package vn.chuyencan.model;

import java.util.Locale;

/** What a learner hands in (FC-TT.10). */
public enum Artefact {
  /** The sample product. */
  PRODUCT,
  /** The solution of the given situation. */
  SITUATION;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
