package vn.chuyencan.benchmarks.micro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyEvaluator;
import vn.chuyencan.policy.PolicyLoader;

/** The evaluator: all certificates of the bundled policy for one learner. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {
  private final Policy policy = PolicyLoader.load("flipped-classroom");
  private final PolicyEvaluator.Context context =
      new PolicyEvaluator.Context(LocalDate.of(2026, 11, 2), "standard");
  private final LearnerMeasures learner =
      LearnerMeasures.builder("LHDN-2026-1", "HV001")
          .phase(LearnerMeasures.Phase.CLOSED)
          .byKey("sessions_by_week", numbered("", 5, 3))
          .byKey("active_days_by_week", numbered("", 5, 2))
          .byKey("best_percent_by_exercise", numbered("BT", 28, 80))
          .byKey("posts_by_forum", numbered("DD", 5, 1))
          .byKey("posts_by_week", numbered("", 5, 1))
          .number("minutes", 742)
          .number("minutes_15", 668)
          .number("minutes_30", 742)
          .number("minutes_60", 801)
          .number("posts", 6)
          .number("exercises_completed", 28)
          .number("average_macro", new BigDecimal("73.6"))
          .number("average_pooled", new BigDecimal("72.9"))
          .number("plenary_present", 6)
          .number("practice_present", 4)
          .build();

  private static Map<String, Fraction> numbered(String prefix, int count, int value) {
    Map<String, Fraction> map = new TreeMap<>();
    for (int i = 1; i <= count; i++) {
      map.put(prefix + i, Fraction.of(value));
    }
    return map;
  }

  /** Decides. */
  @Benchmark
  public List<Decision> decide() {
    return PolicyEvaluator.decide(policy, learner, context);
  }
}
