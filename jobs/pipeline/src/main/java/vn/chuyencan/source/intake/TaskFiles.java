package vn.chuyencan.source.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import vn.chuyencan.table.Tables;

/** All files that one task writes. They belong to nobody until the batch is committed. */
final class TaskFiles implements Closeable {
  /** The tables into which tasks write. */
  static final List<String> TABLES =
      List.of(
          Tables.LEARNING_EVENT,
          Tables.ACTIVITY_BURST,
          Tables.FORUM_EVENT,
          Tables.ASSESSMENT_EVENT,
          Tables.ACTIVITY,
          Tables.REJECTED_RECORD);

  /** The table into which they write besides where somebody looks for it. */
  static final String ADDRESSES = Tables.ADDRESS_BURST;

  private final EventFiles events;
  private final BurstFiles bursts;
  private final EventNotes notes;
  private final TaskTable forums;
  private final TaskTable assessments;
  private final TaskTable activities;
  private final TaskTable rejects;
  private final Optional<TaskTable> addresses;

  /**
   * @param tables those of {@link #TABLES}, and {@link #ADDRESSES} where it is wanted, as they
   *     travel to tasks
   * @param noteFolder where the notes go
   * @param common source, batch, and the task's number
   * @param attempt number of the task's attempt
   */
  TaskFiles(
      Map<String, Table> tables,
      Path noteFolder,
      Configuration hadoop,
      RowsOf common,
      long attempt) {
    int task = common.part();
    this.events =
        new EventFiles(
            tables.get(Tables.LEARNING_EVENT), common.source(), common.batchId(), task, attempt);
    this.bursts =
        new BurstFiles(tables.get(Tables.ACTIVITY_BURST), common.batchId(), task, attempt);
    this.notes = new EventNotes(noteFolder, hadoop, task, attempt);
    this.forums = table(tables, Tables.FORUM_EVENT, task, attempt);
    this.assessments = table(tables, Tables.ASSESSMENT_EVENT, task, attempt);
    this.activities = table(tables, Tables.ACTIVITY, task, attempt);
    this.rejects = table(tables, Tables.REJECTED_RECORD, task, attempt);
    this.addresses =
        tables.containsKey(ADDRESSES)
            ? Optional.of(table(tables, ADDRESSES, task, attempt))
            : Optional.empty();
  }

  private static TaskTable table(Map<String, Table> tables, String name, int task, long attempt) {
    return new TaskTable(name, tables.get(name), task, attempt);
  }

  EventFiles events() {
    return events;
  }

  BurstFiles bursts() {
    return bursts;
  }

  EventNotes notes() {
    return notes;
  }

  TaskTable forums() {
    return forums;
  }

  TaskTable assessments() {
    return assessments;
  }

  TaskTable activities() {
    return activities;
  }

  TaskTable rejects() {
    return rejects;
  }

  /** Empty where nobody looks for addresses. */
  Optional<TaskTable> addresses() {
    return addresses;
  }

  /** Ends the writing of {@code learning_event}. */
  List<DataFile> finishEvents() throws IOException {
    return events.finish();
  }

  /** Ends the writing of all other tables. */
  List<TaskResult.Files> finishOthers() throws IOException {
    List<TaskResult.Files> files = new ArrayList<>();
    files.add(new TaskResult.Files(Tables.ACTIVITY_BURST, bursts.finish()));
    for (TaskTable table : List.of(forums, assessments, activities, rejects)) {
      files.add(table.finish());
    }
    if (addresses.isPresent()) {
      files.add(addresses.get().finish());
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    try (events;
        bursts;
        forums;
        assessments;
        activities;
        rejects) {
      // The others are closed in turn, also when one fails.
      if (addresses.isPresent()) {
        addresses.get().close();
      }
    }
  }
}
