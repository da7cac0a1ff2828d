package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.column.ParquetProperties;
import org.apache.iceberg.shaded.org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.io.LocalOutputFile;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import vn.chuyencan.table.ParquetColumn;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * Encodes canonical rows as Parquet row groups into a file of its own, from which {@link
 * ParquetAssembly} takes them. Instants are INT64 microseconds adjusted to UTC, days INT32,
 * decimals exact: what DuckDB, Spark and pandas all read without being asked.
 */
final class ParquetRowGroups implements Closeable {
  /** Up to so many rows a dictionary is one more page to write and to read, and saves nothing. */
  private static final int SMALL_ROWS = 4_000;

  private final MessageType schema;
  private final ParquetColumn[] columns;
  private final ParquetFileWriter file;
  private final ZstdPages compressor = new ZstdPages();
  private final ParquetProperties plain;
  private final ParquetProperties dictionaries;
  private boolean ended;

  ParquetRowGroups(TableContract table, Path path) throws IOException {
    this.plain = properties(table, false);
    this.dictionaries = properties(table, true);
    this.schema = ParquetSchemaUtil.convert(table.icebergSchema(), table.name());
    this.columns = new ParquetColumn[table.columns().size()];
    for (int index = 0; index < columns.length; index++) {
      TableColumn column = table.columns().get(index);
      columns[index] = ParquetColumn.of(schema, column.type(), column.name());
    }
    this.file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            plain);
    file.start();
  }

  /** Adds one row group of these rows, at least one. */
  void add(List<Object[]> rows) throws IOException {
    ParquetProperties properties = rows.size() > SMALL_ROWS ? dictionaries : plain;
    try (ColumnChunkPageWriteStore pages =
            new ColumnChunkPageWriteStore(
                compressor,
                schema,
                new HeapByteBufferAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        ColumnWriteStore store = properties.newColumnWriteStore(schema, pages)) {
      for (ParquetColumn column : columns) {
        column.open(store);
      }
      for (Object[] row : rows) {
        for (int index = 0; index < columns.length; index++) {
          if (row[index] == null) {
            columns[index].writeNothing(0, 0);
          } else {
            columns[index].write(row[index], 0);
          }
        }
        store.endRecord();
      }
      store.flush();
      file.startBlock(rows.size());
      pages.flushToFileWriter(file);
      file.endBlock();
    }
  }

  /** Ends the file and describes its row groups, in the order in which they were added. */
  List<BlockMetaData> end() throws IOException {
    file.end(Map.of());
    ended = true;
    return file.getFooter().getBlocks();
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      file.close();
    }
  }

  private static ParquetProperties properties(TableContract table, boolean dictionary) {
    ParquetProperties.Builder properties =
        ParquetProperties.builder()
            .withDictionaryEncoding(dictionary)
            // The default shares one object between all writers, which obeys whoever asked last.
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            .withAllocator(new HeapByteBufferAllocator());
    for (TableColumn column : table.columns()) {
      if (column.hardlyRepeats()) {
        properties.withDictionaryEncoding(column.name(), false);
      }
    }
    return properties.build();
  }
}
