package vn.chuyencan.job;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.LakeDamage;
import vn.chuyencan.table.LocalFiles;
import vn.chuyencan.work.Meter;
import vn.chuyencan.work.SparkWorkers;
import vn.chuyencan.work.ThreadWorkers;
import vn.chuyencan.work.Workers;

/**
 * Who does a run's tasks: threads of this process, or Spark where a master is named. Results are
 * the same.
 *
 * @param threads so many of this process where Spark does not run
 * @param master Spark's, such as {@code spark://host:7077}; empty: no Spark
 * @param settings further settings of Spark, which win over ours; those that begin with {@code
 *     spark.hadoop.} also hold without it
 */
public record Execution(int threads, Optional<String> master, Map<String, String> settings) {
  private static final String HADOOP = "spark.hadoop.";

  /**
   * Checks what can be checked before anything starts.
   *
   * @throws PipelineException {@link ErrorCode#SETTING_NEEDS_SPARK}
   */
  public Execution {
    Objects.requireNonNull(master, "master");
    settings = Map.copyOf(settings);
    if (master.isEmpty()) {
      for (String key : new TreeMap<>(settings).keySet()) {
        if (!key.startsWith(HADOOP)) {
          throw new PipelineException(Fault.of(ErrorCode.SETTING_NEEDS_SPARK, key));
        }
      }
    }
  }

  /**
   * Works with workers that are there for this work.
   *
   * @throws PipelineException {@link ErrorCode#SPARK_UNAVAILABLE}, {@link ErrorCode#STORAGE_FULL},
   *     {@link ErrorCode#STORAGE_FAILS}, {@link ErrorCode#WAREHOUSE_DAMAGED}
   */
  public <T> T during(Function<Workers, T> work) {
    return during(new Meter(), work);
  }

  /**
   * The same with who looks on.
   *
   * @param meter counts what is done of each job
   */
  public <T> T during(Meter meter, Function<Workers, T> work) {
    try {
      return with(meter, work);
    } catch (RuntimeException | Error failure) {
      throw StorageFailure.of(failure)
          .or(() -> LakeDamage.of(failure))
          .orElseThrow(() -> unchecked(failure));
    }
  }

  /** What is no storage's failure goes on as it came. */
  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  private <T> T with(Meter meter, Function<Workers, T> work) {
    if (master.isEmpty()) {
      try (Workers workers = new ThreadWorkers(threads, fileSystems(settings), meter)) {
        return work.apply(workers);
      }
    }
    return PipelineSession.during(
        master.get(),
        settings,
        session -> {
          try (Workers workers =
              new SparkWorkers(JavaSparkContext.fromSparkContext(session.sparkContext()), meter)) {
            return work.apply(workers);
          }
        });
  }

  /**
   * The settings of file systems for who needs no workers; whoever opens one asks here first.
   *
   * @param settings of Spark; those that begin with {@code spark.hadoop.} count
   */
  public static Configuration fileSystems(Map<String, String> settings) {
    HadoopUser.name();
    Configuration hadoop = new Configuration();
    hadoop.set("fs.file.impl", LocalFiles.class.getName());
    settings.forEach((key, value) -> set(hadoop, key, value));
    return hadoop;
  }

  private static void set(Configuration hadoop, String key, String value) {
    if (key.startsWith(HADOOP)) {
      hadoop.set(key.substring(HADOOP.length()), value);
    }
  }
}
