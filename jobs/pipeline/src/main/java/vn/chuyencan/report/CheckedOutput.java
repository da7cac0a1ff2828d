package vn.chuyencan.report;

import java.io.BufferedOutputStream;
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
  SegmentIndex.Bytes all() {
    return new SegmentIndex.Bytes(stream.position, check.getValue());
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
      stream.close();
    }
  }

  private final class Stream extends PositionOutputStream {
    private final OutputStream target;
    private long position;

    Stream(OutputStream target) {
      this.target = target;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      target.write(one);
      check.update(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target.write(bytes, offset, length);
      check.update(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      target.flush();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }
}
