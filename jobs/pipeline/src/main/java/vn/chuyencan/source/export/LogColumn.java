package vn.chuyencan.source.export;

import java.util.Locale;
import java.util.Map;

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

  /** With fewer known headings it is no log. */
  static final int LEAST = 6;

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

  /** The column that Moodle calls so in JSON, in every language; null when there is none. */
  static LogColumn ofJson(String key) {
    return JSON.get(key);
  }
}
