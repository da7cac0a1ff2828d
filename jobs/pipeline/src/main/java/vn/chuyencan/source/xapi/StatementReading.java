package vn.chuyencan.source.xapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.source.intake.ReadCount;
import vn.chuyencan.source.intake.ShareReader;
import vn.chuyencan.source.intake.SplitGroups;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;

/** Scans the statements of a share; travels to the tasks. */
final class StatementReading implements ShareReader<SplitGroups.Group> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final ScanOptions options;

  /** They know much of what the next task's statements repeat. */
  private transient Queue<StatementScanner> idle;

  StatementReading(String source, ScanOptions options) {
    this.source = source;
    this.options = options;
  }

  @Override
  public List<ReadCount> read(SplitGroups.Group group, TaskPlace place, StatementSink sink) {
    StatementScanner scanner = scanner();
    List<ReadCount> counts = new ArrayList<>();
    for (InputSplit split : group.splits()) {
      counts.add(new ReadCount(split.fileId(), scan(scanner, split, place.hadoop(), sink)));
    }
    idle().add(scanner);
    return counts;
  }

  private ScanCounts scan(
      StatementScanner scanner, InputSplit split, Configuration hadoop, StatementSink sink) {
    try {
      return scanner.scan(split, hadoop, sink);
    } catch (IOException e) {
      // Not the warehouse's: what cannot be written is thrown unchecked by the sink.
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, source, Reason.of(split.path(), e)), e);
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
