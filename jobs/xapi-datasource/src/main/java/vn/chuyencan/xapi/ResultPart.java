package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import vn.chuyencan.xapi.rules.Durations;

/** The result of a valid statement, property by property. */
final class ResultPart {
  /** The properties in the order of their names, as the canonical content has them. */
  static final int COMPLETION = 0;

  static final int DURATION = 1;
  static final int EXTENSIONS = 2;
  static final int RESPONSE = 3;
  static final int SCORE = 4;
  static final int SUCCESS = 5;

  private static final List<String> NAMES =
      List.of("completion", "duration", "extensions", "response", "score", "success");
  private static final byte[][] KEYS =
      NAMES.stream().map(CanonicalContent::textBytes).toArray(byte[][]::new);

  private boolean present;
  private Score score;
  private Boolean success;
  private Boolean completion;
  private BigDecimal seconds;

  /** Every property's value as part of the canonical content; nothing when it is absent. */
  private final CanonicalContent[] values = new CanonicalContent[NAMES.size()];

  ResultPart() {
    for (int i = 0; i < values.length; i++) {
      values[i] = new CanonicalContent(64);
    }
    clear();
  }

  /** There is none. */
  void clear() {
    present = false;
    score = Score.NONE;
    success = null;
    completion = null;
    seconds = null;
    for (CanonicalContent value : values) {
      value.clear();
    }
  }

  /** That of a valid statement. */
  void read(JsonNode result) {
    clear();
    if (!result.isObject()) {
      return;
    }
    present = true;
    for (int i = 0; i < values.length; i++) {
      values[i].json(result.get(NAMES.get(i)));
    }
    if (result.has("score")) {
      score = Score.of(result.get("score"));
    }
    success = flag(result, "success");
    completion = flag(result, "completion");
    String duration = result.path("duration").asText(null);
    seconds = duration == null ? null : Durations.seconds(duration);
  }

  private static Boolean flag(JsonNode result, String name) {
    JsonNode value = result.get(name);
    return value == null ? null : value.booleanValue();
  }

  /** There is one, though perhaps with nothing in it. */
  void begin() {
    present = true;
  }

  /** Where a property's value is described. */
  CanonicalContent value(int property) {
    return values[property];
  }

  /** Whether a property is there. */
  boolean has(int property) {
    return values[property].length() > 0;
  }

  void score(Score value) {
    score = value;
    values[SCORE].copy(value.content());
  }

  void flag(int property, boolean value) {
    values[property].flag(value);
    if (property == SUCCESS) {
      success = value;
    } else {
      completion = value;
    }
  }

  void duration(byte[] content, BigDecimal length) {
    values[DURATION].copy(content);
    seconds = length;
  }

  /** The whole result into the content. */
  void describe(CanonicalContent content) {
    if (!present) {
      return;
    }
    int size = 0;
    for (CanonicalContent value : values) {
      if (value.length() > 0) {
        size++;
      }
    }
    content.object(size);
    for (int i = 0; i < values.length; i++) {
      if (values[i].length() > 0) {
        content.copy(KEYS[i]).copy(values[i]);
      }
    }
  }

  /** The response, or null. */
  String response() {
    return values[RESPONSE].asText();
  }

  /** Into the record. */
  void fill(StatementRecord record) {
    record.scoreRaw = score.raw();
    record.scoreMin = score.min();
    record.scoreMax = score.max();
    record.scoreScaled = score.scaled();
    record.success = success;
    record.completion = completion;
    record.durationSeconds = seconds;
  }
}
