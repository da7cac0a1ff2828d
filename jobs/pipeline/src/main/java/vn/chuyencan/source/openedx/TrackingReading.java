package vn.chuyencan.source.openedx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.source.intake.ReadCount;
import vn.chuyencan.source.intake.ShareReader;
import vn.chuyencan.source.intake.SplitGroups;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.source.Layouts;
import vn.chuyencan.xapi.source.RecordReader;

/** Reads the lines of a share; travels to the tasks. */
final class TrackingReading implements ShareReader<SplitGroups.Group> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String site;
  private final ScanOptions options;

  TrackingReading(String source, String site, ScanOptions options) {
    this.source = source;
    this.site = site;
    this.options = options;
  }

  @Override
  public List<ReadCount> read(SplitGroups.Group group, TaskPlace place, StatementSink sink) {
    EventDraft draft = new EventDraft(options, sink);
    TrackingLines lines = new TrackingLines(site, options, draft);
    List<ReadCount> counts = new ArrayList<>();
    for (InputSplit split : group.splits()) {
      Path path = new Path(split.path());
      try (RecordReader reader = open(path.getFileSystem(place.hadoop()), path, split)) {
        while (reader.next()) {
          lines.tell(reader, split);
        }
      } catch (IOException e) {
        // Not the warehouse's: what cannot be written is thrown unchecked by the sink.
        throw new PipelineException(
            Fault.of(ErrorCode.SOURCE_UNREADABLE, source, Reason.of(split.path(), e)), e);
      }
      counts.add(new ReadCount(split.fileId(), draft.counts()));
    }
    return counts;
  }

  private RecordReader open(FileSystem files, Path path, InputSplit split) throws IOException {
    return split.isWholeFile()
        ? Layouts.openLines(files, path, options.lineLimit())
        : Layouts.openRange(files, path, split.start(), split.end(), options.lineLimit());
  }
}
