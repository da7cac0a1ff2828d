package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes that are equal exactly when two contents mean the same: keys in order, numbers by value,
 * every part with its kind and length. Event ids without a statement id are made of these bytes, so
 * the form never changes.
 */
final class CanonicalContent {
  private byte[] bytes = new byte[1024];
  private int length;

  void clear() {
    length = 0;
  }

  /** A named part; the name keeps neighbouring parts apart when one is absent. */
  CanonicalContent part(String name) {
    return tagged('#', name);
  }

  CanonicalContent text(String text) {
    return tagged('s', text);
  }

  CanonicalContent number(long number) {
    return tagged('n', Long.toString(number));
  }

  /** Any JSON value; an absent one is nothing. */
  CanonicalContent json(JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return this;
    }
    switch (value.getNodeType()) {
      case OBJECT -> {
        Map<String, JsonNode> sorted = new TreeMap<>();
        value.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        tagged('o', Integer.toString(sorted.size()));
        sorted.forEach((key, entry) -> text(key).json(entry));
      }
      case ARRAY -> {
        tagged('a', Integer.toString(value.size()));
        value.forEach(this::json);
      }
      case NUMBER -> {
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        tagged('n', number.unscaledValue() + "e" + -(long) number.scale());
      }
      case BOOLEAN -> tagged('b', value.booleanValue() ? "1" : "0");
      case STRING -> text(value.textValue());
      case NULL, MISSING, BINARY, POJO -> tagged('0', "");
    }
    return this;
  }

  private CanonicalContent tagged(char tag, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int needed = length + utf8.length + 5;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    bytes[length++] = (byte) tag;
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (utf8.length >>> shift);
    }
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    return this;
  }

  int length() {
    return length;
  }

  /** The first bytes, up to this length, into the digest. */
  void update(MessageDigest digest, int upTo) {
    digest.update(bytes, 0, upTo);
  }
}
