package vn.chuyencan.report;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.table.ColumnType;

/**
 * A CSV file that is held in memory, written as the published tables are (RFC 4180, UTF-8, CR LF,
 * formulas guarded by an apostrophe).
 */
public final class SmallCsv {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private SmallCsv() {}

  /**
   * The file's content.
   *
   * @param header names of the columns
   * @param rows texts, whole numbers, decimals and days; null is no value
   */
  public static byte[] of(List<String> header, List<List<Object>> rows, CsvMark mark) {
    CsvBuffer buffer = new CsvBuffer();
    ColumnType[] types = new ColumnType[header.size()];
    Arrays.fill(types, ColumnType.Scalar.STRING);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (mark == CsvMark.PRESENT) {
      out.writeBytes(MARK);
    }
    buffer.header(header);
    out.write(buffer.bytes(), 0, buffer.size());
    for (List<Object> row : rows) {
      buffer.clear();
      buffer.record(types, row.toArray());
      out.write(buffer.bytes(), 0, buffer.size());
    }
    return out.toByteArray();
  }
}
