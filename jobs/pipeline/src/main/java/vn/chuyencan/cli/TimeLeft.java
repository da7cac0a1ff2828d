package vn.chuyencan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.work.Meter;

/**
 * Reckons how long a run still takes: the step that goes on by how much of it is done, or else by
 * how long it took the last time; the steps to come as they took the last time.
 */
final class TimeLeft {
  private final Map<String, Duration> earlier;
  private String step = "";
  private Instant stepSince = Instant.EPOCH;
  private Meter.Reading last = new Meter.Reading(0, 0, 0);
  private long pieceBefore;
  private long firstPiece;
  private Instant pieceSince = Instant.EPOCH;
  private Instant lastAdvance = Instant.EPOCH;

  /**
   * @param earlier how long each step took the last time, in their order; empty where none did
   */
  TimeLeft(Map<String, Duration> earlier) {
    this.earlier = new LinkedHashMap<>(earlier);
  }

  /** A step begins. */
  void step(String name, Instant now, Meter.Reading reading) {
    earlier.remove(step);
    step = name;
    stepSince = now;
    pieceBefore = reading.piece();
    firstPiece = 0;
    last = reading;
  }

  /** Looks at the work that is counted. */
  void look(Meter.Reading reading, Instant now) {
    if (reading.piece() != last.piece()) {
      pieceSince = now;
      lastAdvance = now;
    } else if (reading.done() != last.done()) {
      lastAdvance = now;
    }
    last = reading;
    if (firstPiece == 0 && counts() && last.total() > 1) {
      firstPiece = last.piece();
    }
  }

  /**
   * How much of the step's work is done, as it is shown: hundredths of its first piece of several
   * parts. How many pieces come after it nobody knows, so that hundredths of these would begin anew
   * in the middle of a step: their parts are told as they are counted. Empty where nothing is
   * known.
   */
  Optional<String> share() {
    if (!counts() || last.total() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        last.piece() == firstPiece
            ? last.done() * 100 / last.total() + " %"
            : last.done() + "/" + last.total());
  }

  /** How much is done of work of which nobody knows how much there is; 0 elsewhere. */
  long done() {
    return counts() && last.total() == 0 ? last.done() : 0;
  }

  /** What was counted before the step began is not of it. */
  private boolean counts() {
    return last.piece() > pieceBefore;
  }

  /** Whether all steps to come are reckoned, and not only the one that goes on. */
  boolean isOfAll() {
    return !earlier.isEmpty();
  }

  /** How long it takes yet; empty where nothing tells. */
  Optional<Duration> at(Instant now) {
    return ofStep(now).map(left -> left.plus(later()));
  }

  private Optional<Duration> ofStep(Instant now) {
    if (counts() && last.total() > 0 && last.done() > 0) {
      // Parts come in whole; between two of them the time goes on.
      Duration left =
          Duration.between(pieceSince, lastAdvance)
              .multipliedBy(last.total() - last.done())
              .dividedBy(last.done())
              .minus(Duration.between(lastAdvance, now));
      return Optional.of(atLeastNothing(left));
    }
    return Optional.ofNullable(earlier.get(step))
        .map(took -> atLeastNothing(took.minus(Duration.between(stepSince, now))));
  }

  private Duration later() {
    return earlier.entrySet().stream()
        .filter(other -> !other.getKey().equals(step))
        .map(Map.Entry::getValue)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration atLeastNothing(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
