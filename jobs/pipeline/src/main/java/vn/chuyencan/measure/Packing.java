package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Values one after another in bytes, as {@link Unpacking} reads them; the buffer grows. */
final class Packing {
  private static final int NULL_LENGTH = -1;

  private ByteBuffer buffer;

  Packing(int capacity) {
    this.buffer = ByteBuffer.allocate(capacity);
  }

  int size() {
    return buffer.position();
  }

  byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  void clear() {
    buffer.clear();
  }

  private ByteBuffer room(int length) {
    if (buffer.remaining() < length) {
      ByteBuffer more =
          ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + length));
      buffer = more.put(buffer.flip());
    }
    return buffer;
  }

  void flag(boolean value) {
    tag(value ? 1 : 0);
  }

  void tag(int value) {
    room(1).put((byte) value);
  }

  void number(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void number(long value) {
    room(Long.BYTES).putLong(value);
  }

  void optional(Long value) {
    flag(value != null);
    if (value != null) {
      number(value.longValue());
    }
  }

  void optional(Boolean value) {
    tag(value == null ? NULL_LENGTH : value ? 1 : 0);
  }

  void text(String value) {
    bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  void id(UUID value) {
    number(value.getMostSignificantBits());
    number(value.getLeastSignificantBits());
  }

  void decimal(BigDecimal value) {
    bytes(value == null ? null : value.unscaledValue().toByteArray());
    if (value != null) {
      number(value.scale());
    }
  }

  /** Everything that another buffer holds. */
  void raw(Packing other) {
    room(other.size()).put(other.buffer.array(), 0, other.size());
  }

  private void bytes(byte[] value) {
    number(value == null ? NULL_LENGTH : value.length);
    if (value != null) {
      room(value.length).put(value);
    }
  }

  /** Reads what {@link Packing} wrote, in the same order. */
  static final class Unpacking {
    private final ByteBuffer buffer;

    Unpacking(byte[] bytes) {
      this.buffer = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
      return buffer.hasRemaining();
    }

    boolean flag() {
      return buffer.get() == 1;
    }

    int tag() {
      return buffer.get();
    }

    int number() {
      return buffer.getInt();
    }

    long longNumber() {
      return buffer.getLong();
    }

    Long optionalLong() {
      return flag() ? (Long) buffer.getLong() : null;
    }

    Boolean optionalFlag() {
      int tag = tag();
      return tag == NULL_LENGTH ? null : (Boolean) (tag == 1);
    }

    String text() {
      byte[] bytes = bytes();
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    UUID id() {
      return new UUID(buffer.getLong(), buffer.getLong());
    }

    BigDecimal decimal() {
      byte[] unscaled = bytes();
      return unscaled == null ? null : new BigDecimal(new BigInteger(unscaled), buffer.getInt());
    }

    private byte[] bytes() {
      int length = buffer.getInt();
      if (length == NULL_LENGTH) {
        return null;
      }
      byte[] bytes = new byte[length];
      buffer.get(bytes);
      return bytes;
    }
  }
}
