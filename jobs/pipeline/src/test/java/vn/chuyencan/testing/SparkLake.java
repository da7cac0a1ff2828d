package vn.chuyencan.testing;

import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.chuyencan.table.Lake;

/** A lake as an analyst's Spark sees it. */
public final class SparkLake {
  private final SparkSession spark;

  private SparkLake(SparkSession spark) {
    this.spark = spark;
  }

  /** The lake in a session of its own: a session keeps the first catalog of a name. */
  public static SparkLake of(Lake lake) {
    SparkSession spark = SparkSessions.shared().newSession();
    String prefix = "spark.sql.catalog.lake";
    spark.conf().set(prefix, SparkCatalog.class.getName());
    spark.conf().set(prefix + ".type", "hadoop");
    spark.conf().set(prefix + ".warehouse", lake.warehouse());
    spark.conf().set(prefix + ".cache-enabled", "false");
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    // Catalogs are looked up in the settings of whichever session is active on this thread.
    SparkSession.setActiveSession(spark);
    return new SparkLake(spark);
  }

  /** All rows of a table. */
  public Dataset<Row> read(String table) {
    return spark.table("lake.chuyencan." + table);
  }
}
