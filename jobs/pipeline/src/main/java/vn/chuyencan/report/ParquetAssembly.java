package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.shaded.org.apache.parquet.column.ParquetProperties;
import org.apache.iceberg.shaded.org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.io.SeekableInputStream;
import vn.chuyencan.table.ParquetFooter;
import vn.chuyencan.table.TableContract;

/**
 * Makes a Parquet file of row groups of other files, whose bytes are copied and never decoded.
 * Whatever file a row group comes from, the result is the same: also new row groups come this way.
 * They carry their statistics, but no index of pages, as the copy of a row group loses it and most
 * have one page a column.
 */
final class ParquetAssembly implements Closeable {
  private final TableContract table;
  private final CheckedOutput output;
  private final ParquetFileWriter file;

  ParquetAssembly(TableContract table, Path path) throws IOException {
    this.table = table;
    this.output = new CheckedOutput(path);
    this.file =
        new ParquetFileWriter(
            output,
            ParquetSchemaUtil.convert(table.icebergSchema(), table.name()),
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            ParquetProperties.builder()
                .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
                .build());
    file.start();
  }

  /** Copies row groups. */
  void append(SeekableInputStream from, List<BlockMetaData> rowGroups) throws IOException {
    if (!rowGroups.isEmpty()) {
      file.appendRowGroups(from, rowGroups, false);
    }
  }

  /** Writes the footer and tells of the whole file. */
  FileBytes end() throws IOException {
    output.holdBack();
    file.end(Map.of("iceberg.schema", SchemaParser.toJson(table.icebergSchema())));
    output.replace(ParquetFooter.ordered(output.held()));
    return output.all();
  }

  @Override
  public void close() throws IOException {
    file.close();
    output.close();
  }
}
