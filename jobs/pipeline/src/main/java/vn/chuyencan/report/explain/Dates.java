package vn.chuyencan.report.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import vn.chuyencan.error.Language;

/** Days and instants as people read them: {@code 11/10/2026} in Vietnamese, ISO in English. */
final class Dates {
  private static final long MICROS = 1_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final DateTimeFormatter day;
  private final ZoneId zone;

  Dates(Language language, ZoneId zone) {
    this.zone = zone;
    this.day =
        DateTimeFormatter.ofPattern(
            switch (language) {
              case VI -> "dd/MM/uuuu";
              case EN -> "uuuu-MM-dd";
            },
            Locale.ROOT);
  }

  String day(TemporalAccessor date) {
    return day.format(date);
  }

  String range(LocalDate first, LocalDate last) {
    return day(first) + " – " + day(last);
  }

  String day(Instant instant) {
    return day.format(instant.atZone(zone));
  }

  /** Day and second, in the zone of the course run. */
  String second(Instant instant) {
    return day(instant) + " " + TIME.format(instant.atZone(zone));
  }

  String second(long micros) {
    return second(instant(micros));
  }

  /** The time of day; with the day where that is another than the one before it. */
  String end(long start, long micros) {
    LocalDate before = instant(start).atZone(zone).toLocalDate();
    return instant(micros).atZone(zone).toLocalDate().equals(before)
        ? TIME.format(instant(micros).atZone(zone))
        : second(micros);
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
  }
}
