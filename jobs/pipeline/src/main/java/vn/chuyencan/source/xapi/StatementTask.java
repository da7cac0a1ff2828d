package vn.chuyencan.source.xapi;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.work.Task;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementScanner;

/**
 * One task of ingest: a plain loop over byte ranges, from statements to data files. Its place's
 * number is its place in the batch's order.
 */
final class StatementTask implements Task<SplitGroups.Group, TaskResult> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final ScanOptions options;
  private final String noteFolder;
  private final HashMap<String, Table> tables;

  /** They know much of what the next task's statements repeat. */
  private transient Queue<StatementScanner> idle;

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
      Map<String, Table> tables) {
    this.source = source;
    this.batchId = batchId;
    this.zone = zone;
    this.options = options;
    this.noteFolder = noteFolder.toString();
    this.tables = new HashMap<>(tables);
  }

  @Override
  public TaskResult call(SplitGroups.Group group, TaskPlace place) throws IOException {
    RowsOf common = new RowsOf(source, batchId, place.number());
    try (TaskFiles files =
        new TaskFiles(tables, new Path(noteFolder), place.hadoop(), common, place.attempt())) {
      EventSink sink = new EventSink(files, common, zone);
      StatementScanner scanner = scanner();
      List<TaskResult.Scanned> scanned = new ArrayList<>();
      for (InputSplit split : group.splits()) {
        scanned.add(
            new TaskResult.Scanned(split.fileId(), scan(scanner, split, place.hadoop(), sink)));
      }
      idle().add(scanner);
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

  private ScanCounts scan(
      StatementScanner scanner, InputSplit split, Configuration hadoop, EventSink sink) {
    try {
      return scanner.scan(split, hadoop, sink);
    } catch (IOException e) {
      // Not the warehouse's: what cannot be written is thrown unchecked by the sink.
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, source, split.path() + ": " + e.getMessage()), e);
    }
  }

  private StatementScanner scanner() {
    StatementScanner known = idle().poll();
    if (known == null) {
      return new StatementScanner(options);
    }
    known.tellAgain();
    return known;
  }

  private synchronized Queue<StatementScanner> idle() {
    if (idle == null) {
      idle = new ConcurrentLinkedQueue<>();
    }
    return idle;
  }
}
