package vn.chuyencan.xapi.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Timestamps of xAPI (Data 4.5): ISO 8601 with a date, a time to the minute or finer, and an
 * offset, as microseconds since the epoch, UTC. What is finer than a microsecond is cut off.
 */
public final class Timestamps {
  private static final long MICROS = 1_000_000L;
  private static final int LONGEST_OFFSET_HOURS = 18;

  private final String text;
  private final String place;
  private final FaultLog faults;
  private int at;

  private Timestamps(String text, String place, FaultLog faults) {
    this.text = text;
    this.place = place;
    this.faults = faults;
  }

  /**
   * The instant of a timestamp.
   *
   * @param text the timestamp
   * @param place where it stands, for messages
   * @param zone zone of a timestamp that names none; null refuses it
   * @param faults takes the harmless faults
   * @return microseconds since the epoch, UTC
   * @throws RuleViolation if it is no timestamp, or names no zone and none is given
   */
  public static long micros(String text, String place, ZoneId zone, FaultLog faults) {
    return new Timestamps(text, place, faults).parse(zone);
  }

  private long parse(ZoneId zone) {
    int year = digits(4);
    sign('-');
    int month = digits(2);
    sign('-');
    int day = digits(2);
    separator();
    int hour = digits(2);
    sign(':');
    int minute = digits(2);
    int second = 0;
    if (peek() == ':') {
      at++;
      second = digits(2);
    }
    long micros = fraction();
    LocalDateTime local;
    try {
      local = LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, minute, second));
    } catch (DateTimeException noSuchMoment) {
      throw wrong();
    }
    if (at == text.length()) {
      return unzoned(local, zone) * MICROS + micros;
    }
    long offset = offset();
    if (at != text.length()) {
      throw wrong();
    }
    return (local.toEpochSecond(ZoneOffset.UTC) - offset) * MICROS + micros;
  }

  private long unzoned(LocalDateTime local, ZoneId zone) {
    if (zone == null) {
      throw new RuleViolation(
          Reason.UNZONED_TIMESTAMP,
          place + " " + text + " names no zone, and the source gives none.");
    }
    faults.note(HarmlessFault.TIMESTAMP_WITHOUT_ZONE);
    return local.atZone(zone).toEpochSecond();
  }

  private void separator() {
    char sign = peek();
    if (sign != 'T') {
      boolean harmless = sign == 't' || sign == ' ';
      if (!harmless || !faults.tolerates(HarmlessFault.TIMESTAMP_NOTATION)) {
        throw wrong();
      }
    }
    at++;
  }

  private long fraction() {
    if (peek() != '.' && peek() != ',') {
      return 0;
    }
    at++;
    int from = at;
    long micros = 0;
    while (isDigit(peek())) {
      if (at - from < 6) {
        micros = micros * 10 + (text.charAt(at) - '0');
      }
      at++;
    }
    if (at == from) {
      throw wrong();
    }
    for (int digits = at - from; digits < 6; digits++) {
      micros *= 10;
    }
    return micros;
  }

  /** Seconds east of Greenwich. */
  private long offset() {
    char sign = peek();
    at++;
    if (sign == 'Z') {
      return 0;
    }
    if (sign == 'z' && faults.tolerates(HarmlessFault.TIMESTAMP_NOTATION)) {
      return 0;
    }
    if (sign != '+' && sign != '-') {
      throw wrong();
    }
    int hours = digits(2);
    int minutes = 0;
    if (at < text.length()) {
      if (peek() == ':') {
        at++;
      }
      minutes = digits(2);
    }
    if (hours > LONGEST_OFFSET_HOURS || minutes > 59) {
      throw wrong();
    }
    if (sign == '-'
        && hours == 0
        && minutes == 0
        && !faults.tolerates(HarmlessFault.TIMESTAMP_NEGATIVE_ZERO_OFFSET)) {
      throw wrong();
    }
    long seconds = hours * 3600L + minutes * 60L;
    return sign == '-' ? -seconds : seconds;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      char sign = peek();
      if (!isDigit(sign)) {
        throw wrong();
      }
      value = value * 10 + (sign - '0');
      at++;
    }
    return value;
  }

  private void sign(char wanted) {
    if (peek() != wanted) {
      throw wrong();
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private RuleViolation wrong() {
    return new RuleViolation(
        Reason.INVALID_TIMESTAMP, place, "an ISO 8601 date and time with an offset", text);
  }
}
