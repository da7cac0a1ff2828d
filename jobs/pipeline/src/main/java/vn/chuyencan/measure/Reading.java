package vn.chuyencan.measure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.WeekCalendar;
import vn.chuyencan.model.WeekRule;

/**
 * How the traces of course runs are read where something else is asked than what their register
 * says.
 *
 * @param estimator by which time is estimated in all runs; empty: each run's own
 * @param gap which silence closes a session in all runs; empty: the estimator's
 * @param weeks where weeks begin
 */
public record Reading(Optional<Estimator> estimator, Optional<Duration> gap, WeekRule weeks) {

  /** As the register says. */
  public static final Reading REGISTERED =
      new Reading(Optional.empty(), Optional.empty(), WeekRule.COURSE);

  public Reading {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(gap, "gap");
    Objects.requireNonNull(weeks, "weeks");
  }

  /** The same with another gap. */
  public Reading withGap(Duration other) {
    return new Reading(estimator, Optional.of(other), weeks);
  }

  /** The same with weeks by another rule. */
  public Reading withWeeks(WeekRule other) {
    return new Reading(estimator, gap, other);
  }

  Estimator estimator(CourseRun run) {
    Estimator chosen =
        estimator.orElseGet(() -> Estimator.named(run.estimator()).orElse(Estimator.STANDARD));
    return gap.map(chosen::withGap).orElse(chosen);
  }

  WeekCalendar calendar(CourseRun run) {
    return run.weeks(weeks);
  }
}
