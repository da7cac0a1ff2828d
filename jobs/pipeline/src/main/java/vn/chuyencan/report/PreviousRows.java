package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.parquet.ParquetValueReader;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileReader;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.TableContract;

/**
 * Rows of a published Parquet file, forwards only: those of a segment that did not change while its
 * neighbours in the row group did. They are in order and canonical already, and one open file costs
 * less than the lake's many.
 */
final class PreviousRows implements Closeable {
  private final CanonicalRow canonical;
  private final ParquetFileReader file;
  private final ParquetValueReader<Record> reader;
  private Record record;
  private long next;
  private long rowGroupEnd;
  private int rowGroupNumber = -1;

  PreviousRows(TableContract table, Path path) throws IOException {
    canonical = CanonicalRow.of(table);
    file = ParquetFileReader.open(new LocalInput(path));
    reader =
        GenericParquetReaders.buildReader(
            table.icebergSchema(), file.getFileMetaData().getSchema());
  }

  /**
   * Hands rows to the consumer.
   *
   * @param first number of the first, none before the end of the last call
   */
  void read(long first, long count, Consumer<Object[]> consumer) throws IOException {
    long end = first + count;
    while (next < end) {
      if (next == rowGroupEnd) {
        rowGroupNumber++;
        long rows = file.getRowGroups().get(rowGroupNumber).getRowCount();
        rowGroupEnd += rows;
        if (rowGroupEnd <= first) {
          file.skipNextRowGroup();
          next = rowGroupEnd;
          continue;
        }
        reader.setPageSource(file.readNextRowGroup());
      }
      record = reader.read(record);
      if (next >= first) {
        consumer.accept(canonical.values(record));
      }
      next++;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
