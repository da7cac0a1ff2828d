package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a database is waited for.
 *
 * @param connectTimeout until a connection stands and the server has let the user in
 * @param timeout how long the server may say nothing while it is asked; an answer may take longer,
 *     as long as something of it comes
 */
public record DatabasePatience(Duration connectTimeout, Duration timeout) implements Serializable {
  /** 30 seconds; 10 minutes, in which a slow server has counted a log of many years. */
  public static final DatabasePatience USUAL =
      new DatabasePatience(Duration.ofSeconds(30), Duration.ofMinutes(10));

  private static final long LONGEST = Duration.ofDays(7).toMillis();

  /** The wait for a connection in milliseconds, at least one: 0 means forever to a driver. */
  long connectMillis() {
    return millis(connectTimeout);
  }

  /** The wait for an answer, likewise. */
  long answerMillis() {
    return millis(timeout);
  }

  private static long millis(Duration duration) {
    boolean tooLong = duration.compareTo(Duration.ofMillis(LONGEST)) > 0;
    return tooLong ? LONGEST : Math.max(1, duration.toMillis());
  }
}
