package vn.chuyencan.source.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;

/** Which files of a path a source has not taken in yet with the same size and time of change. */
public final class SeenFiles {

  private SeenFiles() {}

  /**
   * The splits of files that are new.
   *
   * @param intake of the source
   * @param path a file or a tree of any Hadoop file system
   * @param splitBytes about how much of a plain file a split is; {@link Long#MAX_VALUE}: all
   * @throws PipelineException {@link ErrorCode#SOURCE_NOT_FOUND}, {@link
   *     ErrorCode#SOURCE_UNREADABLE}
   */
  public static List<InputSplit> unseen(RecordIntake intake, String path, long splitBytes) {
    return unseen(intake.lake(), intake.source(), path, splitBytes, intake.workers().hadoop());
  }

  /**
   * Whether there are files that are new.
   *
   * @param lake what was taken in of the source
   * @param path a file or a tree of any Hadoop file system
   * @throws PipelineException likewise
   */
  public static boolean hasUnseen(Lake lake, String source, String path, Configuration hadoop) {
    return !unseen(lake, source, path, Long.MAX_VALUE, hadoop).isEmpty();
  }

  private static List<InputSplit> unseen(
      Lake lake, String source, String path, long splitBytes, Configuration hadoop) {
    List<InputSplit> all;
    try {
      all = InputSplits.plan(hadoop, path, splitBytes);
    } catch (FileNotFoundException e) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_NOT_FOUND, source, path), e);
    } catch (IOException e) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_UNREADABLE, source, Reason.of(e)), e);
    }
    Set<Seen> seen = seen(lake, source);
    return all.stream()
        .filter(
            split ->
                !seen.contains(
                    new Seen(split.fileId(), split.fileLength(), split.modifiedAtMillis())))
        .toList();
  }

  /** A file as it was at a time: one that grows is taken in as often as it changed. */
  private record Seen(long fileId, long size, long modifiedAtMillis) {}

  private static Set<Seen> seen(Lake lake, String source) {
    Set<Seen> seen = new HashSet<>();
    try (CloseableIterable<Record> files =
        lake.rows(
            Tables.SOURCE_FILE,
            Expressions.equal("source", source),
            "file_id",
            "size_bytes",
            "modified_at")) {
      for (Record file : files) {
        seen.add(
            new Seen(
                (Long) file.getField("file_id"),
                (Long) file.getField("size_bytes"),
                ((OffsetDateTime) file.getField("modified_at")).toInstant().toEpochMilli()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }
}
