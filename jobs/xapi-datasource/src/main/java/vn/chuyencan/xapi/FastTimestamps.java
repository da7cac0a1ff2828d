package vn.chuyencan.xapi;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.chuyencan.xapi.source.Words;

/**
 * Reads the usual form of timestamps from bytes: {@code 2026-09-07T08:00:00.123Z} or with an offset
 * such as {@code +07:00}. Any other form is declined; {@link vn.chuyencan.xapi.rules.Timestamps}
 * knows them all.
 */
final class FastTimestamps {
  private static final int TIME = 10;
  private static final int FRACTION = 19;
  private static final int OFFSET_LENGTH = 6;
  private static final long MICROS = 1_000_000L;

  /** The day read last: statements of one day stand together. */
  private long lastMonth;

  private int lastDay;
  private long lastEpochDay;
  private boolean started;

  /** Microseconds since the epoch of the cursor's last string. */
  long micros(JsonCursor cursor) {
    byte[] bytes = cursor.bytes;
    int from = cursor.textFrom;
    int to = cursor.textTo;
    if (to - from <= FRACTION
        || bytes[from + TIME] != 'T'
        || bytes[from + 13] != ':'
        || bytes[from + 16] != ':') {
      throw Declined.here();
    }
    int hour = two(bytes, from + 11);
    int minute = two(bytes, from + 14);
    int second = two(bytes, from + 17);
    if (hour > 23 || minute > 59 || second > 59) {
      throw Declined.here();
    }
    long seconds = day(bytes, from) * 86_400L + hour * 3_600L + minute * 60L + second;
    int at = from + FRACTION;
    long micros = 0;
    if (bytes[at] == '.') {
      int first = ++at;
      int digits = 0;
      while (at < to && isDigit(bytes[at])) {
        if (digits < 6) {
          micros = micros * 10 + (bytes[at] - '0');
          digits++;
        }
        at++;
      }
      if (at == first) {
        throw Declined.here();
      }
      for (; digits < 6; digits++) {
        micros *= 10;
      }
    }
    return (seconds - offset(bytes, at, to)) * MICROS + micros;
  }

  private long day(byte[] bytes, int from) {
    long month = Words.at(bytes, from);
    int day = two(bytes, from + 8);
    if (started && month == lastMonth && day == lastDay) {
      return lastEpochDay;
    }
    int year = two(bytes, from) * 100 + two(bytes, from + 2);
    int number = two(bytes, from + 5);
    if (bytes[from + 4] != '-'
        || bytes[from + 7] != '-'
        || number < 1
        || number > 12
        || day < 1
        || day > YearMonth.of(year, number).lengthOfMonth()) {
      throw Declined.here();
    }
    lastMonth = month;
    lastDay = day;
    lastEpochDay = LocalDate.of(year, number, day).toEpochDay();
    started = true;
    return lastEpochDay;
  }

  /** Seconds east of Greenwich. */
  private static long offset(byte[] bytes, int at, int to) {
    if (to - at == 1 && bytes[at] == 'Z') {
      return 0;
    }
    if (to - at != OFFSET_LENGTH || bytes[at + 3] != ':') {
      throw Declined.here();
    }
    int hours = two(bytes, at + 1);
    int minutes = two(bytes, at + 4);
    boolean west = bytes[at] == '-';
    // No zone is further from Greenwich; and -00:00 is a harmless fault.
    if ((!west && bytes[at] != '+')
        || hours > 14
        || minutes > 59
        || (west && hours == 0 && minutes == 0)) {
      throw Declined.here();
    }
    long seconds = hours * 3_600L + minutes * 60L;
    return west ? -seconds : seconds;
  }

  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw Declined.here();
    }
    return tens * 10 + ones;
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
  }
}
