package vn.chuyencan.model;

import java.util.Locale;

/** The judgement of a person whether a submission is as required (FC-TT.10, FC-TH.4). */
public enum CheckStatus {
  /** As required. */
  CORRECT,
  /** Not as required. */
  INCORRECT,
  /** Not judged yet: an input is missing, never a failure (M1). */
  UNCHECKED;

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
