package vn.chuyencan.source.openedx;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SeenFiles;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.intake.SourceFile;
import vn.chuyencan.source.intake.SplitGroups;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code openedx}: tracking logs of an Open edX, plain or gzip, one event a line, with
 * or without what a system log writes before it.
 *
 * <p><b>Identity of a line.</b> Lines carry no id, so a line is its content: the site and the
 * parsed JSON with sorted keys, without what stands before it. The platform writes its times to the
 * microsecond, so two equal lines are one line that was delivered twice: by a log that was rotated
 * while it was copied, a file that grew since last night, an archive beside its original. They
 * count once, in one file or over many, tonight or years later.
 *
 * <p><b>Names of things.</b> The same as event-routing-backends gives them in xAPI: course {@code
 * SITE/course/COURSE_ID}, block {@code SITE/xblock/USAGE_KEY}, thread {@code
 * SITE/api/discussion/v1/threads/ID}, response and comment {@code
 * SITE/api/discussion/v1/comments/ID}. A forum is what Open edX calls a topic, {@code
 * SITE/courses/COURSE_ID/discussion/forum/TOPIC_ID}; xAPI does not tell it. A thread has one name
 * whatever is done to it, where event-routing-backends calls one that is viewed a comment, and one
 * of the old forum pages after their address.
 *
 * <p><b>Names of people.</b> An account of the site whose name is the username. Where a line tells
 * only a user id, it is an account of {@code SITE/user_id} whose name is that id in decimal: a
 * username may consist of digits too, and nothing in the line says whose id it is. The register of
 * identities joins the two; no link is guessed.
 *
 * @param path a file or a tree of any Hadoop file system
 * @param site address of the platform (LMS root), with or without a slash at the end
 */
public record TrackingLogs(String path, String site) implements RecordSource {
  /** Small, for they are only the grains of which tasks are made up. */
  private static final long SPLIT_BYTES = 16L << 20;

  public TrackingLogs {
    Objects.requireNonNull(path, "path");
    while (site.endsWith("/")) {
      site = site.substring(0, site.length() - 1);
    }
  }

  @Override
  public TraceForm form() {
    return TraceForm.TRACKING;
  }

  /**
   * Takes in whatever files the path holds that were not taken in before with the same size and
   * time of change.
   *
   * @throws PipelineException {@link ErrorCode#SOURCE_NOT_FOUND}, {@link
   *     ErrorCode#SOURCE_UNREADABLE}, or what {@link RecordIntake#take} throws
   */
  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    List<InputSplit> splits = SeenFiles.unseen(intake, path, SPLIT_BYTES);
    if (splits.isEmpty()) {
      return intake.nothing();
    }
    return intake.take(
        SplitGroups.of(splits, intake.workers().threads()),
        new TrackingReading(intake.source(), site, options),
        splits.stream().map(SourceFile::of).distinct().toList());
  }

  @Override
  public Optional<String> files() {
    return Optional.of(path);
  }

  @Override
  public SourceCheck connect() {
    return SourceCheck.ofFiles(path);
  }
}
