package vn.chuyencan.model;

import java.util.Locale;

/** What a correction corrects (register {@code correction}). */
public enum CorrectionKind {
  /** An absence with leave, from a class session or a course week (FC-X.11). */
  EXCUSE,
  /** The platform was down: what nobody could do is not an absence (FC-TT.1, M1). */
  OUTAGE,
  /** The mark of an attempt (FC-X.9). */
  MARK,
  /** What the attendance list says (FC-X.11). */
  ATTENDANCE,
  /** A post that is not on the subject (FC-X.10). */
  POST_IRRELEVANT,
  /** A consultation in speech (FC-TH.3). */
  ORAL_CONSULTATION,
  /** The judgement upon something handed in (FC-TT.10, FC-TH.4). */
  SUBMISSION_CHECK;

  /** How the registers and tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
