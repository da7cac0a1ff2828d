package vn.chuyencan.model;

import java.util.Locale;

/** What a person decided in a case (FC-LT.1r, FC-LT.2b, FC-TH.1r, FC-TH.4). */
public enum ReviewOutcome {
  /** What the case asks about counts in favour of the learner. */
  GRANTED,
  /** It does not count in favour of the learner. */
  REFUSED,
  /** Nothing yet: somebody has to supply what the note asks for. */
  MORE_EVIDENCE;

  /** How the registers and tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
