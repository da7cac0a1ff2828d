package vn.chuyencan.source.lrs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.xapi.Dialect;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code lrs}: the statements that an LRS gives over HTTP.
 *
 * @param settings whom to ask, and how
 * @param spool a local folder that belongs to this source alone; where the tasks run elsewhere, one
 *     that they see too
 * @param keepPulls how many committed pulls stay in the spool; 0: all, for events are walked back
 *     to them
 * @param site the platform whose own plugin made the statements; null: other sources tell of other
 *     acts
 * @param dialect whose conventions the statements follow
 * @param scale between what their scaled scores lie; null: nobody said
 */
public record LrsSource(
    LrsSettings settings, Path spool, int keepPulls, String site, Dialect dialect, ScoreScale scale)
    implements RecordSource {

  /**
   * Pulls what the LRS stored since the last committed pull, and takes it in.
   *
   * @throws PipelineException what {@link LrsPull#pull} and {@link StatementFiles#ingest} throw
   */
  @Override
  public Intake ingest(RecordIntake intake, ScanOptions options) {
    LrsCursor committed = intake.cursor().isEmpty() ? null : LrsCursor.of(intake.cursor());
    LrsPulled pulled = new LrsPull(settings, spool, intake.workers().meter()).pull(committed);
    if (committed != null && keepPulls > 0) {
      new SpoolFolders(spool).prune(committed.pulls() - keepPulls);
    }
    if (pulled.isEmpty()) {
      return intake.nothing();
    }
    return new StatementFiles(pulled.folder().toString(), site, dialect, scale)
        .ingest(intake, options)
        .withCursor(pulled.next().text());
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  /** All is asked for again; the folders of earlier pulls stay until the new one is committed. */
  @Override
  public String fromTheBeginning(String reached) {
    return reached.isEmpty() ? "" : LrsCursor.of(reached).fromTheBeginning().text();
  }

  /** Asks for one statement, as whom and by the way that a night would. */
  @Override
  public SourceCheck connect() {
    try {
      LrsPull.ask(settings);
      return SourceCheck.NOTHING;
    } catch (PipelineException refused) {
      return new SourceCheck(refused.faults(), List.of());
    }
  }

  @Override
  public Optional<String> keptIn() {
    return Optional.of(spool.toString());
  }
}
