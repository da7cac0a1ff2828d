package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;

/**
 * A listener such as OpenLineage's is named by {@code --conf spark.extraListeners} and hears the
 * jobs of a night that runs on Spark; without Spark there is nothing that it could hear.
 */
class SparkListenerTest {
  @TempDir private Path folder;

  /** Writes down what it hears, where a system property says. */
  public static final class Heard extends SparkListener {

    private static void note(String what) {
      try {
        Files.writeString(
            Path.of(System.getProperty("heard")),
            what + "\n",
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      note("job");
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
      note("end");
    }
  }

  /** Runs on Spark in a process of its own: the tests' one context was started without it. */
  public static final class OnSpark {
    private OnSpark() {}

    /** The program of that process. */
    public static void main(String[] arguments) {
      new Execution(
              1,
              Optional.of("local[1]"),
              Map.of(
                  "spark.extraListeners",
                  Heard.class.getName(),
                  "spark.driver.host",
                  "127.0.0.1",
                  "spark.driver.bindAddress",
                  "127.0.0.1"))
          .during(workers -> workers.each(List.of(1, 2), (number, place) -> number + 1));
    }
  }

  @Test
  void aListenerHearsTheJobs() throws IOException, InterruptedException {
    Path heard = folder.resolve("heard");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-") || option.startsWith("--enable-"))
            .toList());
    command.add("-Dheard=" + heard);
    command.addAll(List.of("-cp", classPath(), OnSpark.class.getName()));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readAllLines(heard, StandardCharsets.UTF_8)).contains("job", "end");
  }

  /** Whoever starts the tests may have put the class path into a class loader of its own. */
  private static String classPath() {
    ClassLoader loader = SparkListenerTest.class.getClassLoader();
    if (loader instanceof java.net.URLClassLoader urls) {
      StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
      for (java.net.URL url : urls.getURLs()) {
        path.append(java.io.File.pathSeparatorChar).append(Path.of(url.getPath()));
      }
      return path.toString();
    }
    return System.getProperty("java.class.path");
  }

  @Test
  void withoutSparkAListenerIsRefused() {
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class,
            () ->
                new Execution(
                    1, Optional.empty(), Map.of("spark.extraListeners", "io.openlineage")));
    assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.SETTING_NEEDS_SPARK);
  }
}
