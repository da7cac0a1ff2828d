package vn.chuyencan.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names for publications that sort by time; this process never gives one twice. */
final class RunIds {
  private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

  private RunIds() {}

  /** The next name, such as {@code 2026-09-07T010203Z-4711}. */
  static String next(Clock clock) {
    String id =
        Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString().replace(":", "")
            + "-"
            + ProcessHandle.current().pid();
    String unused = id;
    for (int number = 2; !GIVEN.add(unused); number++) {
      unused = id + "-" + number;
    }
    return unused;
  }
}
