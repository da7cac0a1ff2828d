package vn.chuyencan.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.chuyencan.measure.Bursts;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Estimator;

/** Joining bursts: the events of a busy day into bursts, and a term's bursts into sessions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BurstsBenchmark {
  /** Bursts to join. */
  @Param({"100", "1000"})
  public int count;

  private final List<Burst> bursts = new ArrayList<>();

  /** Instants about a minute apart, in the order in which nobody promised them. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(7);
    bursts.clear();
    for (int i = 0; i < count; i++) {
      bursts.add(Burst.at(random.nextLong(count * 60_000_000L)));
    }
  }

  /** Events into bursts. */
  @Benchmark
  public List<Burst> atBaseGap() {
    return Bursts.join(bursts, Estimator.BASE_GAP.toNanos() / 1000);
  }

  /** Bursts into sessions. */
  @Benchmark
  public List<Burst> atSessionGap() {
    return Bursts.join(bursts, Estimator.STANDARD.gapMicros());
  }
}
