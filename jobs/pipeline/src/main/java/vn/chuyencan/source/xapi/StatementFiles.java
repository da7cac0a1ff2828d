package vn.chuyencan.source.xapi;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * Source kind {@code xapi}: files of xAPI statements into {@code learning_event} and its
 * dimensions.
 *
 * <p>The events of a batch are first appended to a branch that no reader sees; what does not stay
 * is removed there; then the branch becomes the table. Nothing here is final before the caller
 * commits the lake's state: a batch that dies is taken back whole.
 */
public final class StatementFiles {
  /** Reason of a {@code removed_event} that an earlier batch had accepted. */
  public static final String VOIDED_EARLIER = "voided_earlier";

  private static final String BRANCH = "incoming";
  private static final long SPLIT_BYTES = 64L << 20;

  private final Lake lake;
  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final LocalDate asOf;
  private final String codeVersion;

  /**
   * @param lake where to; opened for writing and recovered
   * @param source id of the source
   * @param batchId number of this batch, one more than the lake's last
   * @param zone the institution's
   * @param asOf the night's date, for the batch's row
   * @param codeVersion this program's version, likewise
   */
  public StatementFiles(
      Lake lake, String source, long batchId, ZoneId zone, LocalDate asOf, String codeVersion) {
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
   *     ErrorCode#SOURCE_UNREADABLE}, {@link ErrorCode#ACTOR_KEY_COLLISION}
   */
  public Batch ingest(String path, ScanOptions options) {
    SparkSession spark = lake.spark();
    List<InputSplit> splits = unseen(path);
    if (splits.isEmpty()) {
      return new Batch(batchId, source, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Table events = lake.table(Tables.LEARNING_EVENT);
    Table rejects = lake.table(Tables.REJECTED_RECORD);
    if (events.refs().containsKey(BRANCH)) {
      // Left behind by a batch that died.
      events.manageSnapshots().removeBranch(BRANCH).commit();
    }
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    StatementTask task =
        new StatementTask(
            source,
            batchId,
            zone,
            options,
            hadoop,
            context.broadcast(SerializableTable.copyOf(events)),
            context.broadcast(SerializableTable.copyOf(rejects)));
    List<TaskResult> results = context.parallelize(splits, splits.size()).map(task).collect();

    Dimensions.Merged dimensions = new Dimensions.Merged();
    ScanCounts counts = ScanCounts.NONE;
    AppendFiles append = events.newAppend().toBranch(BRANCH);
    AppendFiles appendRejects = rejects.newAppend();
    TreeSet<TaskResult.Voiding> voidings = new TreeSet<>();
    for (TaskResult result : results) {
      dimensions.add(result);
      counts = counts.plus(result.counts());
      result.events().forEach(append::appendFile);
      result.rejects().forEach(appendRejects::appendFile);
      voidings.addAll(result.voidings());
    }
    append.commit();
    appendRejects.commit();
    events.refresh();
    new DimensionTables(lake, batchId).add(dimensions);
    Removal removal = remove(events, splits, List.copyOf(voidings));
    events.refresh();
    events.manageSnapshots().fastForwardBranch("main", BRANCH).removeBranch(BRANCH).commit();
    Batch batch =
        removal.batch(counts, (int) splits.stream().map(InputSplit::fileId).distinct().count());
    record(batch, splits, results);
    return batch;
  }

  private List<InputSplit> unseen(String path) {
    List<InputSplit> all;
    try {
      all = InputSplits.plan(lake.spark().sparkContext().hadoopConfiguration(), path, SPLIT_BYTES);
    } catch (FileNotFoundException e) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_NOT_FOUND, source, path), e);
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, source, String.valueOf(e.getMessage())), e);
    }
    Map<Long, List<Long>> seen = new HashMap<>();
    for (Row row :
        lake.read(Tables.SOURCE_FILE)
            .where(col("source").equalTo(source))
            .select("file_id", "size_bytes", "modified_at")
            .collectAsList()) {
      seen.put(row.getLong(0), List.of(row.getLong(1), row.<Instant>getAs(2).toEpochMilli()));
    }
    return all.stream()
        .filter(
            split ->
                !List.of(split.fileLength(), split.modifiedAtMillis())
                    .equals(seen.get(split.fileId())))
        .toList();
  }

  /** What was removed, by verdict. */
  private record Removal(
      long batchId, String source, long duplicate, long conflicting, long voided, long earlier) {

    Batch batch(ScanCounts counts, int files) {
      return new Batch(
          batchId,
          source,
          files,
          counts.read(),
          counts.accepted() - duplicate - conflicting - voided,
          duplicate,
          voided,
          conflicting,
          counts.rejected(),
          counts.outOfScope(),
          earlier,
          counts.harmlessFaults());
    }
  }

  private Removal remove(
      Table events, List<InputSplit> splits, List<TaskResult.Voiding> newVoidings) {
    List<Row> voidingRows = new ArrayList<>();
    for (TaskResult.Voiding voiding : newVoidings) {
      voidingRows.add(RowFactory.create(voiding.target(), voiding.by(), batchId));
    }
    SparkSession spark = lake.spark();
    Dataset<Row> fresh =
        spark.createDataFrame(voidingRows, TableContract.of(Tables.VOIDING).sparkSchema());
    if (!newVoidings.isEmpty()) {
      lake.append(Tables.VOIDING, fresh);
    }
    Dataset<Row> existing = lake.read(Tables.LEARNING_EVENT);
    Dataset<Row> incoming =
        lake.readSnapshot(Tables.LEARNING_EVENT, events.refs().get(BRANCH).snapshotId())
            .where(col("batch_id").equalTo(batchId))
            .select(
                col("event_id"),
                col("content_hash"),
                col("file_id"),
                col("file_offset"),
                col("action"),
                col("actor_key"),
                col("course_key"),
                col("event_date"),
                col("_file"),
                col("_pos"));
    Dataset<Row> removed =
        Deduplication.removed(
                incoming,
                existing.select("event_id", "content_hash"),
                lake.read(Tables.VOIDING),
                fileOrder(splits))
            .select(removalColumns());
    Dataset<Row> earlier =
        existing
            .where(col("action").notEqual(Action.VOIDED))
            .join(
                broadcast(
                    fresh
                        .select(col("target_event_id").as("target"), col("by_event_id"))
                        .dropDuplicates("target")),
                col("event_id").equalTo(col("target")))
            .withColumn("verdict", lit(VOIDED_EARLIER))
            .select(removalColumns());
    Dataset<Row> all = newVoidings.isEmpty() ? removed : removed.unionByName(earlier);
    Map<String, TreeSet<Long>> positions = new TreeMap<>();
    Map<String, Long> verdicts = new HashMap<>();
    List<Row> removedRows = new ArrayList<>();
    for (Row file : grouped(all).collectAsList()) {
      List<Long> rows = file.getList(2);
      verdicts.merge(file.getString(1), (long) rows.size(), Long::sum);
      positions.computeIfAbsent(file.getString(0), name -> new TreeSet<>()).addAll(rows);
      for (Row row : file.<Row>getList(3)) {
        removedRows.add(removedEvent(file.getString(1), row));
      }
    }
    try {
      events.refresh();
      new RowRemoval(events, BRANCH).remove(positions);
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE, lake.warehouse(), String.valueOf(e.getMessage())),
          e);
    }
    if (!removedRows.isEmpty()) {
      lake.append(
          Tables.REMOVED_EVENT,
          spark.createDataFrame(removedRows, TableContract.of(Tables.REMOVED_EVENT).sparkSchema()));
    }
    return new Removal(
        batchId,
        source,
        verdicts.getOrDefault(Deduplication.DUPLICATE, 0L),
        verdicts.getOrDefault(Deduplication.CONFLICTING, 0L),
        verdicts.getOrDefault(Deduplication.VOIDED, 0L),
        verdicts.getOrDefault(VOIDED_EARLIER, 0L));
  }

  private static Column[] removalColumns() {
    return new Column[] {
      col("verdict"),
      col("_file"),
      col("_pos"),
      col("event_id"),
      col("actor_key"),
      col("course_key"),
      col("event_date"),
      col("by_event_id")
    };
  }

  /** One row a file and verdict; duplicates, which may be many, only as positions. */
  private static Dataset<Row> grouped(Dataset<Row> removed) {
    return removed
        .groupBy("_file", "verdict")
        .agg(
            collect_list(col("_pos")),
            collect_list(
                when(
                    col("verdict").notEqual(Deduplication.DUPLICATE),
                    struct(
                        col("event_id"),
                        col("actor_key"),
                        col("course_key"),
                        col("event_date"),
                        col("by_event_id")))),
            count(lit(1)));
  }

  private Row removedEvent(String verdict, Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("event_id", row.getAs("event_id"));
    values.put("reason", verdict);
    values.put("batch_id", batchId);
    values.put("actor_key", row.getAs("actor_key"));
    values.put("course_key", row.getAs("course_key"));
    values.put("event_date", row.getAs("event_date"));
    values.put("by_event_id", row.getAs("by_event_id"));
    return Rows.of(TableContract.of(Tables.REMOVED_EVENT).sparkSchema(), values);
  }

  private Dataset<Row> fileOrder(List<InputSplit> splits) {
    TreeMap<String, Long> files = new TreeMap<>();
    splits.forEach(split -> files.put(split.path(), split.fileId()));
    List<Row> rows = new ArrayList<>();
    files.values().forEach(id -> rows.add(RowFactory.create(id, rows.size())));
    return lake.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("file_id", DataTypes.LongType, false)
                .add("file_order", DataTypes.IntegerType, false));
  }

  private void record(Batch batch, List<InputSplit> splits, List<TaskResult> results) {
    Map<Long, Long> read = new HashMap<>();
    results.forEach(result -> read.merge(result.fileId(), result.counts().read(), Long::sum));
    Map<Long, InputSplit> files = new TreeMap<>();
    splits.forEach(split -> files.put(split.fileId(), split));
    StructType schema = TableContract.of(Tables.SOURCE_FILE).sparkSchema();
    List<Row> rows = new ArrayList<>();
    for (InputSplit file : files.values()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("file_id", file.fileId());
      values.put("source", source);
      values.put("path", file.path());
      values.put("size_bytes", file.fileLength());
      values.put("modified_at", Instant.ofEpochMilli(file.modifiedAtMillis()));
      values.put("batch_id", batchId);
      values.put("read", read.getOrDefault(file.fileId(), 0L));
      rows.add(Rows.of(schema, values));
    }
    lake.append(Tables.SOURCE_FILE, lake.spark().createDataFrame(rows, schema));
    BatchTables.append(lake, batch, asOf, codeVersion);
  }
}
