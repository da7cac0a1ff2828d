package vn.chuyencan.report;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** Writes one table as canonical CSV, row by row or copied, and digests it on the way. */
final class CsvFile implements Closeable {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;
  private final Sha256 digest = new Sha256();
  private final CRC32C whole = new CRC32C();
  private final ColumnType[] types;
  private final CsvBuffer buffer = new CsvBuffer();
  private final byte[] copied = new byte[BUFFER_BYTES];
  private long length;

  CsvFile(TableContract table, Path path, CsvMark mark) throws IOException {
    types = table.columns().stream().map(TableColumn::type).toArray(ColumnType[]::new);
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (mark == CsvMark.PRESENT) {
      put(MARK, MARK.length);
    }
    buffer.header(names(table));
    flush();
  }

  /** Where the first record of such a file begins. */
  static long start(TableContract table, CsvMark mark) {
    CsvBuffer header = new CsvBuffer();
    header.header(names(table));
    return (long) header.size() + (mark == CsvMark.PRESENT ? MARK.length : 0);
  }

  /** How many bytes were written. */
  long length() {
    return length;
  }

  /** Everything written, a byte order mark included. */
  FileBytes all() {
    return new FileBytes(length, whole.getValue());
  }

  /** Adds canonical rows. */
  void write(List<Object[]> rows) throws IOException {
    for (Object[] row : rows) {
      buffer.record(types, row);
      if (buffer.size() >= BUFFER_BYTES) {
        flush();
      }
    }
    flush();
  }

  /** Adds records as they stand in another file. */
  void copy(FileChannel from, long offset, long bytes) throws IOException {
    long position = offset;
    long left = bytes;
    while (left > 0) {
      ByteBuffer some = ByteBuffer.wrap(copied, 0, (int) Math.min(left, copied.length));
      int read = from.read(some, position);
      if (read < 0) {
        throw new EOFException("it ends " + left + " bytes too early");
      }
      digest.update(copied, 0, read);
      put(copied, read);
      position += read;
      left -= read;
    }
  }

  /** SHA-256 of everything written but the byte order mark, in lower-case hexadecimal. */
  String digest() {
    return digest.hex();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void flush() throws IOException {
    digest.update(buffer.bytes(), 0, buffer.size());
    put(buffer.bytes(), buffer.size());
    buffer.clear();
  }

  private void put(byte[] bytes, int count) throws IOException {
    whole.update(bytes, 0, count);
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    length += count;
  }

  private static List<String> names(TableContract table) {
    return table.columns().stream().map(TableColumn::name).toList();
  }
}
