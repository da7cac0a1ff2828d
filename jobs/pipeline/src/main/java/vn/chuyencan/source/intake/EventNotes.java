package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.table.IdOrder;

/**
 * What a task notes of every event that it accepted, so that repeats are found without reading an
 * event again. Held in memory up to {@link #CAPACITY} events, then written, sorted by id, to a
 * file.
 */
final class EventNotes {
  /** Parts into which a file can be read. */
  static final int SLICES = 256;

  /** Longs of an event: id, hash, instant, actor, course, verb, number in the task, place. */
  static final int LONGS = 9;

  /** Events in a file: the index of an event must fit beside its order in a long. */
  static final int CAPACITY = 1 << 17;

  /** That of the processors in use, so that longs are copied and not turned. */
  static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private static final int INDEX_BITS = 17;
  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
  private static final long VOIDING = 1;
  private static final long COUNTED = 2;

  private final Path directory;
  private final Configuration hadoop;
  private final int task;
  private final long attempt;
  private final List<NoteFile> files = new ArrayList<>();
  private long[] events = new long[LONGS * 1024];
  private int size;
  private long added;

  /**
   * @param directory where its files go
   * @param task number of the task
   * @param attempt number of the task's attempt, so that no two name a file alike
   */
  EventNotes(Path directory, Configuration hadoop, int task, long attempt) {
    this.directory = directory;
    this.hadoop = hadoop;
    this.task = task;
    this.attempt = attempt;
  }

  /**
   * Notes an event; in the order of the file.
   *
   * @param courseKey 0 for none
   * @param file number of the data file among those of the task, at most 2^20
   * @param position its row in that file
   * @param voiding whether it voids another one
   * @param counted whether it counts as an act of the actor
   */
  void add(
      long idHigh,
      long idLow,
      long contentHash,
      long occurredAt,
      long actorKey,
      long courseKey,
      long verbKey,
      int file,
      int position,
      boolean voiding,
      boolean counted)
      throws IOException {
    if (size == CAPACITY) {
      spill();
    }
    int at = size * LONGS;
    if (at == events.length) {
      events = Arrays.copyOf(events, 2 * at);
    }
    events[at] = idHigh;
    events[at + 1] = idLow;
    events[at + 2] = contentHash;
    events[at + 3] = occurredAt;
    events[at + 4] = actorKey;
    events[at + 5] = courseKey;
    events[at + 6] = verbKey;
    events[at + 7] = added++;
    events[at + 8] =
        ((long) file << 34)
            | ((long) position << 2)
            | (counted ? COUNTED : 0)
            | (voiding ? VOIDING : 0);
    size++;
  }

  /** Writes what is left, and tells the files; none when nothing was noted. */
  List<NoteFile> finish() throws IOException {
    if (size > 0) {
      spill();
    }
    return List.copyOf(files);
  }

  private void spill() throws IOException {
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      long order = IdOrder.of(events[i * LONGS], events[i * LONGS + 1]);
      // Unsigned order in a signed sort: the sign bit is turned.
      sorted[i] = ((order & ~INDEX_MASK) | i) ^ Long.MIN_VALUE;
    }
    Arrays.sort(sorted);
    int[] slices = new int[SLICES + 1];
    Path file = new Path(directory, task + "-" + attempt + "-" + files.size());
    FileSystem system = file.getFileSystem(hadoop);
    ByteBuffer buffer = ByteBuffer.allocate(LONGS * Long.BYTES * 4096).order(ORDER);
    try (OutputStream out = system.create(file, true)) {
      for (int i = 0; i < size; i++) {
        long key = sorted[i] ^ Long.MIN_VALUE;
        int at = (int) (key & INDEX_MASK) * LONGS;
        slices[1 + IdOrder.share(key, SLICES)]++;
        if (!buffer.hasRemaining()) {
          out.write(buffer.array(), 0, buffer.position());
          buffer.clear();
        }
        buffer.asLongBuffer().put(events, at, LONGS);
        buffer.position(buffer.position() + LONGS * Long.BYTES);
      }
      out.write(buffer.array(), 0, buffer.position());
    }
    for (int slice = 0; slice < SLICES; slice++) {
      slices[slice + 1] += slices[slice];
    }
    files.add(new NoteFile(file.toString(), task, slices));
    size = 0;
  }

  static int file(long place) {
    return (int) (place >>> 34);
  }

  static int position(long place) {
    return (int) (place >>> 2);
  }

  static boolean counted(long place) {
    return (place & COUNTED) != 0;
  }

  static boolean voiding(long place) {
    return (place & VOIDING) != 0;
  }
}
