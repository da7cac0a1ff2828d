package vn.chuyencan.xapi.source;

/** Whether bytes are UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. */
public final class Utf8 {
  private Utf8() {}

  /** Whether the bytes from one index up to, not including, another are UTF-8. */
  public static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      while (i <= to - Words.SIZE && (Words.at(bytes, i) & Words.HIGH) == 0) {
        i += Words.SIZE;
      }
      // Texts change between one and several bytes a letter, so go on by letters for a while.
      int stop = Math.min(to, i + 4 * Words.SIZE);
      while (i < stop) {
        int lead = bytes[i];
        int length = lead >= 0 ? 1 : sequence(bytes, i, to);
        if (length == 0) {
          return false;
        }
        i += length;
      }
    }
    return true;
  }

  /** Length of the sequence of several bytes that begins here; 0 when it is none. */
  private static int sequence(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xff;
    if (lead < 0xc2) {
      return 0;
    }
    if (lead < 0xe0) {
      return i + 1 < to && follows(bytes[i + 1]) ? 2 : 0;
    }
    if (lead < 0xf0) {
      if (i + 2 >= to || !follows(bytes[i + 1]) || !follows(bytes[i + 2])) {
        return 0;
      }
      int second = bytes[i + 1] & 0xff;
      boolean overlong = lead == 0xe0 && second < 0xa0;
      boolean surrogate = lead == 0xed && second >= 0xa0;
      return overlong || surrogate ? 0 : 3;
    }
    if (lead > 0xf4
        || i + 3 >= to
        || !follows(bytes[i + 1])
        || !follows(bytes[i + 2])
        || !follows(bytes[i + 3])) {
      return 0;
    }
    int second = bytes[i + 1] & 0xff;
    boolean overlong = lead == 0xf0 && second < 0x90;
    boolean beyond = lead == 0xf4 && second >= 0x90;
    return overlong || beyond ? 0 : 4;
  }

  private static boolean follows(byte value) {
    return (value & 0xc0) == 0x80;
  }
}
