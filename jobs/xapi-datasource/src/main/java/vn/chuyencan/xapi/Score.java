package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * The score of a valid statement; what is absent is null.
 *
 * @param content all of it as part of the canonical content
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and equality is never asked
record Score(BigDecimal raw, BigDecimal min, BigDecimal max, BigDecimal scaled, byte[] content) {
  /** There is none. */
  static final Score NONE = new Score(null, null, null, null, new byte[0]);

  static Score of(JsonNode score) {
    return new Score(
        number(score, "raw"),
        number(score, "min"),
        number(score, "max"),
        number(score, "scaled"),
        CanonicalContent.jsonBytes(score));
  }

  private static BigDecimal number(JsonNode score, String name) {
    JsonNode value = score.get(name);
    return value == null ? null : value.decimalValue();
  }
}
