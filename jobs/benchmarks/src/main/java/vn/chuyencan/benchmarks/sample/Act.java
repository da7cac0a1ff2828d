package vn.chuyencan.benchmarks.sample;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Something that a learner does in some consecutive steps of a visit.
 *
 * @param week the course week in which it is due
 * @param steps how many statements it makes
 * @param statements its statements at the given instants
 */
record Act(int week, int steps, Function<List<Instant>, List<Trace>> statements) {

  /** An act of one statement. */
  static Act single(int week, Function<Instant, Trace> statement) {
    return new Act(week, 1, at -> List.of(statement.apply(at.get(0))));
  }
}
