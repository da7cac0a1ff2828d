package vn.chuyencan.source.xapi;

import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.intake.SeenFiles;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.source.intake.SourceFile;
import vn.chuyencan.source.intake.SplitGroups;
import vn.chuyencan.xapi.Dialect;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code xapi}: files of xAPI statements.
 *
 * @param path a file or a tree of any Hadoop file system
 * @param site the platform whose own plugin made the statements; null: other sources tell of other
 *     acts
 * @param dialect whose conventions they follow
 * @param scale between what their scaled scores lie; null: nobody said
 */
public record StatementFiles(String path, String site, Dialect dialect, ScoreScale scale)
    implements RecordSource {
  /** Small, for they are only the grains of which tasks are made up. */
  private static final long SPLIT_BYTES = 16L << 20;

  /** Statements of which no other source tells the acts. */
  public StatementFiles(String path) {
    this(path, null, Dialect.AUTO, null);
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
        new StatementReading(intake.source(), options.withDialect(dialect)),
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
