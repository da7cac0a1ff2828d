package vn.chuyencan.xapi;

import vn.chuyencan.xapi.source.Utf8;
import vn.chuyencan.xapi.source.Words;

/**
 * A place in the bytes of one JSON record, for a reader that accepts only plain JSON: strings
 * without escapes. Everything else is declined, as is what is no JSON.
 */
final class JsonCursor {
  private static final long QUOTE = Words.of('"');
  private static final long BACKSLASH = Words.of('\\');
  private static final long SPACE = Words.of(' ');
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  byte[] bytes = {};

  /** Index of the next byte. */
  int at;

  /** The byte after the record; {@link Words#SIZE} more bytes lie in the array. */
  int end;

  /** The last string, without its quotes. */
  int textFrom;

  int textTo;

  /** Whether the last string has letters of several bytes, which nothing has checked yet. */
  private boolean wide;

  /** The next byte that is no white space. */
  int peek() {
    while (at < end) {
      byte sign = bytes[at];
      if (sign > ' ') {
        return sign;
      }
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
        throw Declined.here();
      }
      at++;
    }
    throw Declined.here();
  }

  /** Steps over a sign and white space before it. */
  void expect(int sign) {
    if (peek() != sign) {
      throw Declined.here();
    }
    at++;
  }

  /** Steps over a comma, or over the closing bracket, at which there is no more. */
  boolean more(int close) {
    int sign = peek();
    at++;
    if (sign == ',') {
      return true;
    }
    if (sign == close) {
      return false;
    }
    throw Declined.here();
  }

  /** Opens an object or list; false if it is empty and closed again. */
  boolean open(int bracket, int close) {
    expect(bracket);
    if (peek() == close) {
      at++;
      return false;
    }
    return true;
  }

  /** Steps over a string, whose letters may be of several bytes. */
  void string() {
    if (!plainString()) {
      throw Declined.here();
    }
    if (wide && !Utf8.isValid(bytes, textFrom, textTo)) {
      throw Declined.here();
    }
  }

  /** Steps over a string that is to be ASCII; if it is not, it is declined. */
  void ascii() {
    if (!plainString() || wide) {
      throw Declined.here();
    }
  }

  /** Steps over a string unless it has escapes; what it holds is not checked otherwise. */
  private boolean plainString() {
    int start = at;
    expect('"');
    textFrom = at;
    long seen = 0;
    int i = at;
    while (i < end) {
      long word = Words.at(bytes, i);
      long special =
          Words.firstEqual(word, QUOTE)
              | Words.firstEqual(word, BACKSLASH)
              | Words.firstBelow(word, SPACE);
      if (special != 0) {
        int count = Words.firstByte(special);
        seen |= Words.first(word, count);
        i += count;
        break;
      }
      seen |= word;
      i += Words.SIZE;
    }
    if (i >= end || bytes[i] != '"') {
      at = start;
      return false;
    }
    textTo = i;
    at = i + 1;
    wide = (seen & Words.HIGH) != 0;
    return true;
  }

  /** Steps over a string with at most letters of several bytes; false at one with escapes. */
  boolean stringUnlessEscaped() {
    if (!plainString()) {
      return false;
    }
    if (wide && !Utf8.isValid(bytes, textFrom, textTo)) {
      throw Declined.here();
    }
    return true;
  }

  /** Steps over {@code true} or {@code false}. */
  boolean flag() {
    boolean value = peek() == 't';
    byte[] literal = value ? TRUE : FALSE;
    if (at + literal.length > end) {
      throw Declined.here();
    }
    for (byte letter : literal) {
      if (bytes[at++] != letter) {
        throw Declined.here();
      }
    }
    return value;
  }

  /** Whether the last string is this key. */
  boolean is(String key) {
    int length = key.length();
    if (textTo - textFrom != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[textFrom + i] != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Steps over the colon behind a property's name, which is to be known and not to come twice.
   *
   * @param property its bit; 0 if it is unknown
   * @param seen the bits of those that came before
   * @return the bits with this one
   */
  int once(int property, int seen) {
    if (property == 0 || (seen & property) != 0) {
      throw Declined.here();
    }
    expect(':');
    return seen | property;
  }

  /** Bytes of the last string. */
  int textLength() {
    return textTo - textFrom;
  }
}
