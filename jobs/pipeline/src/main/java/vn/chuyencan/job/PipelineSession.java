package vn.chuyencan.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionBuilder;
import scala.Option;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.LocalFiles;

/** How the pipeline's Spark session is set up. */
public final class PipelineSession {
  /** Ways to tell executors where the program is. */
  private static final List<String> CODE =
      List.of("spark.jars", "spark.yarn.archive", "spark.executor.extraClassPath");

  /** Settings on which results depend. */
  private static final Set<String> FOR_RESULTS =
      Set.of(
          "spark.sql.session.timeZone",
          "spark.sql.datetime.java8API.enabled",
          "spark.sql.ansi.enabled");

  private PipelineSession() {}

  /**
   * Works with a session of its own. Inside a program that runs Spark already the session shares
   * its context and leaves it running; otherwise Spark starts before the work and stops after it.
   *
   * @param master Spark master, such as {@code local[*]}; of no effect where Spark runs already
   * @param settings further Spark settings, which win over ours
   * @throws PipelineException {@link ErrorCode#SPARK_UNAVAILABLE}, {@link
   *     ErrorCode#SPARK_NEEDS_JAR}, {@link ErrorCode#SPARK_HOST_UNKNOWN}
   */
  public static <T> T during(
      String master, Map<String, String> settings, Function<SparkSession, T> work) {
    Map<String, String> all = new TreeMap<>(defaults(master));
    // What spark-submit was told stands above ours, where results do not depend on it.
    all.keySet().removeIf(key -> !FOR_RESULTS.contains(key) && System.getProperty(key) != null);
    all.putAll(settings);
    requireJar(master, all);
    Option<SparkSession> running = SparkSession.getDefaultSession();
    if (running.isEmpty()) {
      HadoopUser.name();
      SparkHost.name(isLocal(master), master);
      SparkSession own = started(master, all);
      try {
        return work.apply(own);
      } finally {
        own.stop();
      }
    }
    Option<SparkSession> active = SparkSession.getActiveSession();
    try {
      return work.apply(beside(running.get(), master, all));
    } finally {
      if (active.isEmpty()) {
        SparkSession.clearActiveSession();
      } else {
        SparkSession.setActiveSession(active.get());
      }
    }
  }

  /** Executors elsewhere know this program only by a jar that is sent to them. */
  private static void requireJar(String master, Map<String, String> settings) {
    boolean known =
        CODE.stream().anyMatch(key -> settings.containsKey(key) || System.getProperty(key) != null);
    if (!known && !isLocal(master)) {
      throw new PipelineException(Fault.of(ErrorCode.SPARK_NEEDS_JAR, master));
    }
  }

  private static boolean isLocal(String master) {
    return master.startsWith("local") && !master.startsWith("local-cluster");
  }

  private static SparkSession started(String master, Map<String, String> settings) {
    // SparkSession.builder() starts all of Scala's reflection to find this very class.
    SparkSessionBuilder builder =
        org.apache.spark.sql.classic.SparkSession.builder().appName("chuyencan").master(master);
    settings.forEach(builder::config);
    return starting(master, builder::getOrCreate);
  }

  private static SparkSession beside(
      SparkSession running, String master, Map<String, String> settings) {
    return starting(
        master,
        () -> {
          SparkSession own = running.newSession();
          settings.forEach(
              (key, value) -> {
                if (own.conf().isModifiable(key)) {
                  own.conf().set(key, value);
                }
              });
          SparkSession.setActiveSession(own);
          return own;
        });
  }

  private static SparkSession starting(String master, Callable<SparkSession> start) {
    try {
      return start.call();
    } catch (Exception refused) {
      // Spark throws checked exceptions that its methods do not declare.
      throw new PipelineException(
          Fault.of(ErrorCode.SPARK_UNAVAILABLE, master, String.valueOf(refused.getMessage())),
          refused);
    }
  }

  /** The settings under which results are the same everywhere and small nights are quick. */
  static Map<String, String> defaults(String master) {
    boolean local = isLocal(master);
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
