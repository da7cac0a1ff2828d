package vn.chuyencan.xapi;

import java.util.Arrays;

/** Reads UUIDs from the cursor's last string; whatever is none is declined. */
final class FastUuids {
  private static final byte[] DIGITS = digits();

  private FastUuids() {}

  private static byte[] digits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < 16; i++) {
      digits[Character.forDigit(i, 16)] = (byte) i;
      digits[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
    }
    return digits;
  }

  /** Checks the length and the hyphens; the digits are checked when they are read. */
  static void check(JsonCursor cursor) {
    byte[] bytes = cursor.bytes;
    int from = cursor.textFrom;
    if (cursor.textLength() != StatementParts.UUID_LENGTH
        || bytes[from + 8] != '-'
        || bytes[from + 13] != '-'
        || bytes[from + 18] != '-'
        || bytes[from + 23] != '-') {
      throw Declined.here();
    }
  }

  static long high(JsonCursor cursor) {
    int from = cursor.textFrom;
    return hex(cursor.bytes, from, 8) << 32
        | hex(cursor.bytes, from + 9, 4) << 16
        | hex(cursor.bytes, from + 14, 4);
  }

  static long low(JsonCursor cursor) {
    int from = cursor.textFrom;
    return hex(cursor.bytes, from + 19, 4) << 48 | hex(cursor.bytes, from + 24, 12);
  }

  private static long hex(byte[] bytes, int from, int count) {
    long value = 0;
    int wrong = 0;
    for (int i = from; i < from + count; i++) {
      int digit = DIGITS[bytes[i] & 0xff];
      wrong |= digit;
      value = value << 4 | digit;
    }
    if (wrong < 0) {
      throw Declined.here();
    }
    return value;
  }

  /** The UUID in small letters. */
  static void lower(JsonCursor cursor, byte[] target) {
    for (int i = 0; i < StatementParts.UUID_LENGTH; i++) {
      byte sign = cursor.bytes[cursor.textFrom + i];
      target[i] = sign >= 'A' && sign <= 'F' ? (byte) (sign + 32) : sign;
    }
  }
}
