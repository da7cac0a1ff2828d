package vn.chuyencan.error;

/**
 * Every error that a user can meet, by its number. A number never changes its meaning and is never
 * used again; the text of each, in Vietnamese and English, stands in {@code messages_vi.properties}
 * and {@code messages_en.properties} beside this class under the same number.
 *
 * <p>Ranges: 1xxx internal, 2xxx usage, 30xx configuration, 31xx registers, 32xx policies, 33xx
 * vocabularies and schemas, 4xxx data gate, 5xxx reachability, 6xxx lock.
 */
public enum ErrorCode {
  INTERNAL_ERROR(1000, ErrorKind.INTERNAL),
  ACTOR_KEY_COLLISION(1001, ErrorKind.INTERNAL),
  LAKE_INCONSISTENT(1002, ErrorKind.INTERNAL),
  TABLE_CONTRACT_BROKEN(1003, ErrorKind.INTERNAL),

  USAGE_INVALID(2000, ErrorKind.USAGE),
  LEARNER_UNKNOWN(2001, ErrorKind.USAGE),
  COURSE_UNKNOWN(2002, ErrorKind.USAGE),
  NOTHING_INGESTED(2003, ErrorKind.USAGE),
  NOTHING_DECIDED(2004, ErrorKind.USAGE),
  OPTION_UNKNOWN(2005, ErrorKind.USAGE),
  OPTION_MISSING(2006, ErrorKind.USAGE),
  OPTION_VALUE_INVALID(2007, ErrorKind.USAGE),
  FOLDER_IN_USE(2008, ErrorKind.USAGE),

  CONFIGURATION_NOT_FOUND(3000, ErrorKind.INVALID),
  CONFIGURATION_NOT_YAML(3001, ErrorKind.INVALID),
  CONFIGURATION_KEY_UNKNOWN(3002, ErrorKind.INVALID),
  CONFIGURATION_VALUE_MISSING(3003, ErrorKind.INVALID),
  CONFIGURATION_VALUE_INVALID(3004, ErrorKind.INVALID),
  CONFIGURATION_VARIABLE_UNSET(3005, ErrorKind.INVALID),
  CONFIGURATION_UNREADABLE(3006, ErrorKind.INVALID),
  CONFIGURATION_NOT_UTF8(3007, ErrorKind.INVALID),

  REGISTER_NOT_UTF8(3100, ErrorKind.INVALID),
  REGISTER_EMPTY(3101, ErrorKind.INVALID),
  REGISTER_COLUMN_MISSING(3102, ErrorKind.INVALID),
  REGISTER_COLUMN_UNKNOWN(3103, ErrorKind.INVALID),
  REGISTER_COLUMN_TWICE(3104, ErrorKind.INVALID),
  REGISTER_ROW_RAGGED(3105, ErrorKind.INVALID),
  REGISTER_VALUE_MISSING(3106, ErrorKind.INVALID),
  REGISTER_VALUE_INVALID(3107, ErrorKind.INVALID),
  REGISTER_KEY_TWICE(3108, ErrorKind.INVALID),
  REGISTER_REFERENCE_UNKNOWN(3109, ErrorKind.INVALID),
  REGISTER_DATES_REVERSED(3110, ErrorKind.INVALID),
  REGISTER_IDENTITY_AMBIGUOUS(3111, ErrorKind.INVALID),
  REGISTER_FILE_UNKNOWN(3112, ErrorKind.INVALID),
  REGISTER_CSV_BROKEN(3113, ErrorKind.INVALID),
  REGISTER_DATE_INVALID(3114, ErrorKind.INVALID),
  REGISTER_INSTANT_INVALID(3115, ErrorKind.INVALID),
  REGISTER_WORD_UNKNOWN(3116, ErrorKind.INVALID),
  REGISTER_NUMBER_INVALID(3117, ErrorKind.INVALID),
  REGISTER_ZONE_UNKNOWN(3118, ErrorKind.INVALID),
  REGISTER_VALUE_NOT_ALLOWED(3119, ErrorKind.INVALID),
  REGISTER_OWN_WORK(3120, ErrorKind.INVALID),
  REGISTER_DATE_OUTSIDE(3121, ErrorKind.INVALID),

  POLICY_NOT_FOUND(3200, ErrorKind.INVALID),
  POLICY_NOT_YAML(3201, ErrorKind.INVALID),
  POLICY_KEY_UNKNOWN(3202, ErrorKind.INVALID),
  POLICY_VALUE_MISSING(3203, ErrorKind.INVALID),
  POLICY_VALUE_INVALID(3204, ErrorKind.INVALID),
  POLICY_MEASURE_UNKNOWN(3205, ErrorKind.INVALID),
  POLICY_CRITERION_TWICE(3206, ErrorKind.INVALID),
  POLICY_CRITERION_UNKNOWN(3207, ErrorKind.INVALID),
  POLICY_NOT_IN_FORCE(3208, ErrorKind.INVALID),

  SCHEMA_INVALID(3300, ErrorKind.INVALID),

  EQUATION_BROKEN(4000, ErrorKind.GATE),
  TOO_MUCH_REJECTED(4001, ErrorKind.GATE),
  REJECTED_BECAUSE(4002, ErrorKind.GATE),

  SOURCE_NOT_FOUND(5000, ErrorKind.UNREACHABLE),
  SOURCE_UNREADABLE(5001, ErrorKind.UNREACHABLE),
  WAREHOUSE_UNREACHABLE(5002, ErrorKind.UNREACHABLE),
  PUBLICATION_UNWRITABLE(5003, ErrorKind.UNREACHABLE),
  SPARK_UNAVAILABLE(5004, ErrorKind.UNREACHABLE),

  LOCK_HELD(6000, ErrorKind.LOCKED);

  private final int number;
  private final ErrorKind kind;

  ErrorCode(int number, ErrorKind kind) {
    this.number = number;
    this.kind = kind;
  }

  /** The number that a message shows and that the documentation lists. */
  public int number() {
    return number;
  }

  /** Whose business it is. */
  public ErrorKind kind() {
    return kind;
  }
}
