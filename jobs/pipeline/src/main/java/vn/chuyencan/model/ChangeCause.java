package vn.chuyencan.model;

import java.util.Locale;

/** Why a decision came out otherwise than the time before. */
public enum ChangeCause {
  /** Something happened since. */
  NEW_EVENT,
  /** Something became known only now that happened on a day already decided upon. */
  LATE_EVENT,
  /** Something that was told is told no more. */
  VOIDED,
  /** Records were read again because the zone of their source, or the institution's, is another. */
  ZONE,
  /** Records were read again because verbs and types mean something else. */
  VOCABULARY,
  /** A person corrected what was logged or registered. */
  CORRECTION,
  /** A person decided in a case. */
  REVIEW_DECISION,
  /** The policy is another one. */
  POLICY,
  /** A register says something else of the course run. */
  REGISTER,
  /** The course went on: a week is over, or it has closed. */
  CALENDAR,
  /** A day of which nothing was logged has come or was filled. */
  LOG_GAP,
  /** The configuration changed: zone, institution, which sources tell of the same acts. */
  CONFIGURATION,
  /** The program is another version. */
  PROGRAM,
  /** A step before this one measured again; why is not known here. */
  MEASURES;

  /** How tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
