package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Looks ids up in a run. Asked in order, it reads every block at most once, and blocks that stand
 * near each other together; so few ids cost few reads and many ids one pass.
 */
public final class IdRunReader implements Closeable {
  /** Blocks read beyond the one asked for when the next one asked for is near. */
  private static final int AHEAD = 16;

  private final FSDataInputStream in;
  private final Path file;
  private final long ids;
  private final long[] fences;
  private final byte[] bytes = new byte[AHEAD * IdRunWriter.BLOCK * IdRunWriter.ID_BYTES];
  private final ByteBuffer window = ByteBuffer.wrap(bytes);
  private int firstBlock = -1;
  private int blocks;

  /**
   * Opens a run.
   *
   * @throws IOException if it cannot be read or is no run
   */
  public IdRunReader(FileSystem files, Path file) throws IOException {
    this.file = file;
    long length = files.getFileStatus(file).getLen();
    this.in = files.open(file);
    try {
      ByteBuffer footer = read(length - IdRunWriter.FOOTER_BYTES, IdRunWriter.FOOTER_BYTES);
      this.ids = footer.getLong();
      long mark = footer.getLong();
      int count = Math.toIntExact((ids + IdRunWriter.BLOCK - 1) / IdRunWriter.BLOCK);
      long expected =
          ids * IdRunWriter.ID_BYTES + (long) count * Long.BYTES + IdRunWriter.FOOTER_BYTES;
      if (mark != IdRunWriter.MARK || expected != length) {
        throw new IOException(file + " is no run of event ids");
      }
      this.fences = new long[count];
      read(ids * IdRunWriter.ID_BYTES, count * Long.BYTES).asLongBuffer().get(fences);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private ByteBuffer read(long position, int length) throws IOException {
    if (position < 0) {
      throw new IOException(file + " is too short");
    }
    byte[] target = new byte[length];
    read(position, target, length);
    return ByteBuffer.wrap(target);
  }

  /** How many ids it holds. */
  public long ids() {
    return ids;
  }

  /**
   * The id, if the run holds it.
   *
   * @param order the id's place, not before the one asked for last
   * @return null if it does not
   */
  public KnownId find(long order, long idHigh, long idLow) throws IOException {
    int block = lastBlockNotAfter(order);
    for (int at = Math.max(block, 0); at < fences.length; at++) {
      if (Long.compareUnsigned(fences[at], order) > 0) {
        return null;
      }
      load(at);
      int from = (at - firstBlock) * IdRunWriter.BLOCK * IdRunWriter.ID_BYTES;
      int to = from + idsOf(at) * IdRunWriter.ID_BYTES;
      for (int i = from; i < to; i += IdRunWriter.ID_BYTES) {
        if (window.getLong(i) == idHigh && window.getLong(i + 8) == idLow) {
          return new KnownId(idHigh, idLow, window.getLong(i + 16), window.getLong(i + 24));
        }
      }
    }
    return null;
  }

  /**
   * The first block that may hold the number: the last whose first number is smaller, because equal
   * numbers may begin in the block before.
   */
  private int lastBlockNotAfter(long order) {
    int low = 0;
    int high = fences.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(fences[middle], order) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private int idsOf(int block) {
    return (int) Math.min(IdRunWriter.BLOCK, ids - (long) block * IdRunWriter.BLOCK);
  }

  private void load(int block) throws IOException {
    if (firstBlock >= 0 && block >= firstBlock && block < firstBlock + blocks) {
      return;
    }
    // Far jumps read one block, near ones a stretch.
    boolean near = firstBlock >= 0 && block >= firstBlock && block - firstBlock <= 4 * AHEAD;
    blocks = Math.min(near ? AHEAD : 1, fences.length - block);
    firstBlock = block;
    long from = (long) block * IdRunWriter.BLOCK * IdRunWriter.ID_BYTES;
    long to =
        Math.min(
            from + (long) blocks * IdRunWriter.BLOCK * IdRunWriter.ID_BYTES,
            ids * IdRunWriter.ID_BYTES);
    read(from, bytes, (int) (to - from));
  }

  /** Not at a position in one call, for which Hadoop's local file system opens the file anew. */
  private void read(long position, byte[] target, int length) throws IOException {
    in.seek(position);
    in.readFully(target, 0, length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
