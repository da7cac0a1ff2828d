package vn.chuyencan.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * {@code activity_burst}: the bursts of each identifier in each course and day. Built in each
 * partition before anything is shuffled, so that what travels is days and not events.
 */
public final class DayBursts {
  private static final long BASE_GAP = Estimator.BASE_GAP.toNanos() / 1000;
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  private DayBursts() {}

  /**
   * The bursts of events.
   *
   * @param events rows of {@code learning_event}
   * @return rows of {@code activity_burst}, one a key
   */
  public static Dataset<Row> of(Dataset<Row> events) {
    Dataset<Row> lean =
        events
            .where(col("origin").equalTo(Origin.STATEMENT).and(col("course_key").isNotNull()))
            .select(
                col("actor_key"),
                col("course_key"),
                col("event_date"),
                expr("unix_micros(occurred_at)").as("micros"),
                col("duration_seconds"));
    return merged(lean.mapPartitions((MapPartitionsFunction<Row, Row>) DayBursts::pack, encoder()));
  }

  /**
   * One row a key, the bursts of equal keys joined. The law of bursts makes it exact: joined parts
   * are what all events together would give.
   */
  public static Dataset<Row> merged(Dataset<Row> parts) {
    return parts
        .groupBy("actor_key", "course_key", "event_date")
        .agg(
            flatten(collect_list(col("bursts"))).as("bursts"),
            flatten(collect_list(col("declared"))).as("declared"))
        .map((MapFunction<Row, Row>) DayBursts::joined, encoder());
  }

  private static Encoder<Row> encoder() {
    return Encoders.row(schema());
  }

  private static StructType schema() {
    return TableContract.of(Tables.ACTIVITY_BURST).sparkSchema();
  }

  private static Iterator<Row> pack(Iterator<Row> events) {
    Map<List<Object>, Day> days = new HashMap<>();
    while (events.hasNext()) {
      Row event = events.next();
      Day day =
          days.computeIfAbsent(
              List.of(event.getLong(0), event.getLong(1), event.getAs(2)), key -> new Day());
      day.add(event.getLong(3), event.getDecimal(4));
    }
    return days.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue().bursts(), entry.getValue().declared))
        .iterator();
  }

  private static Row joined(Row row) {
    return row(
        List.of(row.getLong(0), row.getLong(1), row.<LocalDate>getAs(2)),
        Bursts.join(bursts(row, 3), BASE_GAP),
        new TreeSet<>(intervals(row, 4)));
  }

  private static Row row(List<Object> key, List<Burst> bursts, Collection<Interval> declared) {
    List<Row> burstRows = new ArrayList<>(bursts.size());
    for (Burst burst : bursts) {
      burstRows.add(RowFactory.create(burst.start(), burst.end(), burst.events()));
    }
    List<Row> declaredRows = new ArrayList<>(declared.size());
    for (Interval interval : declared) {
      declaredRows.add(RowFactory.create(interval.start(), interval.end()));
    }
    return RowFactory.create(
        key.get(0), key.get(1), key.get(2), Rows.sequence(burstRows), Rows.sequence(declaredRows));
  }

  /** The bursts in a column of a row of {@code activity_burst}. */
  static List<Burst> bursts(Row row, int column) {
    List<Burst> bursts = new ArrayList<>();
    for (Row burst : row.<Row>getList(column)) {
      bursts.add(new Burst(burst.getLong(0), burst.getLong(1), burst.getLong(2)));
    }
    return bursts;
  }

  /** The declared intervals in a column of a row of {@code activity_burst}. */
  static List<Interval> intervals(Row row, int column) {
    List<Interval> intervals = new ArrayList<>();
    for (Row interval : row.<Row>getList(column)) {
      intervals.add(new Interval(interval.getLong(0), interval.getLong(1)));
    }
    return intervals;
  }

  /** The events of one key within one partition. */
  private static final class Day {
    private final TreeSet<Interval> declared = new TreeSet<>();
    private List<Burst> bursts = new ArrayList<>();
    private int joinAt = 64;

    void add(long micros, BigDecimal seconds) {
      bursts.add(Burst.at(micros));
      if (seconds != null && seconds.signum() > 0) {
        long length = seconds.multiply(MICROS).longValue();
        declared.add(new Interval(micros - length, micros));
      }
      if (bursts.size() >= joinAt) {
        // Joined now and then, a busy day stays as small as its bursts.
        bursts = Bursts.join(bursts, BASE_GAP);
        joinAt = Math.max(64, 2 * bursts.size());
      }
    }

    List<Burst> bursts() {
      return Bursts.join(bursts, BASE_GAP);
    }
  }
}
