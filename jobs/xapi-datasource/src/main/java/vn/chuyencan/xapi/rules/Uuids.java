package vn.chuyencan.xapi.rules;

/** UUIDs in their canonical text form (RFC 4122), as two 64-bit halves. */
public final class Uuids {
  private static final int LENGTH = 36;

  private Uuids() {}

  /** Whether the text is 8-4-4-4-12 hexadecimal digits, in either case. */
  public static boolean isUuid(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char sign = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? sign != '-' : digit(sign) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Upper half of a text that {@link #isUuid}. */
  public static long high(String uuid) {
    return half(uuid, 0, 18);
  }

  /** Lower half of a text that {@link #isUuid}. */
  public static long low(String uuid) {
    return half(uuid, 19, LENGTH);
  }

  private static long half(String uuid, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      char sign = uuid.charAt(i);
      if (sign != '-') {
        value = value << 4 | digit(sign);
      }
    }
    return value;
  }

  /** The value of an ASCII hexadecimal digit, or -1. */
  static int digit(char sign) {
    if (sign >= '0' && sign <= '9') {
      return sign - '0';
    }
    if (sign >= 'a' && sign <= 'f') {
      return sign - 'a' + 10;
    }
    return sign >= 'A' && sign <= 'F' ? sign - 'A' + 10 : -1;
  }
}
