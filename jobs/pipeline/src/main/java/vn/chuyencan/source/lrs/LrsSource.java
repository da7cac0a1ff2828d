package vn.chuyencan.source.lrs;

import java.nio.file.Path;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code lrs}: the statements that an LRS gives over HTTP.
 *
 * @param settings whom to ask, and how
 * @param spool a local folder that belongs to this source alone; where the tasks run elsewhere, one
 *     that they see too
 */
public record LrsSource(LrsSettings settings, Path spool) implements RecordSource {

  /**
   * Pulls what the LRS stored since the last committed pull, and takes it in.
   *
   * @throws PipelineException what {@link LrsPull#pull} and {@link StatementFiles#ingest} throw
   */
  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    LrsCursor committed = intake.cursor().isEmpty() ? null : LrsCursor.of(intake.cursor());
    LrsPulled pulled = new LrsPull(settings, spool).pull(committed);
    if (pulled.isEmpty()) {
      return intake.nothing();
    }
    return new StatementFiles(pulled.folder().toString())
        .ingest(intake, options)
        .withCursor(pulled.next().text());
  }
}
