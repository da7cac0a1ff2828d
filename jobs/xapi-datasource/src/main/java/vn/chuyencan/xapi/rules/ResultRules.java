package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Results and scores (Data 2.4.5). */
final class ResultRules {
  private static final Set<String> RESULT =
      Set.of("score", "success", "completion", "response", "duration", "extensions");
  private static final Set<String> SCORE = Set.of("scaled", "raw", "min", "max");
  private static final List<String> NUMBERS = List.of("raw", "min", "max");

  /** Digits that the columns of a score hold: decimal(38,18). */
  private static final int FRACTION_DIGITS = 18;

  private static final int INTEGER_DIGITS = 20;

  private final Shape shape;

  ResultRules(Shape shape) {
    this.shape = shape;
  }

  /** A result. */
  void result(JsonNode value, String place) {
    ObjectNode result = shape.object(value, place, Reason.INVALID_RESULT, RESULT);
    shape.flag(result, "success", place, Reason.INVALID_RESULT);
    shape.flag(result, "completion", place, Reason.INVALID_RESULT);
    shape.text(result, "response", place, Reason.INVALID_RESULT);
    shape.extensions(result, place, Reason.INVALID_RESULT);
    String duration = shape.text(result, "duration", place, Reason.INVALID_DURATION);
    if (duration != null && !Durations.isDuration(duration)) {
      throw new RuleViolation(
          Reason.INVALID_DURATION, place + ".duration", "an ISO 8601 duration", duration);
    }
    if (result.has("score")) {
      score(result.get("score"), place + ".score");
    }
  }

  /** A score. */
  void score(JsonNode value, String place) {
    ObjectNode score = shape.object(value, place, Reason.INVALID_SCORE, SCORE);
    for (String name : NUMBERS) {
      BigDecimal number = number(score, name, place);
      if (number != null && !fits(number)) {
        throw new RuleViolation(
            Reason.INVALID_SCORE, place + "." + name, "at most 20.18 digits", number);
      }
    }
    BigDecimal raw = number(score, "raw", place);
    BigDecimal min = number(score, "min", place);
    BigDecimal max = number(score, "max", place);
    scaled(score, place);
    if (min != null && max != null) {
      int order = min.compareTo(max);
      if (order > 0 || (order == 0 && !shape.faults().tolerates(HarmlessFault.SCORE_RANGE_EMPTY))) {
        throw new RuleViolation(
            Reason.INVALID_SCORE, place + ".min", "less than the max " + max, min);
      }
    }
    if (raw != null && min != null && raw.compareTo(min) < 0) {
      throw new RuleViolation(Reason.INVALID_SCORE, place + ".raw", "at least " + min, raw);
    }
    if (raw != null && max != null && raw.compareTo(max) > 0) {
      throw new RuleViolation(Reason.INVALID_SCORE, place + ".raw", "at most " + max, raw);
    }
  }

  private void scaled(ObjectNode score, String place) {
    BigDecimal scaled = number(score, "scaled", place);
    if (scaled == null) {
      return;
    }
    if (scaled.abs().compareTo(BigDecimal.ONE) > 0) {
      throw new RuleViolation(Reason.INVALID_SCORE, place + ".scaled", "from -1 to 1", scaled);
    }
    if (!fits(scaled)) {
      if (!shape.faults().tolerates(HarmlessFault.SCALED_TOO_FINE)) {
        throw new RuleViolation(
            Reason.INVALID_SCORE, place + ".scaled", "at most 18 fraction digits", scaled);
      }
      score.put("scaled", cut(scaled));
    }
  }

  private static BigDecimal cut(BigDecimal number) {
    // Rescaling a number such as 1e-999999999 would need all its zeros in memory.
    boolean vanishes = (long) number.precision() - number.scale() < -FRACTION_DIGITS;
    return vanishes ? BigDecimal.ZERO : number.setScale(FRACTION_DIGITS, RoundingMode.DOWN);
  }

  private static BigDecimal number(ObjectNode score, String name, String place) {
    JsonNode value = score.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw new RuleViolation(Reason.INVALID_SCORE, place + "." + name, "a number", value);
    }
    return value.decimalValue();
  }

  private static boolean fits(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= FRACTION_DIGITS
        && (long) plain.precision() - plain.scale() <= INTEGER_DIGITS;
  }
}
