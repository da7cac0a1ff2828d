package vn.chuyencan.source.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
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
 * Opens data files of tables that are divided by the month of {@code event_date}, written by
 * columns.
 */
final class MonthFile {
  private final Table table;
  private final OutputFileFactory outputs;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  MonthFile(Table table, int task, long attempt) {
    this.table = table;
    this.outputs =
        OutputFileFactory.builderFor(table, task, attempt).format(FileFormat.PARQUET).build();
  }

  /**
   * The month of a day.
   *
   * @param day days since 1970-01-01
   */
  static int month(int day) {
    return Math.toIntExact(LocalDate.ofEpochDay(day).getLong(ChronoField.PROLEPTIC_MONTH));
  }

  /**
   * Begins a file for the month of that day.
   *
   * @param columns what writes the rows, made for the file's columns
   */
  <T> DataWriter<T> open(int day, Function<MessageType, ParquetValueWriter<?>> columns)
      throws IOException {
    PartitionSpec spec = table.spec();
    Record record = GenericRecord.create(table.schema());
    record.setField("event_date", LocalDate.ofEpochDay(day));
    PartitionKey month = new PartitionKey(spec, table.schema());
    month.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(record));
    EncryptedOutputFile file = outputs.newOutputFile(spec, month);
    return Parquet.writeData(file)
        .forTable(table)
        .createWriterFunc(columns)
        .withSpec(spec)
        .withPartition(month)
        .withKeyMetadata(file.keyMetadata())
        .overwrite()
        .build();
  }
}
