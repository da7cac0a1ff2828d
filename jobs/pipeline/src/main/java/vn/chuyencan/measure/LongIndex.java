package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Numbers from 0 by 64-bit keys, in two arrays: quick to ask for every row, quick to send to tasks.
 */
final class LongIndex implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private long[] keys = new long[16];
  private int[] numbers = emptied(16);
  private int size;

  private static int[] emptied(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, NONE);
    return numbers;
  }

  /** The number of a key, or -1. */
  int get(long key) {
    return numbers[slot(keys, numbers, key)];
  }

  /** Gives a key a number of at least 0, instead of the one that it had. */
  void put(long key, int number) {
    int slot = slot(keys, numbers, key);
    if (numbers[slot] == NONE) {
      size++;
    }
    keys[slot] = key;
    numbers[slot] = number;
    if (2 * size > keys.length) {
      grow();
    }
  }

  /** The keys that have a number. */
  Set<Long> keysOf(int number) {
    Set<Long> found = new HashSet<>();
    for (int slot = 0; slot < keys.length; slot++) {
      if (numbers[slot] == number) {
        found.add(keys[slot]);
      }
    }
    return found;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] moreKeys = new long[2 * keys.length];
    int[] moreNumbers = emptied(2 * keys.length);
    for (int old = 0; old < keys.length; old++) {
      if (numbers[old] != NONE) {
        int slot = slot(moreKeys, moreNumbers, keys[old]);
        moreKeys[slot] = keys[old];
        moreNumbers[slot] = numbers[old];
      }
    }
    keys = moreKeys;
    numbers = moreNumbers;
  }

  private static int slot(long[] keys, int[] numbers, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (numbers[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
