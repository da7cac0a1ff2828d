package vn.chuyencan.source.xapi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Workers;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Source kind {@code xapi}: files of xAPI statements into {@code learning_event}, and into the
 * tables that measures are made of.
 *
 * <p>Tasks write files and note their events; the notes are searched for repeats; then files and
 * removals become the tables' next snapshots together. Nothing here is final before the caller
 * commits the lake's state: a batch that dies is taken back whole.
 */
public final class StatementFiles {
  /** Reason of a {@code removed_event} that an earlier batch had accepted. */
  public static final String VOIDED_EARLIER = "voided_earlier";

  /** Small, for they are only the grains of which tasks are made up. */
  private static final long SPLIT_BYTES = 16L << 20;

  private final Workers workers;
  private final Lake lake;
  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final LocalDate asOf;
  private final String codeVersion;

  /**
   * @param workers who reads the files
   * @param lake where to; opened for writing and recovered
   * @param source id of the source
   * @param batchId number of this batch, one more than the lake's last
   * @param zone the institution's
   * @param asOf the night's date, for the batch's row
   * @param codeVersion this program's version, likewise
   */
  public StatementFiles(
      Workers workers,
      Lake lake,
      String source,
      long batchId,
      ZoneId zone,
      LocalDate asOf,
      String codeVersion) {
    this.workers = workers;
    this.lake = lake;
    this.source = source;
    this.batchId = batchId;
    this.zone = zone;
    this.asOf = asOf;
    this.codeVersion = codeVersion;
  }

  /**
   * Takes in whatever files the path holds that were not taken in before with the same size and
   * time of change.
   *
   * @param path a file or a tree of any Hadoop file system
   * @throws PipelineException {@link ErrorCode#SOURCE_NOT_FOUND}, {@link
   *     ErrorCode#SOURCE_UNREADABLE}, {@link ErrorCode#ACTOR_KEY_COLLISION}, {@link
   *     ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public Intake ingest(String path, ScanOptions options) {
    List<InputSplit> splits = unseen(path);
    if (splits.isEmpty()) {
      return new Intake(
          new Batch(batchId, source, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()), lake.state().idRuns());
    }
    Path notes = new Path(lake.passingFolder(), Long.toString(batchId));
    try {
      try {
        List<TaskResult> results = scan(splits, options, notes);
        return new Arrival(lake, workers, new RowsOf(source, batchId, 0), zone)
            .commit(splits, results, asOf, codeVersion);
      } finally {
        notes.getFileSystem(workers.hadoop()).delete(notes, true);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE, lake.warehouse(), String.valueOf(e.getMessage())),
          e);
    }
  }

  private List<TaskResult> scan(List<InputSplit> splits, ScanOptions options, Path notes) {
    Map<String, Table> tables = new HashMap<>();
    for (String table : TaskFiles.TABLES) {
      tables.put(table, SerializableTable.copyOf(lake.table(table)));
    }
    return workers.each(
        SplitGroups.of(splits, workers.threads()),
        new StatementTask(source, batchId, zone, options, notes, tables));
  }

  private List<InputSplit> unseen(String path) {
    List<InputSplit> all;
    try {
      all = InputSplits.plan(workers.hadoop(), path, SPLIT_BYTES);
    } catch (FileNotFoundException e) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_NOT_FOUND, source, path), e);
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, source, String.valueOf(e.getMessage())), e);
    }
    Map<Long, List<Long>> seen = new HashMap<>();
    try (CloseableIterable<Record> files =
        lake.rows(
            Tables.SOURCE_FILE,
            Expressions.equal("source", source),
            "file_id",
            "size_bytes",
            "modified_at")) {
      for (Record file : files) {
        seen.put(
            (Long) file.getField("file_id"),
            List.of(
                (Long) file.getField("size_bytes"),
                ((OffsetDateTime) file.getField("modified_at")).toInstant().toEpochMilli()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.stream()
        .filter(
            split ->
                !List.of(split.fileLength(), split.modifiedAtMillis())
                    .equals(seen.get(split.fileId())))
        .toList();
  }
}
