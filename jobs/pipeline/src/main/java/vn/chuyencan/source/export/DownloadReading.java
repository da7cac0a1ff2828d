package vn.chuyencan.source.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.source.intake.ReadCount;
import vn.chuyencan.source.intake.ShareReader;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementSink;

/** Reads the logs of a folder; travels to the tasks. */
final class DownloadReading implements ShareReader<DownloadShare> {
  private static final long serialVersionUID = 1L;

  private final ExportSettings settings;
  private final ScanOptions options;

  DownloadReading(ExportSettings settings, ScanOptions options) {
    this.settings = settings;
    this.options = options;
  }

  @Override
  public List<ReadCount> read(DownloadShare share, TaskPlace place, StatementSink sink)
      throws IOException {
    List<Download> downloads = new ArrayList<>();
    share.fresh().forEach(path -> downloads.add(new HadoopDownload(path, place.hadoop())));
    DownloadFolder folder = DownloadFolder.survey(downloads, settings, share.known());
    if (!folder.faults().isEmpty()) {
      throw new PipelineException(folder.faults());
    }
    EventDraft draft = new EventDraft(options, sink);
    List<ReadCount> counts = new ArrayList<>();
    for (LogFile log : folder.logs()) {
      long file = InputSplit.idOf(log.download().name());
      folder.tell(log, file, draft);
      counts.add(new ReadCount(file, draft.counts()));
    }
    folder
        .unusable()
        .forEach(
            (name, broken) -> {
              long file = InputSplit.idOf(name);
              DownloadFolder.reject(name, 1, broken, file, draft);
              counts.add(new ReadCount(file, draft.counts()));
            });
    return counts;
  }
}
