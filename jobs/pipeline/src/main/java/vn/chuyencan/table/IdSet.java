package vn.chuyencan.table;

import java.util.Arrays;
import java.util.UUID;

/**
 * A set of ids that takes some 30 bytes an id, where a set of objects takes three times as much: it
 * may hold the ids of all events of a source. Open addressing, after Knuth, The Art of Computer
 * Programming 3, 6.4, algorithm L.
 */
public final class IdSet {
  private static final int FIRST_CAPACITY = 1024;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  private int size;
  private boolean hasNil;

  /** Adds an id. */
  public void add(UUID id) {
    add(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private void add(long idHigh, long idLow) {
    if (idHigh == 0 && idLow == 0) {
      // An empty place is told by zeros.
      hasNil = true;
      return;
    }
    if (size * 3L > high.length * 2L) {
      grow();
    }
    int place = place(idHigh, idLow);
    if (high[place] == 0 && low[place] == 0) {
      high[place] = idHigh;
      low[place] = idLow;
      size++;
    }
  }

  /** Whether an id was added. */
  public boolean contains(UUID id) {
    long idHigh = id.getMostSignificantBits();
    long idLow = id.getLeastSignificantBits();
    if (idHigh == 0 && idLow == 0) {
      return hasNil;
    }
    int place = place(idHigh, idLow);
    return high[place] != 0 || low[place] != 0;
  }

  /** Whether none was added. */
  public boolean isEmpty() {
    return size == 0 && !hasNil;
  }

  /** Where the id stands, or the empty place where it would. */
  private int place(long idHigh, long idLow) {
    int mask = high.length - 1;
    int place = (int) IdOrder.of(idHigh, idLow) & mask;
    while ((high[place] != 0 || low[place] != 0)
        && (high[place] != idHigh || low[place] != idLow)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] highs = Arrays.copyOf(high, high.length);
    long[] lows = Arrays.copyOf(low, low.length);
    high = new long[Math.multiplyExact(highs.length, 2)];
    low = new long[high.length];
    size = 0;
    for (int at = 0; at < highs.length; at++) {
      if (highs[at] != 0 || lows[at] != 0) {
        add(highs[at], lows[at]);
      }
    }
  }
}
