package vn.chuyencan.source.openedx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;

/**
 * One line of a tracking log. Its properties stand at the top, or, where another program took the
 * event before it was written, in {@code context}; its facts in {@code event}, or then {@code
 * data}. Facts are an object, an object written as a text, a list, some other text, or nothing.
 */
final class TrackingLine {
  private static final int LONGEST_NUMBER = 18;

  private final JsonMapper json;
  private final JsonNode line;
  private final JsonNode context;
  private final JsonNode facts;
  private final String factsText;

  /**
   * @param json reads texts that hold JSON, and writes objects with sorted keys
   * @param line an object
   */
  TrackingLine(JsonMapper json, JsonNode line) {
    this.json = json;
    this.line = line;
    this.context = line.path("context");
    JsonNode told = line.has("event") ? line.path("event") : line.path("data");
    this.factsText = told.isTextual() ? told.textValue() : listed(told);
    this.facts = told.isTextual() ? parsed(told.textValue()) : told;
  }

  /** Whatever says the same is written the same. */
  String canonical() {
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree can be written.", impossible);
    }
  }

  JsonNode time() {
    return line.hasNonNull("time") ? line.path("time") : line.path("timestamp");
  }

  /** What happened: mobile applications and new events have a name beside an older type. */
  String name() {
    String name = text(line.path("name"));
    return name != null ? name : text(line.path("event_type"));
  }

  /** {@code browser}, {@code server}, {@code mobile} or {@code task}; empty when it is not told. */
  String eventSource() {
    String source = property("event_source");
    return source == null ? "" : source;
  }

  /** A property of the line, or null; empty ones are none. */
  String property(String name) {
    String value = text(line.path(name));
    return value != null ? value : text(context.path(name));
  }

  /** A property of the context, or null; empty ones are none. */
  String context(String name) {
    return text(context.path(name));
  }

  /** A property of the module in which the event arose, or null. */
  String module(String name) {
    return text(context.path("module").path(name));
  }

  /** A fact, which may stand within another: {@code discussion.id}; null when it is not told. */
  String fact(String path) {
    JsonNode node = facts;
    for (String step : path.split("\\.", -1)) {
      node = node.path(step);
    }
    return text(node);
  }

  /** A fact that is a number, or null. */
  BigDecimal number(String name) {
    JsonNode value = facts.path(name);
    return value.isNumber() ? value.decimalValue() : null;
  }

  /** The facts where they are a text or begin a list with one; else null. */
  String factsText() {
    return factsText;
  }

  /** The id of a user, in decimal, of a number or a text; null when it is none. */
  static String userId(String text) {
    return text != null && text.length() <= LONGEST_NUMBER && text.matches("[0-9]*[1-9][0-9]*")
        ? Long.toString(Long.parseLong(text))
        : null;
  }

  private static String listed(JsonNode told) {
    return told.path(0).textValue();
  }

  /** The platform cuts long texts, so that one may be no JSON any more. */
  private JsonNode parsed(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(text);
    } catch (JsonProcessingException cut) {
      return MissingNode.getInstance();
    }
  }

  private static String text(JsonNode node) {
    if (!node.isValueNode() || node.isNull()) {
      return null;
    }
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
