package vn.chuyencan.source.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import vn.chuyencan.xapi.StatementRecord;

/**
 * The data files of {@code learning_event} that one task writes: one a month, with Iceberg's own
 * Parquet files and {@link EventColumns}. Tells where each event went, because that is how a repeat
 * is taken out.
 */
final class EventFiles implements Closeable {
  /** Rows of a file; then another is begun. Some 200 MB. */
  private static final int MOST_ROWS = 1 << 21;

  private final String source;
  private final long batchId;
  private final MonthFile months;
  private final Map<Integer, Open> byMonth = new HashMap<>();
  private final List<Open> files = new ArrayList<>();
  private final EventRow row = new EventRow();
  private int lastDay;
  private Open last;
  private boolean closed;

  private static final class Open {
    private final int number;
    private final DataWriter<EventRow> writer;
    private int rows;

    private Open(int number, DataWriter<EventRow> writer) {
      this.number = number;
      this.writer = writer;
    }
  }

  /**
   * @param table {@code learning_event}, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  EventFiles(Table table, String source, long batchId, int task, long attempt) {
    this.source = source;
    this.batchId = batchId;
    this.months = new MonthFile(table, task, attempt);
  }

  /**
   * Writes an event; {@link #file} and {@link #position} tell where it went.
   *
   * @param day days since 1970-01-01 in the institution's zone
   */
  void write(StatementRecord record, int day) throws IOException {
    if (last == null || day != lastDay || last.rows == MOST_ROWS) {
      last = open(day);
      lastDay = day;
    }
    last.rows++;
    last.writer.write(row.of(record, day));
  }

  /** Number of the file, among those of {@link #finish}, that holds the last event. */
  int file() {
    return last.number;
  }

  /** The last event's row in that file, from 0. */
  int position() {
    return last.rows - 1;
  }

  private Open open(int day) throws IOException {
    int month = MonthFile.month(day);
    Open open = byMonth.get(month);
    if (open == null || open.rows == MOST_ROWS) {
      if (open != null) {
        open.writer.close();
      }
      open =
          new Open(files.size(), months.open(day, type -> new EventColumns(type, source, batchId)));
      files.add(open);
      byMonth.put(month, open);
    }
    return open;
  }

  /** Ends the writing and tells the files, in the order of their numbers. */
  List<DataFile> finish() throws IOException {
    close();
    return files.stream().map(file -> file.writer.toDataFile()).toList();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    for (Open file : files) {
      file.writer.close();
    }
  }
}
