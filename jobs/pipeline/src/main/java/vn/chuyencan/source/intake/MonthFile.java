package vn.chuyencan.source.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.function.Function;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import vn.chuyencan.table.ColumnFiles;

/**
 * Opens data files of tables that are divided by the month of {@code event_date}, written by
 * columns.
 */
final class MonthFile {
  private final ColumnFiles files;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  MonthFile(Table table, int task, long attempt) {
    this.files = new ColumnFiles(table, task, attempt);
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
    return files.open(LocalDate.ofEpochDay(day), columns);
  }
}
