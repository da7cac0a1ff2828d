package vn.chuyencan.source.export;

import java.time.LocalDateTime;

/**
 * What a cell with a date says.
 *
 * @param local date and time in the zone of the person who made the download; null when refused
 * @param seconds whether it is exact to the second
 * @param refusal why it is none; null when it is one
 */
record Moment(LocalDateTime local, boolean seconds, String refusal) {
  static Moment refused(String why) {
    return new Moment(null, false, why);
  }
}
