package vn.chuyencan.planted.machine.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

/** Reads the clock in every way. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate", "UnnecessaryLambda"})
final class ReadsTheClock {

  private ReadsTheClock() {}

  static Instant instantNow() {
    return Instant.now();
  }

  static LocalDate dateNow() {
    return LocalDate.now();
  }

  static LocalDate dateNowInZone(ZoneId zone) {
    return LocalDate.now(zone);
  }

  static ZonedDateTime zonedNow() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  static long millis() {
    return System.currentTimeMillis();
  }

  static long nanos() {
    return System.nanoTime();
  }

  static Clock systemClock() {
    return Clock.systemUTC();
  }

  static Clock tickingClock(ZoneId zone) {
    return Clock.tickSeconds(zone);
  }

  static Date oldDate() {
    return new Date();
  }

  static Supplier<Instant> reference() {
    return Instant::now;
  }

  static Supplier<Instant> lambda() {
    return () -> Instant.now();
  }
}
