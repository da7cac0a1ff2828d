package vn.chuyencan.model;

/**
 * A maximal run of events with gaps of at most {@link Estimator#BASE_GAP}, cut at midnight.
 *
 * @param start first event, microseconds since the epoch, UTC
 * @param end last event
 * @param events how many events it holds; negative where repeats are to be taken out of the burst
 *     in which they lie, which {@link Bursts#join} does
 */
public record Burst(long start, long end, long events) implements Comparable<Burst> {

  public Burst {
    if (end < start) {
      throw new IllegalArgumentException(
          "no burst runs from " + start + " to " + end + " with " + events + " events");
    }
  }

  /** A burst of one event. */
  public static Burst at(long instant) {
    return new Burst(instant, instant, 1);
  }

  /** By start, then end, then events. */
  @Override
  public int compareTo(Burst other) {
    int byStart = Long.compare(start, other.start);
    if (byStart != 0) {
      return byStart;
    }
    int byEnd = Long.compare(end, other.end);
    return byEnd != 0 ? byEnd : Long.compare(events, other.events);
  }
}
