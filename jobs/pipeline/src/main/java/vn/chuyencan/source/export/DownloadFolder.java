package vn.chuyencan.source.export;

import static vn.chuyencan.error.ErrorCode.DOWNLOAD_BROKEN;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_COURSE_UNKNOWN;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_RESOLUTIONS_MIXED;
import static vn.chuyencan.error.ErrorCode.DOWNLOAD_UNKNOWN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.BrokenRecord;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.source.RecordReader.Ending;

/**
 * The downloads of a folder, recognised by what they hold. They are surveyed together: what one
 * says of persons and modules holds for all of one site.
 */
final class DownloadFolder {
  /** A workbook, a page, another character set: whoever put it there waits for what it tells. */
  private static final BrokenRecord UNKNOWN =
      new BrokenRecord(Reason.SOURCE_UNKNOWN, "No download of Moodle that is read is written so.");

  private final ExportSettings settings;
  private final Known known;
  private final List<LogFile> logs = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final Map<String, BrokenRecord> unusable = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();

  /** A file that is no log. */
  record Report(Download download, ReportKind kind) {}

  private DownloadFolder(ExportSettings settings, Known known) {
    this.settings = settings;
    this.known = known;
  }

  /** Reads all files for what they are. */
  static DownloadFolder survey(List<Download> downloads, ExportSettings settings) {
    return survey(downloads, settings, new Known());
  }

  /**
   * The same for some files of a folder.
   *
   * @param known what all of its files together say; is told what these say
   */
  static DownloadFolder survey(List<Download> downloads, ExportSettings settings, Known known) {
    DownloadFolder folder = new DownloadFolder(settings, known);
    downloads.forEach(folder::add);
    folder.check();
    return folder;
  }

  private void add(Download download) {
    try {
      BrokenRecord damaged = damage(download);
      if (damaged != null) {
        addDamaged(download, damaged);
        return;
      }
      LogFile log = LogFile.survey(download, settings, known);
      if (log != null) {
        logs.add(log);
        faults.addAll(log.faults());
        if (log.broken() != null) {
          warn(download, log.broken());
        }
        return;
      }
      ReportKind kind = ReportKind.of(download, settings);
      BrokenRecord broken = kind == null ? end(download) : null;
      if (broken != null) {
        unusable.put(download.name(), broken);
        warn(download, broken);
      } else if (kind == null) {
        unusable.put(download.name(), UNKNOWN);
        warnings.add(Fault.at(DOWNLOAD_UNKNOWN, download.name(), 0, ""));
      } else {
        reports.add(new Report(download, kind));
      }
    } catch (IOException broken) {
      faults.add(Fault.at(DOWNLOAD_BROKEN, download.name(), 0, "", broken.toString()));
    }
  }

  private void warn(Download download, BrokenRecord broken) {
    warnings.add(Fault.at(DOWNLOAD_BROKEN, download.name(), 0, "", broken.message()));
  }

  /** How a file that is nothing known ends; null when it is whole. */
  private BrokenRecord end(Download download) throws IOException {
    return BrokenRecord.of(CellRows.read(download, settings.charset(), (number, cells) -> true), 0);
  }

  /**
   * What is wrong with a file whose packed bytes are not those that were packed; null when nothing
   * is. What was read of it before anything was noticed may be anything, so no row of it counts.
   */
  private static BrokenRecord damage(Download download) throws IOException {
    GuardedDownload guarded = new GuardedDownload(download);
    try (InputStream bytes = guarded.open()) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return guarded.ending() == Ending.CORRUPT ? BrokenRecord.of(Ending.CORRUPT, 0) : null;
  }

  /** Of a report that is damaged whoever reads it hears; of anything else, here. */
  private void addDamaged(Download download, BrokenRecord damaged) throws IOException {
    ReportKind kind = ReportKind.of(download, settings);
    if (kind != null) {
      reports.add(new Report(download, kind));
    } else {
      unusable.put(download.name(), damaged);
    }
    warn(download, damaged);
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

  /** What all files together say. */
  Known known() {
    return known;
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

  /** Files of which nobody knows what they are, with the reason. */
  Map<String, BrokenRecord> unusable() {
    return Collections.unmodifiableMap(unusable);
  }

  /** Tells all rows of a log; what breaks off at its end is one record that is rejected. */
  void tell(LogFile log, long file, EventDraft draft) throws IOException {
    RowEvents events = new RowEvents(log, known, settings, draft, file);
    log.each(events::tell);
    if (log.broken() != null) {
      reject(log.download().name(), log.rows() + 1, log.broken(), file, draft);
    }
  }

  /** Rejects what a file does not hold as it should. */
  static void reject(String name, long row, BrokenRecord broken, long file, EventDraft draft) {
    draft.begin(file, name, row);
    draft.reject(broken.reason(), broken.message(), "");
  }
}
