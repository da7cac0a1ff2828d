package vn.chuyencan.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.iceberg.shaded.org.apache.parquet.format.ColumnChunk;
import org.apache.iceberg.shaded.org.apache.parquet.format.FileMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.format.RowGroup;
import org.apache.iceberg.shaded.org.apache.parquet.format.Util;

/**
 * The end of a Parquet file – footer, its length, the mark – with what Parquet's writer leaves to
 * chance put in order. It keeps a column's encodings in a set of enum constants, whose order is
 * that of their addresses in memory and so another one in another run of the same program.
 */
public final class ParquetFooter {
  private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetFooter() {}

  /**
   * The same end with the encodings of every column in the order of Parquet's numbers for them.
   *
   * @param end what Parquet's writer wrote behind the last row group
   */
  public static byte[] ordered(byte[] end) throws IOException {
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream ordered = new ByteArrayOutputStream(end.length);
    Util.writeFileMetaData(footer, ordered);
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ordered.write(length.putInt(ordered.size()).array());
    ordered.write(MARK);
    return ordered.toByteArray();
  }
}
