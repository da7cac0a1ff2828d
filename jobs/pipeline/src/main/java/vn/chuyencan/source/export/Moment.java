package vn.chuyencan.source.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a cell with a date says.
 *
 * @param local date and time as written, nearly always in the zone of the person who made the
 *     download; null when refused
 * @param offset the offset that is written beside it; null when none is, as in all that Moodle
 *     itself writes
 * @param clock whether a time of day is written; midnight stands for none
 * @param seconds whether it is exact to the second
 * @param refusal why it is none; null when it is one
 */
record Moment(
    LocalDateTime local, ZoneOffset offset, boolean clock, boolean seconds, String refusal) {

  Moment(LocalDateTime local, boolean clock, boolean seconds) {
    this(local, null, clock, seconds, null);
  }

  static Moment refused(String why) {
    return new Moment(null, null, false, false, why);
  }

  /**
   * The instant.
   *
   * @param zone zone of a time without an offset
   */
  Instant at(ZoneId zone) {
    return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
  }
}
