package vn.chuyencan.xapi;

import java.util.Arrays;
import vn.chuyencan.xapi.source.Words;

/**
 * What JSON values meant, remembered by their bytes: most of a statement repeats byte for byte what
 * others have said. A value is complete, so bytes that begin with it hold just that value.
 *
 * <p>Bounded: a table that is full is emptied, which costs reading again, nothing else.
 */
final class Memo<V> {
  /** Bytes that values may have on average when the table is full. */
  private static final long AVERAGE = 256;

  private static final int LONGEST = 1 << 13;

  /** Longer chains only come about by intent; what would be added to one is not remembered. */
  private static final int LONGEST_CHAIN = 16;

  private static final long OPEN = Words.of('{');
  private static final long CLOSE = Words.of('}');
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  /** A remembered value. */
  static final class Entry<V> {
    private final byte[] bytes;
    private final int hash;

    /** What it means; null: nothing that the fast path accepts. */
    final V value;

    private Entry<V> next;

    private Entry(byte[] bytes, int hash, V value) {
      this.bytes = bytes;
      this.hash = hash;
      this.value = value;
    }

    int length() {
      return bytes.length;
    }
  }

  private final int capacity;
  private Entry<V>[] table;
  private int size;
  private long held;

  /** The last value in each place: it often returns in the next statement. */
  private final Entry<V>[] recent;

  /** The byte after the value that {@link #guess} looked at, and the hash of its bytes. */
  private int guessedEnd;

  private int guessedHash;

  /**
   * @param places so many places for which the last value is kept
   * @param capacity so many values are remembered
   */
  Memo(int places, int capacity) {
    this.capacity = capacity;
    table = table(64);
    recent = table(places);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  private static <V> Entry<V>[] table(int length) {
    return new Entry[length];
  }

  /** What the object that begins here means, if it is remembered; else null. */
  Entry<V> object(byte[] bytes, int from, int end, int place) {
    Entry<V> last = recent[place];
    if (last != null && startsWith(bytes, from, end, last.bytes)) {
      return last;
    }
    guess(bytes, from, end);
    return guessedEnd < 0 ? null : find(bytes, from, place);
  }

  /** What the text means that lies in these bytes, if it is remembered; else null. */
  Entry<V> text(byte[] bytes, int from, int to, int place) {
    Entry<V> last = recent[place];
    if (last != null && last.bytes.length == to - from && startsWith(bytes, from, to, last.bytes)) {
      return last;
    }
    guessedEnd = to;
    long hash = FACTOR;
    int i = from;
    for (; i <= to - Words.SIZE; i += Words.SIZE) {
      hash = mix(hash, Words.at(bytes, i));
    }
    guessedHash = fold(mix(hash, Words.first(Words.at(bytes, i), to - i)));
    return find(bytes, from, place);
  }

  /** Remembers what the bytes mean that were looked for last and not found. */
  Entry<V> add(byte[] bytes, int from, int to, V value, int place) {
    Entry<V> entry = new Entry<>(Arrays.copyOfRange(bytes, from, to), guessedHash, value);
    if (to - from > LONGEST) {
      return entry;
    }
    recent[place] = entry;
    if (to != guessedEnd || isChainFull()) {
      return entry;
    }
    if (size >= capacity || held >= capacity * AVERAGE) {
      Arrays.fill(table, null);
      size = 0;
      held = 0;
    } else if (size >= table.length) {
      grow();
    }
    link(table, entry);
    size++;
    held += entry.bytes.length;
    return entry;
  }

  private Entry<V> find(byte[] bytes, int from, int place) {
    Entry<V> entry = table[guessedHash & (table.length - 1)];
    int length = guessedEnd - from;
    while (entry != null) {
      if (entry.hash == guessedHash
          && entry.bytes.length == length
          && startsWith(bytes, from, guessedEnd, entry.bytes)) {
        recent[place] = entry;
        return entry;
      }
      entry = entry.next;
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int from, int end, byte[] value) {
    return value.length <= end - from
        && Arrays.equals(bytes, from, from + value.length, value, 0, value.length);
  }

  /**
   * Where the object that begins here ends, judged by curly brackets alone. Brackets in strings
   * mislead it, which is harmless: only bytes equal to a value known to be complete are found.
   */
  private void guess(byte[] bytes, int from, int end) {
    int depth = 0;
    long hash = FACTOR;
    int stop = Math.min(end, from + LONGEST);
    for (int i = from; i < stop; i += Words.SIZE) {
      long word = Words.at(bytes, i);
      long opened = Words.equal(word, OPEN);
      long brackets = opened | Words.equal(word, CLOSE);
      while (brackets != 0) {
        long bracket = brackets & -brackets;
        brackets ^= bracket;
        if ((opened & bracket) != 0) {
          depth++;
        } else if (--depth == 0) {
          int count = Words.firstByte(bracket) + 1;
          guessedEnd = i + count;
          guessedHash = fold(mix(hash, count == Words.SIZE ? word : Words.first(word, count)));
          return;
        }
      }
      hash = mix(hash, word);
    }
    guessedEnd = -1;
  }

  private static long mix(long hash, long word) {
    return (Long.rotateLeft(hash, 5) ^ word) * FACTOR;
  }

  private static int fold(long hash) {
    return (int) (hash >>> 32);
  }

  private boolean isChainFull() {
    int length = 0;
    Entry<V> entry = table[guessedHash & (table.length - 1)];
    while (entry != null) {
      length++;
      entry = entry.next;
    }
    return length >= LONGEST_CHAIN;
  }

  private void grow() {
    Entry<V>[] larger = table(table.length * 2);
    for (Entry<V> head : table) {
      Entry<V> entry = head;
      while (entry != null) {
        Entry<V> next = entry.next;
        link(larger, entry);
        entry = next;
      }
    }
    table = larger;
  }

  private static <V> void link(Entry<V>[] table, Entry<V> entry) {
    int index = entry.hash & (table.length - 1);
    entry.next = table[index];
    table[index] = entry;
  }
}
