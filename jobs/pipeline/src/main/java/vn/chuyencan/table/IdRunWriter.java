package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes a run: known ids in the order of {@link IdOrder}, in blocks of {@link #BLOCK}, then the
 * first order number of every block, then their count. Made whole or not at all: a run counts only
 * when the lake's state names it.
 */
public final class IdRunWriter implements Closeable {
  /** Ids in a block: 4 KiB, what a disk reads at once. */
  static final int BLOCK = 128;

  /** Bytes of an id: its halves, content hash, instant. */
  static final int ID_BYTES = 32;

  /** Bytes at the end: count of ids, and a mark of the format. */
  static final int FOOTER_BYTES = 16;

  static final long MARK = 0x6375_6379_6964_3031L;

  private final FSDataOutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * BLOCK * ID_BYTES);
  private long[] fences = new long[64];
  private long ids;
  private long last;

  /**
   * @param file to be made
   */
  public IdRunWriter(FileSystem files, Path file) throws IOException {
    this.out = files.create(file, true);
  }

  /**
   * Adds an id.
   *
   * @throws IllegalArgumentException if it comes before the one added last
   */
  public void add(long idHigh, long idLow, long contentHash, long occurredAt) throws IOException {
    long order = IdOrder.of(idHigh, idLow);
    if (ids > 0 && Long.compareUnsigned(order, last) < 0) {
      throw new IllegalArgumentException("ids must come in their order");
    }
    last = order;
    if (ids % BLOCK == 0) {
      fence(order);
    }
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.putLong(idHigh).putLong(idLow).putLong(contentHash).putLong(occurredAt);
    ids++;
  }

  private void fence(long order) {
    int block = Math.toIntExact(ids / BLOCK);
    if (block == fences.length) {
      fences = Arrays.copyOf(fences, 2 * block);
    }
    fences[block] = order;
  }

  private void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
      int blocks = Math.toIntExact((ids + BLOCK - 1) / BLOCK);
      for (int block = 0; block < blocks; block++) {
        if (!buffer.hasRemaining()) {
          flush();
        }
        buffer.putLong(fences[block]);
      }
      flush();
      buffer.putLong(ids).putLong(MARK);
      flush();
    }
  }
}
