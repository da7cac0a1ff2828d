package vn.chuyencan.xapi.rules;

/**
 * The closed list of faults that the lenient mode accepts and counts. Each says why it cannot
 * change who did what to what, when, and with which result. The names are stored in tables.
 */
public enum HarmlessFault {
  /** A property is null. It says nothing, as if it were absent, and every reader takes it so. */
  NULL_PROPERTY,
  /**
   * A property that the specification does not define, and that is not a defined one in another
   * case. It has no meaning in xAPI; data bases and record stores add such ({@code _id}).
   */
  UNKNOWN_PROPERTY,
  /**
   * The object's type is {@code GroupActivity}, which Open edX sends for a problem with several
   * questions. In all else it is an activity.
   */
  OBJECT_TYPE_GROUP_ACTIVITY,
  /**
   * The offset is {@code -00:00}. RFC 3339 defines it: the instant is UTC, only the local zone is
   * unknown, and the local zone is not used.
   */
  TIMESTAMP_NEGATIVE_ZERO_OFFSET,
  /** The timestamp names no zone; the zone that the source's configuration gives is taken. */
  TIMESTAMP_WITHOUT_ZONE,
  /**
   * Date and time stand apart by a space, or the letters are small. RFC 3339 section 5.6 allows
   * both, and the instant is the same.
   */
  TIMESTAMP_NOTATION,
  /** A key of a language map or the context's language is no RFC 5646 tag: labels only. */
  LANGUAGE_TAG,
  /** A mail address lacks {@code mailto:}. There is one way to read it. */
  MBOX_WITHOUT_MAILTO,
  /** An account's name is an integer, not a string. Its digits are the name. */
  ACCOUNT_NAME_NUMBER,
  /**
   * The score's minimum and maximum are equal, as Open edX sends for a problem worth nothing. The
   * values are kept as they are; nobody can compute a percentage from them.
   */
  SCORE_RANGE_EMPTY,
  /**
   * The duration counts years or months, which have no fixed length in seconds. It is valid, and
   * the statement is kept without a duration.
   */
  DURATION_NOT_CONVERTIBLE,
  /**
   * The scaled score has more than 18 fraction digits: rounding dust of a division, below the
   * precision of the numbers it was computed from. It is cut to 18.
   */
  SCALED_TOO_FINE,
  /**
   * A context activity's id has no scheme, as the bare UUIDs that Open edX sends for exam attempts.
   * Compared as text it still names one activity.
   */
  CONTEXT_ACTIVITY_ID_WITHOUT_SCHEME,
  /** The authority breaks the rules. It says who vouched for the statement, and is not used. */
  AUTHORITY_INVALID,
  /** {@code stored} is no timestamp. When the statement happened is known; this one is left out. */
  STORED_INVALID
}
