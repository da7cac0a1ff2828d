package vn.chuyencan.source.lrs;

import java.time.Duration;

/**
 * How long and how often an LRS is waited for.
 *
 * @param connectTimeout until a connection stands
 * @param timeout from a question to the last byte of its answer
 * @param maxRetries how often a question that failed is asked again
 * @param pause at least so long between an answer and the next question
 */
public record LrsPatience(
    Duration connectTimeout, Duration timeout, int maxRetries, Duration pause) {
  /** 30 seconds, 5 minutes, 6 retries (over a good minute), no pause. */
  public static final LrsPatience USUAL =
      new LrsPatience(Duration.ofSeconds(30), Duration.ofMinutes(5), 6, Duration.ZERO);

  /** A server that wants a longer wait than this is asked another night. */
  static final Duration LONGEST_WISH = Duration.ofMinutes(30);

  private static final int LAST_DOUBLING = 6;

  /** The pause that keeps to so many questions a minute, however fast the answers come. */
  public static Duration pauseOf(int requestsPerMinute) {
    return Duration.ofMinutes(1).dividedBy(requestsPerMinute);
  }

  /**
   * The wait before a retry: 1, 2, 4 … 64 seconds. The same every time, for a night asks alone.
   *
   * @param retry number of the retry, from 0
   */
  static Duration before(int retry) {
    return Duration.ofSeconds(1L << Math.min(retry, LAST_DOUBLING));
  }
}
