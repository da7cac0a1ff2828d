package vn.chuyencan.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.shaded.org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.iceberg.shaded.org.apache.parquet.io.InputFile;
import org.apache.iceberg.shaded.org.apache.parquet.io.SeekableInputStream;

/** A local file for Parquet. Parquet's own class asks the system for every single byte. */
record LocalInput(Path path) implements InputFile {

  @Override
  public long getLength() throws IOException {
    return Files.size(path);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return new Stream(new Bytes(FileChannel.open(path)));
  }

  private static final class Stream extends DelegatingSeekableInputStream {
    private final Bytes bytes;

    Stream(Bytes bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.position();
    }

    @Override
    public void seek(long position) throws IOException {
      bytes.seek(position);
    }
  }

  /** Reads ahead, as thrift takes its structures byte by byte. */
  private static final class Bytes extends InputStream {
    private final FileChannel file;
    private final ByteBuffer ahead = ByteBuffer.allocate(1 << 16).limit(0);
    private long next;

    Bytes(FileChannel file) {
      this.file = file;
    }

    long position() {
      return next - ahead.remaining();
    }

    void seek(long position) throws IOException {
      if (position < 0 || position > file.size()) {
        throw new EOFException("no position " + position);
      }
      ahead.limit(0);
      next = position;
    }

    @Override
    public int read() throws IOException {
      return filled() ? ahead.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!filled()) {
        return -1;
      }
      int count = Math.min(length, ahead.remaining());
      ahead.get(target, offset, count);
      return count;
    }

    private boolean filled() throws IOException {
      if (ahead.hasRemaining()) {
        return true;
      }
      ahead.clear();
      int count = file.read(ahead, next);
      ahead.flip();
      next += Math.max(0, count);
      return count > 0;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
