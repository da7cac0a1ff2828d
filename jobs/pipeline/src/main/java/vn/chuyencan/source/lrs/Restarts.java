package vn.chuyencan.source.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From where a query goes on whose continuation the server has forgotten, and how often. */
final class Restarts {
  private static final int MOST = 1000;
  private static final int WITHOUT_PROGRESS = 3;

  /** Enough for the order in which the pages came; what became visible late is the night's. */
  private static final Duration NARROW = Duration.ofSeconds(10);

  private final FiltersOn filter;
  private final Instant since;
  private final Duration overlap;
  private Instant passedLast;
  private int count;
  private int withoutProgress;

  /**
   * @param since what the query began with; null: the beginning
   */
  Restarts(FiltersOn filter, Instant since, Duration overlap) {
    this.filter = filter;
    this.since = since;
    this.overlap = overlap;
  }

  int count() {
    return count;
  }

  /** Counts a restart; false if there were enough, or several without any progress. */
  boolean mayGoOn(StatementOrder order) {
    count++;
    Instant passed = order.passed(filter).orElse(null);
    boolean progress = passed != null && (passedLast == null || passed.isAfter(passedLast));
    withoutProgress = progress ? 0 : withoutProgress + 1;
    passedLast = passed;
    return count <= MOST && withoutProgress < WITHOUT_PROGRESS;
  }

  /**
   * What to ask for next. Where the order of the pages does not tell what was passed, everything
   * again. If the usual overlap brought no progress, because it is longer than what the server
   * gives at a time, a narrow one.
   */
  Instant since(StatementOrder order) {
    Optional<Instant> passed = order.passed(filter);
    if (passed.isEmpty()) {
      return since;
    }
    Instant next = passed.get().minus(withoutProgress == 0 ? overlap : NARROW);
    return since != null && next.isBefore(since) ? since : next;
  }
}
