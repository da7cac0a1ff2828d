package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of rows of the log that one task reads.
 *
 * @param first lowest id
 * @param last highest id
 */
record LogShare(long first, long last) implements Serializable {
  /** Worth a task, with its connection and its files, of its own. */
  private static final long LEAST_ROWS = 50_000;

  private static final int TASKS_A_THREAD = 4;

  /** Divides a range among tasks. */
  static List<LogShare> of(long first, long last, int threads) {
    long rows = last - first + 1;
    long tasks = Math.max(1, Math.min((long) TASKS_A_THREAD * threads, rows / LEAST_ROWS));
    List<LogShare> shares = new ArrayList<>();
    for (long task = 0; task < tasks; task++) {
      long from = first + rows * task / tasks;
      long to = first + rows * (task + 1) / tasks - 1;
      if (to >= from) {
        shares.add(new LogShare(from, to));
      }
    }
    return shares;
  }
}
