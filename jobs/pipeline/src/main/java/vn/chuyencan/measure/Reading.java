package vn.chuyencan.measure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Estimator;

/**
 * How the traces of course runs are read where something else is asked than what their register
 * says.
 *
 * @param estimator by which time is estimated in all runs; empty: each run's own
 * @param gap which silence closes a session in all runs; empty: the estimator's
 */
public record Reading(Optional<Estimator> estimator, Optional<Duration> gap) {

  /** As the register says. */
  public static final Reading REGISTERED = new Reading(Optional.empty(), Optional.empty());

  public Reading {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(gap, "gap");
  }

  /** The same with another gap. */
  public Reading withGap(Duration other) {
    return new Reading(estimator, Optional.of(other));
  }

  Estimator estimator(CourseRun run) {
    Estimator chosen =
        estimator.orElseGet(() -> Estimator.named(run.estimator()).orElse(Estimator.STANDARD));
    return gap.map(chosen::withGap).orElse(chosen);
  }
}
