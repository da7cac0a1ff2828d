package vn.chuyencan.table;

import java.io.IOException;
import java.util.function.Function;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/**
 * Opens data files of one table, which are Iceberg's own Parquet files but get their rows by
 * columns. They belong to nobody until {@link LakeChange} commits them.
 */
public final class ColumnFiles {
  static {
    ZstdCodec.install();
  }

  private final Table table;
  private final OutputFileFactory outputs;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  public ColumnFiles(Table table, int task, long attempt) {
    this.table = table;
    this.outputs =
        OutputFileFactory.builderFor(table, task, attempt).format(FileFormat.PARQUET).build();
  }

  /**
   * Begins a file of a table that one column divides.
   *
   * @param column that column
   * @param value what it holds in some row of the file
   * @param columns what writes the rows, made for the file's columns
   */
  public <T> DataWriter<T> open(
      String column, Object value, Function<MessageType, ParquetValueWriter<?>> columns)
      throws IOException {
    Record record = GenericRecord.create(table.schema());
    record.setField(column, value);
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    key.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(record));
    return open(key, columns);
  }

  /**
   * Begins a file of a table that is not divided.
   *
   * @param columns what writes the rows, made for the file's columns
   */
  public <T> DataWriter<T> open(Function<MessageType, ParquetValueWriter<?>> columns)
      throws IOException {
    return open((PartitionKey) null, columns);
  }

  private <T> DataWriter<T> open(
      PartitionKey key, Function<MessageType, ParquetValueWriter<?>> columns) throws IOException {
    PartitionSpec spec = table.spec();
    EncryptedOutputFile file = outputs.newOutputFile(spec, key);
    return Parquet.writeData(file)
        .forTable(table)
        .createWriterFunc(columns)
        .withSpec(spec)
        .withPartition(key)
        .withKeyMetadata(file.keyMetadata())
        .overwrite()
        .build();
  }
}
