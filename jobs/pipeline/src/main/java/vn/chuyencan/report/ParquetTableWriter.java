package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.shaded.org.apache.parquet.column.ParquetProperties;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.LocalOutputFile;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import vn.chuyencan.table.TableContract;

/**
 * Writes one table as one Parquet file, zstd. Instants are INT64 microseconds adjusted to UTC, days
 * INT32, decimals exact: what DuckDB, Spark and pandas all read without being asked.
 */
final class ParquetTableWriter implements Closeable {
  private final TableContract table;
  private final Path path;
  private final Types.StructType type;
  private final FileAppender<Record> appender;
  private boolean empty = true;

  ParquetTableWriter(TableContract table, Path path) throws IOException {
    this.table = table;
    this.path = path;
    Schema schema = table.icebergSchema();
    type = schema.asStruct();
    try {
      appender =
          Parquet.write(Files.localOutput(path.toFile()))
              .schema(schema)
              .named(table.name())
              .set(TableProperties.PARQUET_COMPRESSION, "zstd")
              .set(TableProperties.PARQUET_COMPRESSION_LEVEL, "3")
              .createWriterFunc(GenericParquetWriter::create)
              .overwrite()
              .build();
    } catch (UncheckedIOException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  /** Adds one canonical row. */
  void write(List<Object> values) throws IOException {
    try {
      appender.add(struct(type, values));
      empty = false;
    } catch (UncheckedIOException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      appender.close();
      if (empty) {
        writeWithoutRows();
      }
    } catch (UncheckedIOException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  /** Iceberg's appender makes no file without a row; a reader still needs the columns. */
  private void writeWithoutRows() throws IOException {
    Schema schema = table.icebergSchema();
    ParquetFileWriter writer =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            ParquetSchemaUtil.convert(schema, table.name()),
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            ParquetProperties.builder().build());
    writer.start();
    writer.end(Map.of("iceberg.schema", SchemaParser.toJson(schema)));
  }

  private static Record struct(Types.StructType type, List<?> values) {
    GenericRecord struct = GenericRecord.create(type);
    for (int index = 0; index < values.size(); index++) {
      Object value = values.get(index);
      struct.set(index, value == null ? null : value(type.fields().get(index).type(), value));
    }
    return struct;
  }

  private static Object value(Type type, Object value) {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (type.isListType()) {
      List<Object> list = new ArrayList<>();
      ((List<?>) value).forEach(part -> list.add(value(type.asListType().elementType(), part)));
      return list;
    }
    if (type.isMapType()) {
      Map<String, Object> map = new LinkedHashMap<>();
      ((SortedMap<?, ?>) value)
          .forEach((key, part) -> map.put((String) key, value(type.asMapType().valueType(), part)));
      return map;
    }
    return type.isStructType() ? struct(type.asStructType(), (List<?>) value) : value;
  }
}
