package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Goes through all ids of a run in order. */
final class IdRunCursor implements Closeable {
  private final FileSystem files;
  private final IdRun run;
  private final String warehouse;
  private final ByteBuffer chunk =
      ByteBuffer.allocate(64 * IdRunWriter.BLOCK * IdRunWriter.ID_BYTES);
  private FSDataInputStream in;
  private int nextPart;
  private long left;
  private long idHigh;
  private long idLow;
  private long contentHash;
  private long occurredAt;

  IdRunCursor(FileSystem files, String warehouse, IdRun run) {
    this.files = files;
    this.warehouse = warehouse;
    this.run = run;
    chunk.limit(0);
  }

  /** Steps to the next id; false when there is none. */
  boolean next() throws IOException {
    while (!chunk.hasRemaining()) {
      if (!fill()) {
        return false;
      }
    }
    idHigh = chunk.getLong();
    idLow = chunk.getLong();
    contentHash = chunk.getLong();
    occurredAt = chunk.getLong();
    return true;
  }

  private boolean fill() throws IOException {
    while (left == 0) {
      if (nextPart == run.parts()) {
        return false;
      }
      open(run.part(warehouse, nextPart++));
    }
    int length = (int) Math.min(chunk.capacity(), left * IdRunWriter.ID_BYTES);
    in.readFully(chunk.array(), 0, length);
    left -= length / IdRunWriter.ID_BYTES;
    chunk.position(0).limit(length);
    return true;
  }

  private void open(Path part) throws IOException {
    close();
    try (IdRunReader reader = new IdRunReader(files, part)) {
      left = reader.ids();
    }
    in = files.open(part);
  }

  UUID id() {
    return new UUID(idHigh, idLow);
  }

  long order() {
    return IdOrder.of(idHigh, idLow);
  }

  void copyTo(IdRunWriter writer) throws IOException {
    writer.add(idHigh, idLow, contentHash, occurredAt);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
