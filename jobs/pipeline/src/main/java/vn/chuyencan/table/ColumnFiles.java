package vn.chuyencan.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionField;
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
  private final String divider;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   * @throws IllegalArgumentException if more than one column divides the table
   */
  public ColumnFiles(Table table, int task, long attempt) {
    this.table = table;
    this.outputs =
        OutputFileFactory.builderFor(table, task, attempt).format(FileFormat.PARQUET).build();
    List<PartitionField> fields = table.spec().fields();
    if (fields.size() > 1) {
      throw new IllegalArgumentException(table.name() + " is divided by " + table.spec());
    }
    this.divider =
        fields.isEmpty() ? null : table.schema().findColumnName(fields.get(0).sourceId());
  }

  /** By which column the table is divided; empty where it is not. */
  Optional<String> divider() {
    return Optional.ofNullable(divider);
  }

  /**
   * Begins a file.
   *
   * @param value what some row of the file holds in the column by which the table is divided; null
   *     where it is not divided
   * @param columns what writes the rows, made for the file's columns
   */
  public <T> DataWriter<T> open(Object value, Function<MessageType, ParquetValueWriter<?>> columns)
      throws IOException {
    PartitionSpec spec = table.spec();
    PartitionKey key = divider == null ? null : key(value);
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

  private PartitionKey key(Object value) {
    Record record = GenericRecord.create(table.schema());
    record.setField(divider, value);
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    key.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(record));
    return key;
  }
}
