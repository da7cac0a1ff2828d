package vn.chuyencan.benchmarks.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Text as bytes, put together without strings: what makes the generator faster than its disk. */
final class Bytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int SECONDS_A_DAY = 86_400;

  private byte[] bytes;
  private int length;
  private long day = Long.MIN_VALUE;
  private byte[] date = {};

  Bytes(int capacity) {
    bytes = new byte[capacity];
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  int length() {
    return length;
  }

  Bytes put(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  Bytes number(long value) {
    room(20);
    long rest = value;
    int digits = 1;
    for (long power = 10; power <= value; power *= 10) {
      digits++;
    }
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  /** A number given in parts of a power of ten, without trailing zeros. */
  Bytes decimal(long value, int places) {
    room(24);
    long rest = value;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    long unit = 1;
    for (int place = 0; place < places; place++) {
      unit *= 10;
    }
    number(rest / unit);
    rest %= unit;
    if (rest > 0) {
      bytes[length++] = '.';
      while (rest > 0) {
        unit /= 10;
        bytes[length++] = (byte) ('0' + rest / unit);
        rest %= unit;
      }
    }
    return this;
  }

  Bytes uuid(long high, long low) {
    room(36);
    hex(high >>> 32, 8);
    bytes[length++] = '-';
    hex(high >>> 16, 4);
    bytes[length++] = '-';
    hex(high, 4);
    bytes[length++] = '-';
    hex(low >>> 48, 4);
    bytes[length++] = '-';
    hex(low, 12);
    return this;
  }

  private void hex(long value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(int) (value >>> shift) & 15];
    }
  }

  /** An instant such as {@code 2026-09-07T01:02:03.000Z}. */
  Bytes instant(long second, int millis) {
    if (Math.floorDiv(second, SECONDS_A_DAY) != day) {
      day = Math.floorDiv(second, SECONDS_A_DAY);
      date = utf8(LocalDate.ofEpochDay(day).toString());
    }
    put(date);
    room(14);
    int time = (int) Math.floorMod(second, (long) SECONDS_A_DAY);
    bytes[length++] = 'T';
    two(time / 3600);
    bytes[length++] = ':';
    two(time / 60 % 60);
    bytes[length++] = ':';
    two(time % 60);
    bytes[length++] = '.';
    bytes[length++] = (byte) ('0' + millis / 100);
    two(millis % 100);
    bytes[length++] = 'Z';
    return this;
  }

  private void two(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  /** Writes all and begins anew. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
