package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import vn.chuyencan.xapi.rules.Durations;

/** Reads the result of a valid statement. */
final class OutcomeReader {
  private OutcomeReader() {}

  static void read(JsonNode result, StatementRecord record) {
    JsonNode score = result.path("score");
    record.scoreRaw = number(score, "raw");
    record.scoreMin = number(score, "min");
    record.scoreMax = number(score, "max");
    record.scoreScaled = number(score, "scaled");
    record.success = flag(result, "success");
    record.completion = flag(result, "completion");
    String duration = result.path("duration").asText(null);
    record.durationSeconds = duration == null ? null : Durations.seconds(duration);
  }

  private static BigDecimal number(JsonNode score, String name) {
    JsonNode value = score.get(name);
    return value == null ? null : value.decimalValue();
  }

  private static Boolean flag(JsonNode result, String name) {
    JsonNode value = result.get(name);
    return value == null ? null : value.booleanValue();
  }
}
