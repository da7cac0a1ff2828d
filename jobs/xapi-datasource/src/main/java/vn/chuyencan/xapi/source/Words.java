package vn.chuyencan.xapi.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: a byte loop is what a scan would spend most of its time in. Bytes are told
 * by their position in a little-endian word, so that the lowest set bit is the first hit.
 */
public final class Words {
  /** Bytes in a word. */
  public static final int SIZE = Long.BYTES;

  /** The highest bit of every byte. */
  public static final long HIGH = 0x8080808080808080L;

  private static final long LOW = 0x0101010101010101L;
  private static final long REST = 0x7f7f7f7f7f7f7f7fL;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** The eight bytes from here on, which must all lie in the array. */
  public static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** The same byte in all eight places. */
  public static long of(int value) {
    return LOW * value;
  }

  /** The highest bit of every byte that is equal to the pattern's, exactly. */
  public static long equal(long word, long pattern) {
    long difference = word ^ pattern;
    return ~(((difference & REST) + REST) | difference | REST);
  }

  /**
   * The highest bits of bytes equal to the pattern's. Only the lowest set bit can be relied upon:
   * in exchange it takes less work than {@link #equal}.
   */
  public static long firstEqual(long word, long pattern) {
    long difference = word ^ pattern;
    return (difference - LOW) & ~difference & HIGH;
  }

  /** As {@link #firstEqual}, for bytes below a value of at most 128. */
  public static long firstBelow(long word, long pattern) {
    return (word - pattern) & ~word & HIGH;
  }

  /** Index in the word of the byte that the lowest set bit marks. */
  public static int firstByte(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** The word's first bytes, so many as said (0 to 7); the others are zero. */
  public static long first(long word, int count) {
    return word & ((1L << (count << 3)) - 1);
  }

  /** Index of the first byte with this value, or -1. */
  public static int indexOf(byte[] bytes, int value, int from, int to) {
    long pattern = of(value);
    int i = from;
    for (; i <= to - 4 * SIZE; i += 4 * SIZE) {
      long hits =
          firstEqual(at(bytes, i), pattern)
              | firstEqual(at(bytes, i + SIZE), pattern)
              | firstEqual(at(bytes, i + 2 * SIZE), pattern)
              | firstEqual(at(bytes, i + 3 * SIZE), pattern);
      if (hits != 0) {
        break;
      }
    }
    for (; i <= to - SIZE; i += SIZE) {
      long hits = firstEqual(at(bytes, i), pattern);
      if (hits != 0) {
        return i + firstByte(hits);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == value) {
        return i;
      }
    }
    return -1;
  }
}
