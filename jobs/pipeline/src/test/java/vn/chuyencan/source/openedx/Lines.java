package vn.chuyencan.source.openedx;

import java.time.Instant;

/** Invented lines of a tracking log. */
final class Lines {
  static final String COURSE = "course-v1:HVSP+TOAN101+2026";
  static final String SITE_COURSE = Tracked.SITE + "/course/" + COURSE;
  static final String PROBLEM = "block-v1:HVSP+TOAN101+2026+type@problem+block@0a1b2c";
  static final Instant START = Instant.parse("2026-09-07T01:00:00.123456Z");

  private Lines() {}

  /**
   * A line as the platform writes it.
   *
   * @param event its facts as JSON: an object, a text, a list or null
   */
  static String line(String source, String name, String event) {
    return line(source, name, event, "sv1", "7", START);
  }

  /**
   * @param userId as JSON
   */
  static String line(
      String source, String name, String event, String username, String userId, Instant time) {
    return """
        {"username": "%s", "event_type": "%s", "name": "%s", "event": %s, "event_source": "%s", \
        "time": "%s", "ip": "203.0.113.9", "agent": "Mozilla/5.0", "host": "openedx.example", \
        "session": "5f4dcc3b5aa765d61d8327deb882cf99", "referer": "%s/", "page": %s, \
        "context": {"course_id": "%s", "org_id": "HVSP", "user_id": %s, "path": "/event"}}"""
        .formatted(
            username,
            name,
            name,
            event,
            source,
            time.toString().replace("Z", "+00:00"),
            Tracked.SITE,
            source.equals("browser")
                ? "\"" + Tracked.SITE + "/courses/" + COURSE + "/courseware/w1/l2/\""
                : "null",
            COURSE,
            userId);
  }

  /** The server marks a problem. */
  static String checked(String username, int attempts, String grade, Instant time) {
    return line(
        "server",
        "problem_check",
        """
        {"problem_id": "%s", "attempts": %d, "grade": %s, "max_grade": 3, "success": "incorrect", \
        "submission": {"0a1b2c_2_1": {"answer": "A"}, "0a1b2c_3_1": {"answer": "B"}}}"""
            .formatted(PROBLEM, attempts, grade),
        username,
        "7",
        time);
  }

  /** A JSON text that holds JSON, as browsers send facts. */
  static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
