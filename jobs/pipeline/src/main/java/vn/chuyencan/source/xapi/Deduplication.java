package vn.chuyencan.source.xapi;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * Which incoming events stay (PITFALLS 3, 6, 7). The first event of an id stays: the one in the
 * lake, else the first of the batch by file and offset. A later one with the same content is a
 * duplicate, whatever its timestamp; with other content it conflicts and is reported. An event that
 * any voiding statement names, come earlier or later, is voided; a voiding statement cannot be.
 */
final class Deduplication {
  static final String DUPLICATE = "duplicate";
  static final String CONFLICTING = "conflicting";
  static final String VOIDED = "voided";

  private Deduplication() {}

  /**
   * The incoming events that do not stay, with a column {@code verdict}.
   *
   * @param incoming rows of {@code learning_event} of this batch, with {@code _file} and {@code
   *     _pos}
   * @param existing {@code event_id, content_hash} of the lake
   * @param voidings {@code target_event_id} of all voiding statements, this batch's too
   * @param fileOrder {@code file_id, file_order}: the order of the batch's files
   */
  static Dataset<Row> removed(
      Dataset<Row> incoming, Dataset<Row> existing, Dataset<Row> voidings, Dataset<Row> fileOrder) {
    WindowSpec ofId =
        Window.partitionBy("event_id").orderBy("file_order", "file_offset", "_file", "_pos");
    Dataset<Row> kept =
        existing.select(
            col("event_id").as("kept_id"), col("content_hash").as("lake_hash"), lit(1).as("there"));
    Dataset<Row> targets =
        voidings
            .groupBy(col("target_event_id").as("target"))
            .agg(min("by_event_id").as("by_event_id"));
    Column repeated = col("there").isNotNull().or(col("nth").gt(1));
    Column verdict =
        when(repeated.and(col("content_hash").equalTo(col("kept_hash"))), lit(DUPLICATE))
            .when(repeated, lit(CONFLICTING))
            .when(
                col("target").isNotNull().and(col("action").notEqual(Action.VOIDED)), lit(VOIDED));
    return incoming
        .join(broadcast(fileOrder), "file_id")
        .withColumn("nth", row_number().over(ofId))
        .withColumn("first_hash", first(col("content_hash")).over(ofId))
        .join(kept, col("event_id").equalTo(col("kept_id")), "left")
        .join(targets, col("event_id").equalTo(col("target")), "left")
        .withColumn("kept_hash", coalesce(col("lake_hash"), col("first_hash")))
        .withColumn("verdict", verdict)
        .where(col("verdict").isNotNull());
  }
}
