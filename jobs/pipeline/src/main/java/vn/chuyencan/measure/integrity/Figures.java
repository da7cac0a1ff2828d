package vn.chuyencan.measure.integrity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Figures and instants as findings tell them, in words for no particular language. */
final class Figures {
  static final long MINUTE = 60_000_000L;
  static final long SECOND = 1_000_000L;

  private static final int PLACES = 2;

  private Figures() {}

  /** Minutes, rounded down at the second place. */
  static String minutes(long micros) {
    return number(micros, MINUTE);
  }

  /** Seconds, likewise. */
  static String seconds(long micros) {
    return number(micros, SECOND);
  }

  private static String number(long micros, long unit) {
    BigDecimal number =
        BigDecimal.valueOf(micros)
            .divide(BigDecimal.valueOf(unit), PLACES, RoundingMode.FLOOR)
            .stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
  }

  /** An instant in UTC; fractions of a second only where there are some. */
  static String instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  /** From one instant to another. */
  static String range(long start, long end) {
    return instant(start) + "/" + instant(end);
  }
}
