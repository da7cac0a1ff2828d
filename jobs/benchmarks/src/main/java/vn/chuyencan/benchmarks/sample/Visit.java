package vn.chuyencan.benchmarks.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One stay of a learner in a course run.
 *
 * @param start its first event, in the institution's zone
 * @param minutes from its first to its last event
 * @param silence minutes of silence before its last two events; 0 for none
 */
record Visit(LocalDateTime start, int minutes, int silence) {

  Instant from() {
    return start.atZone(Course.ZONE).toInstant();
  }

  /** A visit that begins so long after this one ends. */
  Visit followedAfter(int pause, int nextMinutes) {
    return new Visit(start.plus(Duration.ofMinutes((long) minutes + pause)), nextMinutes, 0);
  }
}
