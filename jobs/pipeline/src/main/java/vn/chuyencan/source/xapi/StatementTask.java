package vn.chuyencan.source.xapi;

import java.io.IOException;
import java.time.ZoneId;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import vn.chuyencan.table.LakeWriter;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementScanner;

/**
 * One task of ingest: a plain loop over a byte range, from statements to data files. Spark only
 * schedules it and tries it again.
 */
final class StatementTask implements Function<InputSplit, TaskResult> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final ScanOptions options;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final Broadcast<Table> events;
  private final Broadcast<Table> rejects;

  StatementTask(
      String source,
      long batchId,
      ZoneId zone,
      ScanOptions options,
      Broadcast<SerializableConfiguration> hadoop,
      Broadcast<Table> events,
      Broadcast<Table> rejects) {
    this.source = source;
    this.batchId = batchId;
    this.zone = zone;
    this.options = options;
    this.hadoop = hadoop;
    this.events = events;
    this.rejects = rejects;
  }

  @Override
  public TaskResult call(InputSplit split) throws IOException {
    TaskContext task = TaskContext.get();
    Configuration configuration = hadoop.value().value();
    try (LakeWriter eventFiles =
            new LakeWriter(
                events.value(),
                task.partitionId(),
                task.taskAttemptId(),
                LakeWriter.Arrival.MIXED);
        LakeWriter rejectFiles =
            new LakeWriter(
                rejects.value(),
                task.partitionId(),
                task.taskAttemptId(),
                LakeWriter.Arrival.MIXED)) {
      EventSink sink =
          new EventSink(
              events.value(), eventFiles, rejects.value(), rejectFiles, source, batchId, zone);
      ScanCounts counts = new StatementScanner(options).scan(split, configuration, sink);
      return new TaskResult(
          split.fileId(),
          counts,
          eventFiles.finish(),
          rejectFiles.finish(),
          sink.voidings(),
          sink.actors(),
          sink.activities(),
          sink.verbs());
    }
  }
}
