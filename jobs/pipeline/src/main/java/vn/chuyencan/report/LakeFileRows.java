package vn.chuyencan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.encryption.NativeEncryptionInputFile;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.hadoop.HadoopConfigurable;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetValueReader;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.util.SerializableSupplier;
import vn.chuyencan.table.LakeDamage;
import vn.chuyencan.table.LakeFiles;

/**
 * Rows of a data file of the lake. A course run's files are small and many; each is taken into
 * memory at once, as Parquet's way through Hadoop costs more than such a file: several openings and
 * a copy of Hadoop's whole configuration.
 */
final class LakeFileRows {
  private static final long SMALL_BYTES = 8L << 20;

  private final Table table;
  private final Schema columns;
  private MessageType known;
  private ParquetValueReader<Record> reader;

  LakeFileRows(Table table, Schema columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * The rows of a file from which none were taken out; records are used again, and so is what reads
   * them: read one file to its end before the next.
   */
  CloseableIterable<Record> of(FileScanTask task) {
    DataFile file = task.file();
    if (file.fileSizeInBytes() > SMALL_BYTES) {
      return LakeFiles.read(table, task, columns);
    }
    InputFile input = table.io().newInputFile(file);
    Parquet.ReadBuilder read;
    if (input instanceof NativeEncryptionInputFile encrypted) {
      read =
          Parquet.read(inMemory(encrypted.encryptedInputFile(), file))
              .withFileEncryptionKey(encrypted.keyMetadata().encryptionKey())
              .withAADPrefix(encrypted.keyMetadata().aadPrefix());
    } else {
      read = Parquet.read(inMemory(input, file));
    }
    return LakeDamage.telling(
        file.location(),
        read.project(columns).createReaderFunc(this::reader).reuseContainers().build());
  }

  /** A file in memory whose pages are held against their checksums, as those on the disk are. */
  private static final class CheckedFile extends InMemoryInputFile implements HadoopConfigurable {
    private static final Configuration CHECKING = new Configuration(false);

    static {
      CHECKING.setBoolean(ParquetInputFormat.PAGE_VERIFY_CHECKSUM_ENABLED, true);
    }

    CheckedFile(String location, byte[] content) {
      super(location, content);
    }

    @Override
    public Configuration getConf() {
      return CHECKING;
    }

    @Override
    public void serializeConfWith(
        Function<Configuration, SerializableSupplier<Configuration>> serializer) {
      throw new UnsupportedOperationException("a file in memory does not travel");
    }
  }

  /** The files of a table look alike; to find out how one is read takes longer than to read it. */
  private ParquetValueReader<Record> reader(MessageType stored) {
    if (!stored.equals(known)) {
      reader = GenericParquetReaders.buildReader(columns, stored);
      known = stored;
    }
    return reader;
  }

  private static InputFile inMemory(InputFile input, DataFile file) {
    int length = (int) file.fileSizeInBytes();
    try (InputStream stream = input.newStream()) {
      byte[] bytes = stream.readNBytes(length);
      if (bytes.length < length) {
        throw new NotFoundException("%s ends too early", file.location());
      }
      return new CheckedFile(file.location(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
