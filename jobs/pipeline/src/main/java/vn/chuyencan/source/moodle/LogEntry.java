package vn.chuyencan.source.moodle;

import java.sql.SQLException;
import java.util.Map;

/** One row of {@code logstore_standard_log}, as Moodle wrote it. */
record LogEntry(
    long id,
    String event,
    String component,
    String action,
    String target,
    String objectTable,
    Long object,
    long contextLevel,
    long contextInstance,
    long user,
    Long course,
    Long relatedUser,
    boolean anonymous,
    String otherText,
    long createdAt,
    String origin,
    Long realUser,
    String address) {
  /** The columns of every version from 4.1 to 5.x. */
  static final String COLUMNS =
      "id eventname component action target objecttable objectid contextlevel contextinstanceid"
          + " userid courseid relateduserid anonymous other timecreated origin realuserid";

  /** The same with the network address, which is read only where somebody looks for it. */
  static final String COLUMNS_WITH_ADDRESS = COLUMNS + " ip";

  /** Context of a module of a course. */
  static final long MODULE = 70;

  /** Context of a course. */
  static final long COURSE = 50;

  static LogEntry of(MoodleRow row) throws SQLException {
    return of(row, null);
  }

  static LogEntry withAddress(MoodleRow row) throws SQLException {
    return of(row, row.text("ip"));
  }

  private static LogEntry of(MoodleRow row, String address) throws SQLException {
    return new LogEntry(
        row.number("id"),
        row.text("eventname"),
        row.text("component"),
        row.text("action"),
        row.text("target"),
        row.text("objecttable"),
        row.numberOrNull("objectid"),
        row.number("contextlevel"),
        row.number("contextinstanceid"),
        row.number("userid"),
        row.numberOrNull("courseid"),
        row.numberOrNull("relateduserid"),
        row.number("anonymous") != 0,
        row.text("other"),
        row.number("timecreated"),
        row.text("origin"),
        row.numberOrNull("realuserid"),
        address);
  }

  Map<String, String> other() {
    return OtherData.of(otherText);
  }

  /**
   * The whole row but the address on one line, for whoever looks at a row that was refused, and for
   * its hash.
   */
  String text() {
    return String.join(
        "\t",
        Long.toString(id),
        event,
        component,
        action,
        target,
        String.valueOf(objectTable),
        String.valueOf(object),
        Long.toString(contextLevel),
        Long.toString(contextInstance),
        Long.toString(user),
        String.valueOf(course),
        String.valueOf(relatedUser),
        Boolean.toString(anonymous),
        String.valueOf(otherText),
        Long.toString(createdAt),
        String.valueOf(origin),
        String.valueOf(realUser));
  }
}
