package vn.chuyencan.planted.machine.measure;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/** Asks for the default zone in every way. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"})
final class AsksForTheZone {

  private AsksForTheZone() {}

  static ZoneId zone() {
    return ZoneId.systemDefault();
  }

  static TimeZone oldZone() {
    return TimeZone.getDefault();
  }

  static Clock clockOfZone() {
    return Clock.systemDefaultZone();
  }

  static Calendar calendar(Locale locale) {
    return Calendar.getInstance(locale);
  }
}
