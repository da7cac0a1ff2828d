package vn.chuyencan.source.export;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a log. */
enum LogColumn {
  TIME,
  USER,
  AFFECTED,
  CONTEXT,
  COMPONENT,
  EVENT,
  DESCRIPTION,
  ORIGIN,
  IP,
  COURSE;

  private static final int LEAST = 4;

  private static final Map<String, LogColumn> JSON =
      Map.of(
          "time", TIME,
          "userfullname", USER,
          "affecteduser", AFFECTED,
          "eventcontext", CONTEXT,
          "component", COMPONENT,
          "eventname", EVENT,
          "description", DESCRIPTION,
          "origin", ORIGIN,
          "ipaddress", IP,
          "course", COURSE);

  static LogColumn of(String role) {
    return valueOf(role.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether columns are those of a log: when, and what, and who, which the sentence alone tells
   * too. Who passes a log on without naming people leaves columns out.
   */
  static boolean areOfLog(Set<LogColumn> columns) {
    return columns.contains(TIME)
        && columns.size() >= LEAST
        && (columns.contains(DESCRIPTION) || (columns.contains(USER) && columns.contains(EVENT)));
  }

  /** The column that Moodle calls so in JSON, in every language; null when there is none. */
  static LogColumn ofJson(String key) {
    return JSON.get(key);
  }
}
