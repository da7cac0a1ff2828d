package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;
import vn.chuyencan.model.Digests;

/**
 * One text for one content: keys sorted, numbers without needless zeros, no layout. Two files that
 * mean the same have the same digest.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  /** SHA-256 of the canonical text, 64 hexadecimal digits. */
  static String digest(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(node, text);
    return Digests.sha256(text.toString());
  }

  private static void append(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      text.append('{');
      fields.forEach(
          (key, value) -> {
            appendText(key, text);
            text.append(':');
            append(value, text);
            text.append(',');
          });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          item -> {
            append(item, text);
            text.append(',');
          });
      text.append(']');
    } else if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    } else if (node.isTextual()) {
      appendText(node.textValue(), text);
    } else {
      text.append(node.asText());
    }
  }

  /** Lengths keep two texts apart that quoting might confuse. */
  private static void appendText(String value, StringBuilder text) {
    text.append(value.length()).append('"').append(value).append('"');
  }
}
