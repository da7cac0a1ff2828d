package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.DataWriteResult;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.PartitioningWriter;

/**
 * Writes records of one table into data files of the lake, of partitions in any order, with
 * Iceberg's own writers. The files belong to nobody until {@link LakeChange} commits them.
 */
public final class LakeWriter implements Closeable {
  static {
    ZstdCodec.install();
  }

  private static final long TARGET_FILE_BYTES = 256L << 20;

  private final PartitioningWriter<Record, DataWriteResult> writer;
  private final PartitionSpec spec;
  private final PartitionKey key;
  private final InternalRecordWrapper wrapper;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  public LakeWriter(Table table, int task, long attempt) {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).dataFileFormat(FileFormat.PARQUET).build();
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, task, attempt).format(FileFormat.PARQUET).build();
    this.spec = table.spec();
    this.writer = new FanoutDataWriter<>(factory, files, table.io(), TARGET_FILE_BYTES);
    this.key = new PartitionKey(spec, table.schema());
    this.wrapper = new InternalRecordWrapper(table.schema().asStruct());
  }

  /** Writes a record; the record may be reused afterwards. */
  public void write(Record record) {
    key.partition(wrapper.wrap(record));
    writer.write(record, spec, spec.isUnpartitioned() ? null : key);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Ends the writing and tells the files. */
  public List<DataFile> finish() throws IOException {
    writer.close();
    return List.copyOf(writer.result().dataFiles());
  }
}
