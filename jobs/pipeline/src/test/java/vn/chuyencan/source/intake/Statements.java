package vn.chuyencan.source.intake;

import java.time.Instant;
import java.util.UUID;

/** Statements to test with, one a line. */
final class Statements {
  /** Where the tests' events lie around: shortly before a local midnight. */
  static final Instant EVENING = Instant.parse("2026-09-30T16:30:00Z");

  private Statements() {}

  /**
   * Somebody viewed a page.
   *
   * @param course number of the course; 0 for none
   * @param seconds declared duration; 0 for none
   */
  static String viewed(UUID id, int actor, int course, int page, Instant when, int seconds) {
    return """
        {"id":"%s","actor":{"account":{"homePage":"https://lms.example","name":"sv%d"}},\
        "verb":{"id":"http://id.tincanapi.com/verb/viewed"},\
        "object":{"id":"https://lms.example/page/%d","definition":\
        {"type":"https://w3id.org/xapi/acrossx/activities/page"}},%s%s"timestamp":"%s"}"""
        .formatted(
            id,
            actor,
            page,
            course == 0 ? "" : context(course),
            seconds == 0 ? "" : "\"result\":{\"duration\":\"PT%dS\"},".formatted(seconds),
            when);
  }

  private static String context(int course) {
    return """
        "context":{"contextActivities":{"grouping":[{"id":"https://lms.example/course/%d",\
        "definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}}]}},"""
        .formatted(course);
  }

  /** Somebody voids a statement. */
  static String voids(UUID id, UUID target, Instant when) {
    return """
        {"id":"%s","actor":{"account":{"homePage":"https://lms.example","name":"admin"}},\
        "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
        "object":{"objectType":"StatementRef","id":"%s"},"timestamp":"%s"}"""
        .formatted(id, target, when);
  }
}
