package vn.chuyencan.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import vn.chuyencan.measure.DayBursts;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/**
 * Keeps {@code activity_burst} equal to what all events of the lake would give: the bursts of new
 * events are merged into the stored ones of their day, and a day that lost an event is built anew
 * from its events.
 */
final class BurstTable {

  private BurstTable() {}

  /**
   * Brings the table up to the lake's last batch.
   *
   * @param measured the last batch that it contains
   */
  static void update(Lake lake, long measured) {
    Dataset<Row> events = lake.read(Tables.LEARNING_EVENT);
    Dataset<Row> fresh = DayBursts.of(events.where(col("batch_id").gt(measured)));
    boolean first = lake.table(Tables.ACTIVITY_BURST).currentSnapshot() == null;
    if (first) {
      lake.append(Tables.ACTIVITY_BURST, fresh.coalesce(1));
      return;
    }
    Dataset<Row> lost =
        lake.read(Tables.REMOVED_EVENT)
            .where(
                col("batch_id")
                    .gt(measured)
                    .and(col("reason").equalTo(StatementFiles.VOIDED_EARLIER))
                    .and(col("course_key").isNotNull()))
            .select("actor_key", "course_key", "event_date")
            .distinct();
    Dataset<Row> news = fresh.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Set<LocalDate> days = new TreeSet<>();
      news.select("event_date")
          .unionByName(lost.select("event_date"))
          .distinct()
          .collectAsList()
          .forEach(row -> days.add(row.getAs(0)));
      if (days.isEmpty()) {
        return;
      }
      Object[] touched = days.toArray();
      Dataset<Row> stored = lake.read(Tables.ACTIVITY_BURST).where(col("event_date").isin(touched));
      String[] key = {"actor_key", "course_key", "event_date"};
      Dataset<Row> rebuilt =
          DayBursts.of(
              events
                  .where(col("event_date").isin(touched).and(col("batch_id").leq(measured)))
                  .join(lost, lost.columns(), "left_semi"));
      Dataset<Row> merged =
          DayBursts.merged(
              stored.join(lost, key, "left_anti").unionByName(rebuilt).unionByName(news));
      lake.replace(Tables.ACTIVITY_BURST, merged.coalesce(1), col("event_date").isin(touched));
    } finally {
      news.unpersist();
    }
  }
}
