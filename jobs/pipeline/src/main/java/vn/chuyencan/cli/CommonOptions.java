package vn.chuyencan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Execution;

/** Options that every command which works on an institution's data takes. */
final class CommonOptions {
  private static final long HEAP_OF_ALL = 200L << 20;
  private static final long HEAP_OF_TASK = 350L << 20;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "chuyencan.yaml",
      description = "The institution's configuration file (default: ${DEFAULT-VALUE}).")
  private Path config;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The last day that counts, as 2026-10-12 (default: yesterday in the institution's zone).")
  private LocalDate asOf;

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      description = "Language of messages and explanations (default: vi).")
  private Language language;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of this process that do the work; of no effect with --master (default: the"
              + " machine's processors, or fewer where the heap is small).")
  private Integer threads;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master, such as local[*]: Spark does the work instead of threads of this process."
              + " On a cluster start with spark-submit, which names it.")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description =
          "A Spark setting; may be given several times. Without Spark only spark.hadoop.* may be"
              + " given.")
  private final Map<String, String> settings = new LinkedHashMap<>();

  /** The options of the demo, which brings its own configuration. */
  static CommonOptions demo(LocalDate asOf, Language language) {
    CommonOptions options = new CommonOptions();
    options.asOf = asOf;
    options.language = language;
    return options;
  }

  Path config() {
    return config;
  }

  /** The day that was asked for, or null. */
  LocalDate asOf() {
    return asOf;
  }

  Language language() {
    return language;
  }

  /** The Spark that was asked for; empty: none was. */
  Optional<String> master() {
    return Optional.ofNullable(master == null ? System.getProperty("spark.master") : master);
  }

  /** Settings of Spark that were asked for. */
  Map<String, String> settings() {
    return settings;
  }

  /** The settings of file systems, before there are workers. */
  Configuration fileSystems() {
    Map<String, String> all = new TreeMap<>();
    // What spark-submit was told.
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("spark.hadoop."))
        .forEach(name -> all.put(name, System.getProperty(name)));
    all.putAll(settings);
    return Execution.fileSystems(all);
  }

  /** Who does the work. */
  Execution execution() {
    if (threads != null && threads < 1) {
      throw new PipelineException(
          Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--threads", threads.toString(), "2"));
    }
    return new Execution(threads == null ? affordableThreads() : threads, master(), settings);
  }

  /** Every task of a first load holds its open files and what it has learnt of the statements. */
  private static int affordableThreads() {
    long tasks = (Runtime.getRuntime().maxMemory() - HEAP_OF_ALL) / HEAP_OF_TASK;
    return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), tasks));
  }
}
