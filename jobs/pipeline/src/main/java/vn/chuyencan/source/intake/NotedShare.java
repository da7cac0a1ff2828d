package vn.chuyencan.source.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.table.IdOrder;

/** The noted events of one share of a batch's ids, sorted so that equal ids stand together. */
final class NotedShare {
  private static final int LONGS = EventNotes.LONGS;
  private static final int CHUNK = LONGS * Long.BYTES * 4096;

  private final long[] events;
  private final int[] tasks;
  private final int[] sorted;

  private NotedShare(long[] events, int[] tasks) {
    this.events = events;
    this.tasks = tasks;
    this.sorted = sort();
  }

  /**
   * Reads a share.
   *
   * @param shares into how many the ids are divided: a power of two, at most {@link
   *     EventNotes#SLICES}
   */
  static NotedShare read(List<NoteFile> notes, int share, int shares, Configuration hadoop)
      throws IOException {
    int slices = EventNotes.SLICES / shares;
    int first = share * slices;
    int count = 0;
    for (NoteFile note : notes) {
      count += note.slices()[first + slices] - note.slices()[first];
    }
    long[] events = new long[Math.multiplyExact(count, LONGS)];
    int[] tasks = new int[count];
    int filled = 0;
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(EventNotes.ORDER);
    for (NoteFile note : notes) {
      int from = note.slices()[first];
      int to = note.slices()[first + slices];
      if (from == to) {
        continue;
      }
      Path path = new Path(note.path());
      try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
        in.seek((long) from * LONGS * Long.BYTES);
        int left = to - from;
        while (left > 0) {
          int some = Math.min(left, CHUNK / (LONGS * Long.BYTES));
          in.readFully(chunk.array(), 0, some * LONGS * Long.BYTES);
          chunk.clear();
          chunk.asLongBuffer().get(events, filled * LONGS, some * LONGS);
          Arrays.fill(tasks, filled, filled + some, note.task());
          filled += some;
          left -= some;
        }
      }
    }
    return new NotedShare(events, tasks);
  }

  private int[] sort() {
    int count = tasks.length;
    int indexBits = 64 - Long.numberOfLeadingZeros(Math.max(count - 1, 1));
    long mask = (1L << indexBits) - 1;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      // Unsigned order in a signed sort: the sign bit is turned.
      keys[i] = ((order(i) & ~mask) | i) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    int[] result = new int[count];
    int from = 0;
    while (from < count) {
      int to = from + 1;
      while (to < count && (keys[to] & ~mask) == (keys[from] & ~mask)) {
        to++;
      }
      for (int i = from; i < to; i++) {
        result[i] = (int) (keys[i] & mask);
      }
      if (to - from > 1) {
        sort(result, from, to);
      }
      from = to;
    }
    return result;
  }

  /** The few whose numbers begin alike: by the whole number, id, and place in the batch. */
  private void sort(int[] indexes, int from, int to) {
    Integer[] few = new Integer[to - from];
    Arrays.setAll(few, i -> indexes[from + i]);
    Arrays.sort(
        few,
        Comparator.<Integer, Long>comparing(this::order, Long::compareUnsigned)
            .thenComparingLong(this::idHigh)
            .thenComparingLong(this::idLow)
            .thenComparingInt(i -> tasks[i])
            .thenComparingLong(i -> events[i * LONGS + 7]));
    for (int i = 0; i < few.length; i++) {
      indexes[from + i] = few[i];
    }
  }

  /** How many events there are. */
  int size() {
    return sorted.length;
  }

  /** Index of the first event after those that have the id of the event at this place. */
  int endOfId(int place) {
    int end = place + 1;
    while (end < sorted.length
        && idHigh(sorted[end]) == idHigh(sorted[place])
        && idLow(sorted[end]) == idLow(sorted[place])) {
      end++;
    }
    return end;
  }

  /** The event at a place of the order: its index. */
  int at(int place) {
    return sorted[place];
  }

  long order(int index) {
    return IdOrder.of(idHigh(index), idLow(index));
  }

  long idHigh(int index) {
    return events[index * LONGS];
  }

  long idLow(int index) {
    return events[index * LONGS + 1];
  }

  long contentHash(int index) {
    return events[index * LONGS + 2];
  }

  long occurredAt(int index) {
    return events[index * LONGS + 3];
  }

  boolean voiding(int index) {
    return EventNotes.voiding(events[index * LONGS + 8]);
  }

  RemovedEvent removed(int index, Verdict verdict, boolean exact) {
    int at = index * LONGS;
    long place = events[at + 8];
    return new RemovedEvent(
        tasks[index],
        EventNotes.file(place),
        EventNotes.position(place),
        verdict,
        exact,
        events[at],
        events[at + 1],
        events[at + 2],
        events[at + 3],
        events[at + 4],
        events[at + 5],
        events[at + 6],
        EventNotes.counted(place));
  }
}
