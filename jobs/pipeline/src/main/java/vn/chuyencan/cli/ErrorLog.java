package vn.chuyencan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Where the libraries log under the launcher, which names this class: errors on standard error and
 * nothing else, as {@code log4j2.properties} says it too. Setting up Log4j takes a quarter of the
 * time in which Spark starts.
 */
public final class ErrorLog implements SLF4JServiceProvider {
  /**
   * They throw what they log, and the refusal that comes of it says which file is damaged, or why a
   * question cannot be answered.
   */
  private static final List<String> TOLD_ANYHOW =
      List.of(
          "org.apache.iceberg.parquet.ParquetReader",
          "org.apache.spark.executor.Executor",
          "org.apache.spark.scheduler.TaskSetManager");

  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();

  /** For SLF4J, which makes it by its name. */
  public ErrorLog() {}

  @Override
  public void initialize() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name ->
        TOLD_ANYHOW.stream().anyMatch(name::startsWith)
            ? NOPLogger.NOP_LOGGER
            : loggers.computeIfAbsent(name, Errors::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  private static final class Errors extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    Errors(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public boolean isInfoEnabled() {
      return false;
    }

    @Override
    public boolean isWarnEnabled() {
      return false;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return Errors.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
      LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
      PrintStream stream =
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
      synchronized (Errors.class) {
        stream.println(
            // A terminal may show how far a run has come, in a line that is written over.
            (Boolean.getBoolean("chuyencan.terminal") ? "\r\u001b[2K" : "")
                + now
                + " "
                + level
                + " "
                + name.substring(name.lastIndexOf('.') + 1)
                + ": "
                + MessageFormatter.basicArrayFormat(pattern, arguments));
        if (thrown != null) {
          thrown.printStackTrace(stream);
        }
      }
    }
  }
}
