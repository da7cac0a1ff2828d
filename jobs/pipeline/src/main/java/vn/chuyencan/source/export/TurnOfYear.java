package vn.chuyencan.source.export;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Finds, among times that name no year, where New Year lies. A log goes through time in one
 * direction, so a single leap of more than half a year against it is the turn; what lies later in
 * the year than the newest row is then of the year before.
 */
final class TurnOfYear {
  /** Any leap year: only the place in the year matters. */
  static final int ANY_YEAR = 2000;

  private static final Duration HALF_A_YEAR = Duration.ofDays(183);

  private LocalDateTime first;
  private LocalDateTime last;
  private long rises;
  private long falls;
  private long leapsUp;
  private long leapsDown;

  /** Takes the next row's time, in {@link #ANY_YEAR}. */
  void observe(LocalDateTime time) {
    if (last == null) {
      first = time;
    } else if (time.isAfter(last)) {
      rises++;
      leapsUp += leap(last, time);
    } else if (time.isBefore(last)) {
      falls++;
      leapsDown += leap(time, last);
    }
    last = time;
  }

  private static long leap(LocalDateTime early, LocalDateTime late) {
    return Duration.between(early, late).compareTo(HALF_A_YEAR) > 0 ? 1 : 0;
  }

  /** Whether a time, in {@link #ANY_YEAR}, is of the year before that of the newest row. */
  boolean isOfYearBefore(LocalDateTime time) {
    boolean newestFirst = leapsUp == 1 && leapsDown == 0 && falls >= rises;
    boolean newestLast = leapsDown == 1 && leapsUp == 0 && rises >= falls;
    if (newestFirst == newestLast) {
      return false;
    }
    return time.isAfter(newestFirst ? first : last);
  }
}
