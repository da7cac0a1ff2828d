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
 * the form never changes. Pieces that return are kept as bytes and copied.
 */
final class CanonicalContent {
  /** Bytes before a text. */
  static final int HEAD = 5;

  private static final int LONGEST_LONG = 20;

  private byte[] bytes;
  private int length;

  CanonicalContent() {
    this(1024);
  }

  CanonicalContent(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes of a named part, see {@link #part}. */
  static byte[] partBytes(String name) {
    return new CanonicalContent(64).part(name).toBytes();
  }

  /** The bytes of a text. */
  static byte[] textBytes(String text) {
    return new CanonicalContent(64).text(text).toBytes();
  }

  /** The bytes of a JSON value. */
  static byte[] jsonBytes(JsonNode value) {
    return new CanonicalContent(256).json(value).toBytes();
  }

  void clear() {
    length = 0;
  }

  /** Forgets what was added after the content had this length. */
  void cut(int upTo) {
    length = upTo;
  }

  /** A named part; the name keeps neighbouring parts apart when one is absent. */
  CanonicalContent part(String name) {
    return tagged('#', name);
  }

  CanonicalContent text(String text) {
    return tagged('s', text);
  }

  /** A text in UTF-8. */
  CanonicalContent text(byte[] utf8, int from, int to) {
    head('s', to - from);
    System.arraycopy(utf8, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  CanonicalContent number(long number) {
    return tagged('n', Long.toString(number));
  }

  /** The number {@code unscaled · 10^exponent}; the caller has taken off trailing zeros. */
  CanonicalContent decimal(long unscaled, int exponent) {
    int head = length;
    head('n', 2 * LONGEST_LONG);
    int from = length;
    digits(unscaled);
    bytes[length++] = 'e';
    digits(exponent);
    int end = length;
    length = head;
    head('n', end - from);
    length = end;
    return this;
  }

  /** Decimal digits; there is room for them. */
  private void digits(long number) {
    long rest = number;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    int count = 1;
    for (long power = 10; count < 19 && rest >= power; power *= 10) {
      count++;
    }
    for (int i = length + count - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  CanonicalContent flag(boolean value) {
    head('b', 1);
    bytes[length++] = (byte) (value ? '1' : '0');
    return this;
  }

  /** An object of so many keys, which follow in order, each a text and then its value. */
  CanonicalContent object(int size) {
    return tagged('o', Integer.toString(size));
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
        object(sorted.size());
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
      case BOOLEAN -> flag(value.booleanValue());
      case STRING -> text(value.textValue());
      case NULL, MISSING, BINARY, POJO -> tagged('0', "");
    }
    return this;
  }

  /** The text that is the whole content; null when it is no text. */
  String asText() {
    return length >= HEAD && bytes[0] == 's'
        ? new String(bytes, HEAD, length - HEAD, StandardCharsets.UTF_8)
        : null;
  }

  /** Bytes that another content gave. */
  CanonicalContent copy(byte[] content) {
    return copy(content, 0, content.length);
  }

  /** Another content. */
  CanonicalContent copy(CanonicalContent content) {
    return copy(content.bytes, 0, content.length);
  }

  /** A stretch of another content. */
  CanonicalContent copy(CanonicalContent content, int from, int to) {
    return copy(content.bytes, from, to);
  }

  private CanonicalContent copy(byte[] content, int from, int to) {
    reserve(to - from);
    System.arraycopy(content, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  private CanonicalContent tagged(char tag, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(tag, utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
    return this;
  }

  /** Kind and length of what follows, for which there is room then. */
  private void head(char tag, int size) {
    reserve(HEAD + size);
    bytes[length] = (byte) tag;
    bytes[length + 1] = (byte) (size >>> 24);
    bytes[length + 2] = (byte) (size >>> 16);
    bytes[length + 3] = (byte) (size >>> 8);
    bytes[length + 4] = (byte) size;
    length += HEAD;
  }

  private void reserve(int more) {
    int needed = length + more;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The first bytes, up to this length, into the digest. */
  void update(MessageDigest digest, int upTo) {
    digest.update(bytes, 0, upTo);
  }
}
