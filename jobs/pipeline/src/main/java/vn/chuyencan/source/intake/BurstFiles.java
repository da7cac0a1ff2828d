package vn.chuyencan.source.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;

/** Writes rows of {@code activity_burst} that come in order of their days: one file a month. */
final class BurstFiles implements Closeable {
  private final MonthFile files;
  private final long batchId;
  private final List<DataFile> written = new ArrayList<>();
  private DataWriter<BurstRow> open;
  private int openMonth;

  /**
   * @param table {@code activity_burst}, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  BurstFiles(Table table, long batchId, int task, long attempt) {
    this.files = new MonthFile(table, task, attempt);
    this.batchId = batchId;
  }

  /** Writes a row; its day is not before that of the last one. */
  void write(BurstRow row) throws IOException {
    int month = MonthFile.month(row.trace().day());
    if (open == null || month != openMonth) {
      close();
      open = files.open(row.trace().day(), type -> new BurstColumns(type, batchId));
      openMonth = month;
    }
    open.write(row);
  }

  /** Ends the writing and tells the files. */
  List<DataFile> finish() throws IOException {
    close();
    return List.copyOf(written);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      written.add(open.toDataFile());
      open = null;
    }
  }
}
