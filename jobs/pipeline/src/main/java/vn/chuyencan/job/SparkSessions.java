package vn.chuyencan.job;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import vn.chuyencan.table.LocalFiles;

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
        Map.entry("spark.hadoop.fs.file.impl", LocalFiles.class.getName()),
        Map.entry("spark.ui.enabled", local ? "false" : "true"),
        Map.entry("spark.ui.showConsoleProgress", "false"),
        Map.entry("spark.sql.shuffle.partitions", local ? "2" : "200"),
        // On one machine nights are small: compiling code for each plan costs more than it saves.
        Map.entry("spark.sql.codegen.wholeStage", local ? "false" : "true"),
        Map.entry("spark.sql.codegen.factoryMode", local ? "NO_CODEGEN" : "FALLBACK"),
        Map.entry("spark.sql.adaptive.enabled", local ? "false" : "true"));
  }
}
