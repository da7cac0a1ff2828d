package vn.chuyencan.xapi.rules;

/** Why a record is not accepted. The list is closed; the names are stored in tables. */
public enum Reason {
  /** The record is no JSON value, or more than one. */
  MALFORMED_JSON,
  /** The record holds bytes that are not UTF-8 (RFC 8259 section 8.1). */
  INVALID_ENCODING,
  /** The record is longer than the limit of the scan. */
  LINE_TOO_LONG,
  /** The file ends in the middle of its compressed data or of a list. */
  SOURCE_TRUNCATED,
  /** The compressed data are damaged; what was read before is kept. */
  SOURCE_CORRUPT,
  /** The file is written in no way that its source reads, so that nothing of it was read. */
  SOURCE_UNKNOWN,
  /** An object has one key twice, so that its meaning depends on the reader. */
  DUPLICATE_KEY,
  /** The record is JSON, but no object. */
  NOT_A_STATEMENT,
  /** A property that the specification does not define, or in the wrong case (Data 2.2). */
  UNKNOWN_PROPERTY,
  /** A null outside extensions (Data 2.2). */
  NULL_VALUE,
  /** A required property is missing. */
  MISSING_PROPERTY,
  /** A value of the wrong JSON type. */
  WRONG_TYPE,
  /** An id, registration or reference is no UUID (Data 4.1). */
  INVALID_UUID,
  /** An IRI, IRL or URI is none (Data 4.2). */
  INVALID_IRI,
  /** A language map or language tag is none (Data 4.2, RFC 5646). */
  INVALID_LANGUAGE,
  /** An agent or group breaks Data 2.4.2. */
  INVALID_ACTOR,
  /** The object breaks Data 2.4.4. */
  INVALID_OBJECT,
  /** The result breaks Data 2.4.5. */
  INVALID_RESULT,
  /** A score breaks Data 2.4.5.1, or cannot be kept exactly. */
  INVALID_SCORE,
  /** A duration is none by ISO 8601 (Data 4.6). */
  INVALID_DURATION,
  /** The context breaks Data 2.4.6. */
  INVALID_CONTEXT,
  /** A timestamp is none by ISO 8601 (Data 4.5), or names no day that exists. */
  INVALID_TIMESTAMP,
  /** A timestamp names no zone and the source has none to give. */
  UNZONED_TIMESTAMP,
  /** The statement happened later than is plausible. */
  FUTURE_TIMESTAMP,
  /** The statement happened earlier than is plausible. */
  PAST_TIMESTAMP,
  /** There is neither {@code timestamp} nor {@code stored}. */
  MISSING_TIMESTAMP,
  /** The version is not one that is understood (Data 2.4.10). */
  INVALID_VERSION,
  /** The authority breaks Data 2.4.9. */
  INVALID_AUTHORITY,
  /** An attachment breaks Data 2.4.11. */
  INVALID_ATTACHMENT,
  /** A voiding statement has no statement reference as its object (Data 2.3.2). */
  INVALID_VOIDING
}
