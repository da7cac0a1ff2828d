package vn.chuyencan.source.xapi;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementScanner;

/**
 * One task of ingest: a plain loop over byte ranges, from statements to data files. Spark only
 * schedules it and tries it again. The number of its partition is its place in the batch's order.
 */
final class StatementTask implements Function<SplitGroups.Group, TaskResult> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final ScanOptions options;
  private final String noteFolder;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final Broadcast<Map<String, Table>> tables;

  /**
   * @param noteFolder where the notes of the batch go
   * @param tables those of {@link TaskFiles#TABLES}
   */
  StatementTask(
      String source,
      long batchId,
      ZoneId zone,
      ScanOptions options,
      Path noteFolder,
      Broadcast<SerializableConfiguration> hadoop,
      Broadcast<Map<String, Table>> tables) {
    this.source = source;
    this.batchId = batchId;
    this.zone = zone;
    this.options = options;
    this.noteFolder = noteFolder.toString();
    this.hadoop = hadoop;
    this.tables = tables;
  }

  @Override
  public TaskResult call(SplitGroups.Group group) throws IOException {
    TaskContext task = TaskContext.get();
    Configuration configuration = hadoop.value().value();
    RowsOf common = new RowsOf(source, batchId, task.partitionId());
    try (TaskFiles files =
        new TaskFiles(
            tables.value(), new Path(noteFolder), configuration, common, task.taskAttemptId())) {
      EventSink sink = new EventSink(files, common, zone);
      StatementScanner scanner = new StatementScanner(options);
      List<TaskResult.Scanned> scanned = new ArrayList<>();
      for (InputSplit split : group.splits()) {
        ScanCounts counts = scanner.scan(split, configuration, sink);
        scanned.add(new TaskResult.Scanned(split.fileId(), counts));
      }
      sink.finish();
      return new TaskResult(
          scanned,
          files.finishEvents(),
          files.finishOthers(),
          files.notes().finish(),
          sink.verbDays(),
          sink.voidings(),
          sink.actors(),
          sink.verbs());
    }
  }
}
