package vn.chuyencan.source.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The column {@code other} of Moodle's log: further facts of an event, in JSON or as PHP serialises
 * them, both of which occur in one table; numbers may stand as texts. Only what stands at the top
 * is told; what cannot be read is as absent.
 */
final class OtherData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OtherData() {}

  /** The facts by name. */
  static Map<String, String> of(String text) {
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    char first = text.charAt(0);
    if (first == '{') {
      return json(text);
    }
    return first == 'a' ? new Php(text.getBytes(StandardCharsets.UTF_8)).facts() : Map.of();
  }

  /** One fact as a number, or null. */
  static Long number(Map<String, String> facts, String name) {
    String text = facts.get(name);
    if (text == null || !text.matches("-?[0-9]{1,18}")) {
      return null;
    }
    return Long.valueOf(text);
  }

  private static Map<String, String> json(String text) {
    Map<String, String> facts = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> fact : JSON.readTree(text).properties()) {
        if (fact.getValue().isValueNode() && !fact.getValue().isNull()) {
          facts.put(fact.getKey(), fact.getValue().asText());
        }
      }
    } catch (JsonProcessingException broken) {
      return Map.of();
    }
    return facts;
  }

  /** Reads what PHP's {@code serialize()} wrote: lengths are of bytes, not of characters. */
  private static final class Php {
    private final byte[] bytes;
    private int at;

    Php(byte[] bytes) {
      this.bytes = bytes;
    }

    Map<String, String> facts() {
      try {
        return array();
      } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
        return Map.of();
      }
    }

    private Map<String, String> array() {
      expect("a:");
      int size = Integer.parseInt(until(':'));
      expect("{");
      Map<String, String> facts = new HashMap<>();
      for (int i = 0; i < size; i++) {
        String key = value();
        String value = value();
        if (key != null && value != null) {
          facts.put(key, value);
        }
      }
      expect("}");
      return facts;
    }

    /** A scalar as text; null for null and for what has parts. */
    private String value() {
      char kind = (char) bytes[at];
      switch (kind) {
        case 'N' -> {
          expect("N;");
          return null;
        }
        case 'a' -> {
          array();
          return null;
        }
        case 's' -> {
          expect("s:");
          int length = Integer.parseInt(until(':'));
          expect("\"");
          if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("A text is longer than the whole.");
          }
          String text = new String(bytes, at, length, StandardCharsets.UTF_8);
          at += length;
          expect("\";");
          return text;
        }
        case 'i', 'd', 'b' -> {
          at += 2;
          return until(';');
        }
        default -> throw new IllegalArgumentException("PHP's kind " + kind);
      }
    }

    private String until(char end) {
      int from = at;
      while (bytes[at] != end) {
        at++;
      }
      return new String(bytes, from, at++ - from, StandardCharsets.US_ASCII);
    }

    private void expect(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (bytes[at++] != text.charAt(i)) {
          throw new IllegalArgumentException("Expected " + text);
        }
      }
    }
  }
}
