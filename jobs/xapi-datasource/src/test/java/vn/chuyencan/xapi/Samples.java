package vn.chuyencan.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Statements to test with. */
final class Samples {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String VIEWED = "http://id.tincanapi.com/verb/viewed";

  private Samples() {}

  /** A small valid statement with a name in several bytes a letter. */
  static ObjectNode statement(int number) {
    return parse(
        """
        {"id":"%08d-0000-4000-8000-000000000000",
         "actor":{"name":"Nguyễn Thị Đào 😀","account":{"homePage":"https://lms.example","name":"sv%d"}},
         "verb":{"id":"http://id.tincanapi.com/verb/viewed","display":{"vi":"xem \\"trang\\" ]}"}},
         "object":{"id":"https://lms.example/page/%d",
           "definition":{"type":"https://w3id.org/xapi/acrossx/activities/page"}},
         "timestamp":"2026-09-07T08:00:00+07:00"}
        """
            .formatted(number, number % 7, number % 5));
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  /** The sample statement 1 with one property set, given as JSON. */
  static ObjectNode with(String name, String json) {
    ObjectNode statement = statement(1);
    try {
      statement.set(name, JSON.readTree(json));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
    return statement;
  }

  /** The sample statement 1 without one property. */
  static ObjectNode without(String name) {
    ObjectNode statement = statement(1);
    statement.remove(name);
    return statement;
  }

  /** The first statement of the logstore_xapi sample that a Moodle event sent with a verb. */
  static ObjectNode moodle(String event, String verbEnd) {
    for (String line : Scans.lines("logstore-sample.jsonl.gz")) {
      ObjectNode statement = parse(line);
      String name =
          statement
              .path("context")
              .path("extensions")
              .path("http://lrs.learninglocker.net/define/extensions/info")
              .path("event_name")
              .asText();
      if (name.equals(event) && statement.path("verb").path("id").asText().endsWith(verbEnd)) {
        return statement;
      }
    }
    throw new IllegalArgumentException("No sample of " + event + " with " + verbEnd);
  }
}
