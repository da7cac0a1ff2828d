package vn.chuyencan.source.export;

import static vn.chuyencan.error.ErrorCode.DOWNLOAD_BROKEN;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_COURSE_UNKNOWN;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_RESOLUTIONS_MIXED;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_UNKNOWN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.EventDraft;

/**
 * The downloads of a folder, recognised by what they hold. They are surveyed together: what one
 * says of persons and modules holds for all of one site.
 */
final class DownloadFolder {
  private final ExportSettings settings;
  private final Known known = new Known();
  private final List<LogFile> logs = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();

  /** A file that is no log. */
  record Report(Download download, ReportKind kind) {}

  private DownloadFolder(ExportSettings settings) {
    this.settings = settings;
  }

  /** Reads all files for what they are. */
  static DownloadFolder survey(List<Download> downloads, ExportSettings settings) {
    DownloadFolder folder = new DownloadFolder(settings);
    downloads.forEach(folder::add);
    folder.check();
    return folder;
  }

  private void add(Download download) {
    try {
      LogFile log = LogFile.survey(download, settings, known);
      if (log != null) {
        logs.add(log);
        faults.addAll(log.faults());
        return;
      }
      ReportKind kind = ReportKind.of(download, settings);
      if (kind == null) {
        warnings.add(Fault.at(DOWNLOAD_UNKNOWN, download.name(), 0, ""));
      } else {
        reports.add(new Report(download, kind));
      }
    } catch (IOException broken) {
      faults.add(Fault.at(DOWNLOAD_BROKEN, download.name(), 0, "", broken.toString()));
    }
  }

  private void check() {
    for (LogFile log : logs) {
      for (LogFile other : logs) {
        boolean one = Objects.equals(log.course(), other.course());
        if (!log.seconds() && other.seconds() && one && log.overlaps(other)) {
          warnings.add(
              Fault.at(
                  DOWNLOAD_RESOLUTIONS_MIXED,
                  log.download().name(),
                  0,
                  "",
                  other.download().name()));
        }
      }
      boolean placed =
          log.ofSite()
              || log.course() != null
              || known.onlyCourse() != null
              || settings.courseNumber() != null;
      if (!placed) {
        warnings.add(
            Fault.at(DOWNLOAD_COURSE_UNKNOWN, log.download().name(), 0, "", settings.site()));
      }
    }
  }

  /** The logs. */
  List<LogFile> logs() {
    return List.copyOf(logs);
  }

  /** The other files that are known. */
  List<Report> reports() {
    return List.copyOf(reports);
  }

  /** What keeps files from being read. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** What a person should know and nothing waits for. */
  List<Fault> warnings() {
    return List.copyOf(warnings);
  }

  /** Tells all rows of a log. */
  void tell(LogFile log, long file, EventDraft draft) throws IOException {
    RowEvents events = new RowEvents(log, known, settings, draft, file);
    log.each(events::tell);
  }
}
