package vn.chuyencan.source.lrs;

import java.time.Duration;

/** How a pull waits; a test's does not. */
@FunctionalInterface
public interface Sleeper {
  /** Waits really. */
  Sleeper THREAD = time -> Thread.sleep(time.toMillis());

  /** Waits so long. */
  void sleep(Duration time) throws InterruptedException;
}
