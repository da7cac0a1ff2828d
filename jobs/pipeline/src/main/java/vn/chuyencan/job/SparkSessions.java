package vn.chuyencan.job;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** How the pipeline's Spark session is set up. */
public final class SparkSessions {

  private SparkSessions() {}

  /**
   * Opens a session.
   *
   * @param master Spark master, such as {@code local[*]}
   * @param settings further Spark settings, which win over ours
   */
  public static SparkSession open(String master, Map<String, String> settings) {
    SparkSession.Builder builder = SparkSession.builder().appName("chuyencan").master(master);
    defaults(master).forEach(builder::config);
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** The settings under which results are the same everywhere and small nights are quick. */
  static Map<String, String> defaults(String master) {
    boolean local = master.startsWith("local");
    return Map.ofEntries(
        // Instants and days as java.time, told in UTC: no default zone anywhere.
        Map.entry("spark.sql.session.timeZone", "UTC"),
        Map.entry("spark.sql.datetime.java8API.enabled", "true"),
        // Overflow and bad casts are errors, not nulls.
        Map.entry("spark.sql.ansi.enabled", "true"),
        Map.entry("spark.sql.catalogImplementation", "in-memory"),
        Map.entry("spark.ui.enabled", local ? "false" : "true"),
        Map.entry("spark.ui.showConsoleProgress", "false"),
        Map.entry("spark.sql.shuffle.partitions", local ? "4" : "200"),
        Map.entry("spark.sql.adaptive.enabled", local ? "false" : "true"));
  }
}
