package vn.chuyencan.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.apache.iceberg.shaded.org.apache.parquet.io.OutputFile;
import org.apache.iceberg.shaded.org.apache.parquet.io.PositionOutputStream;

/** A file for Parquet's writer that keeps a checksum of all that goes into it. */
final class CheckedOutput implements OutputFile, Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final CRC32C check = new CRC32C();
  private Stream stream;

  CheckedOutput(Path path) {
    this.path = path;
  }

  /** Everything written. */
  FileBytes all() {
    return new FileBytes(stream.position, check.getValue());
  }

  /** What is written from now on is kept aside, until {@link #replace}, instead of in the file. */
  void holdBack() {
    stream.held = new ByteArrayOutputStream();
  }

  /** What was kept aside. */
  byte[] held() {
    return stream.held.toByteArray();
  }

  /** Writes this in place of what was kept aside, and ends the file. */
  void replace(byte[] end) throws IOException {
    stream.position -= stream.held.size();
    stream.held = null;
    stream.write(end, 0, end.length);
    stream.close();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return createOrOverwrite(blockSizeHint);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    stream =
        new Stream(
            new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), BUFFER_BYTES));
    return stream;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return path.toString();
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.target.close();
    }
  }

  private final class Stream extends PositionOutputStream {
    private final OutputStream target;
    private long position;
    private ByteArrayOutputStream held;

    Stream(OutputStream target) {
      this.target = target;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      if (held == null) {
        target.write(one);
        check.update(one);
      } else {
        held.write(one);
      }
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (held == null) {
        target.write(bytes, offset, length);
        check.update(bytes, offset, length);
      } else {
        held.write(bytes, offset, length);
      }
      position += length;
    }

    @Override
    public void flush() throws IOException {
      target.flush();
    }

    @Override
    public void close() throws IOException {
      // Parquet's writer closes when it has written the end; what stands for that is still to come.
      if (held == null) {
        target.close();
      }
    }
  }
}
