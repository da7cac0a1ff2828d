package vn.chuyencan.source.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The local day of an instant, without an object for each: a zone's offset holds for months. */
final class LocalDays {
  private static final long MICROS = 1_000_000L;
  private static final long DAY = 86_400L;

  private final ZoneRules rules;
  private long from = 1;
  private long until;
  private long offset;

  LocalDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /**
   * The day.
   *
   * @param micros microseconds since the epoch, UTC
   * @return days since 1970-01-01 in the zone
   */
  int of(long micros) {
    long second = Math.floorDiv(micros, MICROS);
    if (second < from || second >= until) {
      find(Instant.ofEpochSecond(second));
    }
    return Math.toIntExact(Math.floorDiv(second + offset, DAY));
  }

  private void find(Instant instant) {
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    ZoneOffsetTransition last = rules.previousTransition(instant.plusSeconds(1));
    until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    from = last == null ? Long.MIN_VALUE : last.toEpochSecond();
  }
}
