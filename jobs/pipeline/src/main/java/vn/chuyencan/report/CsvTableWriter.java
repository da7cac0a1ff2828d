package vn.chuyencan.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** Writes one table as canonical CSV and digests it on the way. */
final class CsvTableWriter implements Closeable {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final OutputStream file;
  private final Sha256 digest = new Sha256();
  private final List<ColumnType> types;
  private final StringBuilder line = new StringBuilder();

  CsvTableWriter(TableContract table, Path path, CsvMark mark) throws IOException {
    types = table.columns().stream().map(TableColumn::type).toList();
    file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    if (mark == CsvMark.PRESENT) {
      file.write(MARK);
    }
    CsvText.appendHeader(line, table.columns().stream().map(TableColumn::name).toList());
    flushLine();
  }

  /** Adds one canonical row. */
  void write(List<Object> values) throws IOException {
    CsvText.appendRecord(line, types, values);
    flushLine();
  }

  /** SHA-256 of everything written but the byte order mark, in lower-case hexadecimal. */
  String digest() {
    return digest.hex();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void flushLine() throws IOException {
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    line.setLength(0);
    file.write(bytes);
    digest.update(bytes);
  }
}
