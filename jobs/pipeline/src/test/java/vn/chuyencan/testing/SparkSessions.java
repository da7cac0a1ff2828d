package vn.chuyencan.testing;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of all tests in this module: two threads, two shuffle partitions, no user
 * interface, no Hive, UTC. It ends with the test process.
 */
public final class SparkSessions {
  private SparkSessions() {}

  /** The shared session; never close it. */
  public static SparkSession shared() {
    return Holder.SESSION;
  }

  private static final class Holder {
    private static final SparkSession SESSION =
        SparkSession.builder()
            .appName("chuyencan-tests")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .getOrCreate();
  }
}
