package vn.chuyencan.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.Parquet;
import vn.chuyencan.table.LakeFiles;

/**
 * Rows of a data file of the lake. A course run's files are small and many; each is taken into
 * memory at once, as Parquet's way through Hadoop costs more than such a file: several openings and
 * a copy of Hadoop's whole configuration.
 */
final class LakeFileRows {
  private static final long SMALL_BYTES = 8L << 20;

  private LakeFileRows() {}

  /** The rows of a file from which none were taken out; records are used again. */
  static CloseableIterable<Record> of(Table table, FileScanTask task, Schema columns) {
    DataFile file = task.file();
    if (file.fileSizeInBytes() > SMALL_BYTES) {
      return LakeFiles.read(table, task, columns);
    }
    return Parquet.read(new InMemoryInputFile(file.location(), bytes(table, file)))
        .project(columns)
        .createReaderFunc(stored -> GenericParquetReaders.buildReader(columns, stored))
        .reuseContainers()
        .build();
  }

  private static byte[] bytes(Table table, DataFile file) {
    int length = (int) file.fileSizeInBytes();
    InputFile input = table.io().newInputFile(file.location(), length);
    try (InputStream stream = input.newStream()) {
      byte[] bytes = stream.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException(file.location() + " ends too early");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
