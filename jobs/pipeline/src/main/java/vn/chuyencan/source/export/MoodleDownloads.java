package vn.chuyencan.source.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SeenFiles;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.intake.SourceFile;
import vn.chuyencan.table.Lake;
import vn.chuyencan.xapi.ActorKeys;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code moodle-export}: logs that people downloaded from Moodle.
 *
 * @param path a file or a tree of any Hadoop file system
 * @param settings what is configured; the rest is found by content
 * @param activities pattern of file names → the activity of which such a report is; the first that
 *     fits
 */
public record MoodleDownloads(String path, ExportSettings settings, Map<String, String> activities)
    implements RecordSource {

  public MoodleDownloads {
    activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
  }

  /** Downloads among which no file is told to be of an activity. */
  public MoodleDownloads(String path, ExportSettings settings) {
    this(path, settings, Map.of());
  }

  /**
   * What reports of quizzes, forums and attendance tell, where the configuration says of which
   * course run they are.
   *
   * @throws PipelineException all faults of reports that cannot be read
   */
  @Override
  public Registers registers(ZoneId zone, Registers told) {
    return registers(zone, told, Fingerprints.NONE);
  }

  @Override
  public Registers registers(ZoneId zone, Registers told, Fingerprints wanted) {
    if (settings.course() == null || told.courseRun(settings.course()).isEmpty()) {
      return Registers.NONE;
    }
    DownloadReports reports = reports(new Configuration(), wanted);
    if (!reports.faults().isEmpty()) {
      throw new PipelineException(reports.faults());
    }
    return new DownloadRegisters(settings, activities, told).of(reports);
  }

  @Override
  public String site() {
    return settings.site();
  }

  @Override
  public TraceForm form() {
    return TraceForm.DOWNLOADS;
  }

  /**
   * Takes in the logs that were not taken in before with the same size and time of change. Rows
   * that an earlier download had are found by their ids.
   *
   * @throws PipelineException {@link ErrorCode#SOURCE_NOT_FOUND}, {@link
   *     ErrorCode#DOWNLOAD_DATES_AMBIGUOUS}, {@link ErrorCode#DOWNLOAD_BROKEN}, or what {@link
   *     RecordIntake#take} throws
   */
  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    List<InputSplit> fresh = SeenFiles.unseen(intake, path, Long.MAX_VALUE);
    if (fresh.isEmpty()) {
      return intake.nothing();
    }
    DownloadFolder folder = DownloadFolder.survey(downloads(intake.workers().hadoop()), settings);
    if (!folder.faults().isEmpty()) {
      throw new PipelineException(folder.faults());
    }
    Known known = folder.known();
    Answers asked = known.asked(new ActorKeys(options.actorSecret()));
    return intake
        .take(
            List.of(
                DownloadShare.of(known, fresh.stream().map(InputSplit::path).distinct().toList())),
            new DownloadReading(settings, options),
            fresh.stream().map(SourceFile::of).distinct().toList())
        .withCursor(Answers.of(intake.cursor()).and(asked).text());
  }

  /** Names without numbers, modules without types, logs without a course: later files tell them. */
  @Override
  public long readOtherwise(Lake lake, String source, byte[] secret, Configuration hadoop) {
    String asked = lake.state().cursors().getOrDefault(source, "");
    try {
      if (asked.isEmpty() || !SeenFiles.hasUnseen(lake, source, path, hadoop)) {
        return 0;
      }
      Known known = DownloadFolder.survey(downloads(hadoop), settings).known();
      return Answers.of(asked).otherwise(known.all(new ActorKeys(secret)));
    } catch (PipelineException closed) {
      // Whoever reads the files hears of it.
      return 0;
    }
  }

  @Override
  public Optional<String> files() {
    return Optional.of(path);
  }

  /** The instant is part of what a row is called by. */
  @Override
  public boolean namesByContent() {
    return false;
  }

  /** Times that cannot be read for certain, unknown files, downloads that would count twice. */
  @Override
  public SourceCheck check() {
    DownloadFolder folder = DownloadFolder.survey(downloads(new Configuration()), settings);
    return new SourceCheck(folder.faults(), folder.warnings());
  }

  /**
   * What the downloads say that are no logs.
   *
   * @param hadoop how to reach the file system
   */
  public DownloadReports reports(Configuration hadoop) {
    return reports(hadoop, Fingerprints.NONE);
  }

  private DownloadReports reports(Configuration hadoop, Fingerprints wanted) {
    return DownloadReports.read(
        DownloadFolder.survey(downloads(hadoop), settings), settings, wanted);
  }

  private List<Download> downloads(Configuration hadoop) {
    return paths(hadoop).stream().map(name -> (Download) new HadoopDownload(name, hadoop)).toList();
  }

  private List<String> paths(Configuration hadoop) {
    try {
      return InputSplits.plan(hadoop, path, Long.MAX_VALUE).stream()
          .map(InputSplit::path)
          .distinct()
          .toList();
    } catch (FileNotFoundException gone) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_NOT_FOUND, path, path), gone);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, path, Reason.of(failure)), failure);
    }
  }
}
