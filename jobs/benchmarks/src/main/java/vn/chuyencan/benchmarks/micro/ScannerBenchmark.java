package vn.chuyencan.benchmarks.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.chuyencan.benchmarks.data.OneDay;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** The scanner on statements as {@code scripts/bench} makes them: time for one statement. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScannerBenchmark {
  private static final int STATEMENTS = 10_000;

  private final Configuration hadoop = new Configuration();
  private final Counter counter = new Counter();
  private StatementScanner scanner;
  private Path file;
  private List<InputSplit> splits;

  /** Writes a file of statements. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("scanner", ".ndjson");
    OneDay.write(STATEMENTS, file);
    splits = InputSplits.plan(hadoop, file.toString(), Long.MAX_VALUE);
    scanner =
        new StatementScanner(
            ScanOptions.of(
                ScanMode.LENIENT,
                "bench".getBytes(StandardCharsets.UTF_8),
                Instant.parse("9999-12-31T00:00:00Z")));
  }

  /** Removes it. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** Scans it. */
  @Benchmark
  @OperationsPerInvocation(STATEMENTS)
  public long scan() throws IOException {
    scanner.scan(splits.get(0), hadoop, counter);
    return counter.sum;
  }

  /** Takes everything and keeps a sum, so that nothing can be left out. */
  private static final class Counter implements StatementSink {
    private long sum;

    @Override
    public void accepted(StatementRecord record) {
      sum += record.eventIdLow();
    }

    @Override
    public void rejected(RejectedStatement rejected) {
      throw new IllegalStateException(rejected.toString());
    }

    @Override
    public void outOfScope(StatementRecord record) {
      throw new IllegalStateException("nothing is out of scope");
    }

    @Override
    public void actor(long key, ActorIdentity identity) {
      sum += key;
    }

    @Override
    public void activity(long key, ActivityDescription description) {
      sum += key;
    }

    @Override
    public void verb(long key, VerbDescription description) {
      sum += key;
    }
  }
}
