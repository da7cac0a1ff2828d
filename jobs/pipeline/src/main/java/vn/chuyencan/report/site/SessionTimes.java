package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.IntervalText;

/**
 * When a learner's sessions were, as short as a page of five thousand learners needs it: seconds
 * from the start before (of the first session since 1970-01-01T00:00:00Z) and whole seconds of
 * length, one after the other, divided by spaces.
 */
final class SessionTimes {
  private static final long SECOND = 1_000_000;

  private final StringBuilder text = new StringBuilder();
  private long before;

  /**
   * Adds the sessions of a week; weeks come in order.
   *
   * @param cell the value of {@code session_times}: a list of texts in which nothing is escaped
   */
  void add(String cell) {
    int from = cell.indexOf('"') + 1;
    while (from > 0) {
      int to = cell.indexOf('"', from);
      add(IntervalText.read(cell.substring(from, to)));
      from = cell.indexOf('"', to + 1) + 1;
    }
  }

  private void add(Interval session) {
    long start = Math.floorDiv(session.start(), SECOND);
    if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(start - before).append(' ').append(session.length() / SECOND);
    before = start;
  }

  /** The sessions so far. */
  String text() {
    return text.toString();
  }

  /**
   * How far clocks of a zone are ahead of UTC around some days: pairs of the second since
   * 1970-01-01T00:00:00Z from which it is so, and of seconds. A browser may know the zone otherwise
   * or not at all.
   */
  static ArrayNode offsets(ZoneId zone, LocalDate first, LocalDate last) {
    Instant from = first.minusDays(1).atStartOfDay(zone).toInstant();
    Instant to = last.plusDays(2).atStartOfDay(zone).toInstant();
    ArrayNode offsets = SiteJson.list();
    add(offsets, from, zone.getRules().getOffset(from).getTotalSeconds());
    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      add(offsets, next.getInstant(), next.getOffsetAfter().getTotalSeconds());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return offsets;
  }

  private static void add(ArrayNode offsets, Instant from, int seconds) {
    offsets.addArray().add(from.getEpochSecond()).add(seconds);
  }
}
