package vn.chuyencan.model;

import java.io.Serializable;

/**
 * A closed stretch of time in microseconds since 1970-01-01T00:00:00Z.
 *
 * @param start first instant
 * @param end last instant, not before {@code start}
 */
public record Interval(long start, long end) implements Comparable<Interval>, Serializable {

  public Interval {
    if (end < start) {
      throw new IllegalArgumentException(
          "an interval cannot end before it starts: " + start + " > " + end);
    }
  }

  /** Length in microseconds. */
  public long length() {
    return end - start;
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Interval other) {
    int byStart = Long.compare(start, other.start);
    return byStart != 0 ? byStart : Long.compare(end, other.end);
  }
}
