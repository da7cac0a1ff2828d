package vn.chuyencan.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time as ISO 8601 writes it, start/duration in UTC: {@code
 * 2026-09-07T12:01:00Z/PT45M12S}. The parts are those that {@link Instant#toString} and {@link
 * Duration#toString} print. Digits are written and read here, because a load has hundreds of
 * thousands of sessions.
 */
public final class IntervalText {
  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400;
  private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

  /** Where the fraction of a second or the final Z of a start stands. */
  private static final int AFTER_SECONDS = 19;

  private static final String BETWEEN = "Z/PT";

  private IntervalText() {}

  /**
   * Writes a stretch.
   *
   * @param start microseconds since 1970-01-01T00:00:00Z
   * @param end likewise, not before {@code start}
   */
  public static String of(long start, long end) {
    long second = Math.floorDiv(start, SECOND);
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
      return Instant.EPOCH.plus(start, ChronoUnit.MICROS)
          + "/"
          + Duration.of(end - start, ChronoUnit.MICROS);
    }
    StringBuilder text = new StringBuilder(48);
    padded(text, day.getYear(), 4).append('-');
    padded(text, day.getMonthValue(), 2).append('-');
    padded(text, day.getDayOfMonth(), 2).append('T');
    int ofDay = (int) Math.floorMod(second, DAY);
    padded(text, ofDay / 3600, 2).append(':');
    padded(text, ofDay / 60 % 60, 2).append(':');
    padded(text, ofDay % 60, 2);
    int micros = (int) Math.floorMod(start, SECOND);
    if (micros % 1000 != 0) {
      padded(text.append('.'), micros, 6);
    } else if (micros != 0) {
      padded(text.append('.'), micros / 1000, 3);
    }
    return duration(text.append(BETWEEN), end - start).toString();
  }

  private static StringBuilder duration(StringBuilder text, long length) {
    long seconds = length / SECOND;
    if (seconds >= 3600) {
      text.append(seconds / 3600).append('H');
    }
    if (seconds / 60 % 60 > 0) {
      text.append(seconds / 60 % 60).append('M');
    }
    int micros = (int) (length % SECOND);
    if (seconds % 60 > 0 || micros > 0 || seconds == 0) {
      text.append(seconds % 60);
      if (micros > 0) {
        padded(text.append('.'), micros, 6);
        while (text.charAt(text.length() - 1) == '0') {
          text.setLength(text.length() - 1);
        }
      }
      text.append('S');
    }
    return text;
  }

  private static StringBuilder padded(StringBuilder text, int number, int length) {
    int unit = 1;
    for (int place = 1; place < length; place++) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
    return text;
  }

  /**
   * Reads what {@link #of} has written.
   *
   * @throws IllegalArgumentException where the text is no such stretch
   */
  public static Interval read(String text) {
    int end = text.indexOf(BETWEEN);
    if (end < AFTER_SECONDS || text.length() == end + BETWEEN.length()) {
      throw none(text);
    }
    long start;
    if (text.charAt(4) == '-') {
      LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
      long second =
          digits(text, 11, 13) * 3600L + digits(text, 14, 16) * 60L + digits(text, 17, 19);
      start =
          (day.toEpochDay() * DAY + second) * SECOND
              + (end == AFTER_SECONDS ? 0 : fraction(text, AFTER_SECONDS + 1, end));
    } else {
      // Years of more digits have a sign.
      Instant instant = Instant.parse(text.substring(0, end + 1));
      start = instant.getEpochSecond() * SECOND + instant.getNano() / 1000;
    }
    return new Interval(start, start + length(text, end + BETWEEN.length()));
  }

  private static long length(String text, int from) {
    long length = 0;
    int begin = from;
    int point = -1;
    for (int place = from; place < text.length(); place++) {
      char unit = text.charAt(place);
      if (unit == '.') {
        point = place;
      } else if (unit < '0' || unit > '9') {
        long seconds = digits(text, begin, point < 0 ? place : point);
        length +=
            switch (unit) {
              case 'H' -> 3600 * seconds * SECOND;
              case 'M' -> 60 * seconds * SECOND;
              case 'S' -> seconds * SECOND + (point < 0 ? 0 : fraction(text, point + 1, place));
              default -> throw none(text);
            };
        begin = place + 1;
      }
    }
    if (begin != text.length()) {
      throw none(text);
    }
    return length;
  }

  /** Digits behind a point, as microseconds. */
  private static int fraction(String text, int from, int to) {
    int micros = digits(text, from, to);
    for (int place = to - from; place < 6; place++) {
      micros *= 10;
    }
    return micros;
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int place = from; place < to; place++) {
      int digit = text.charAt(place) - '0';
      if (digit < 0 || digit > 9) {
        throw none(text);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException("no start/duration: " + text);
  }
}
