package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** Events of each source by day, with days on which it was silent, for a chart. */
final class SourceDays {
  private static final int MOST_DAYS = 366;

  private SourceDays() {}

  /** The last year of each source. */
  static ArrayNode json(PublishedTables tables) throws IOException {
    Map<String, Deque<Day>> sources = new TreeMap<>();
    tables.each(
        Tables.SOURCE_DAY,
        row -> {
          Deque<Day> days =
              sources.computeIfAbsent(row.text("source"), source -> new ArrayDeque<>());
          days.add(new Day(row.text("event_date"), row.count("events"), row.is("log_gap")));
          if (days.size() > MOST_DAYS) {
            days.removeFirst();
          }
        });
    ArrayNode list = SiteJson.list();
    sources.forEach(
        (source, days) -> {
          ObjectNode json = list.addObject().put("source", source);
          ArrayNode dates = json.putArray("days");
          ArrayNode events = json.putArray("events");
          ArrayNode gaps = json.putArray("gaps");
          days.forEach(
              day -> {
                dates.add(day.date());
                events.add(day.events());
                gaps.add(day.gap() ? 1 : 0);
              });
        });
    return list;
  }

  private record Day(String date, long events, boolean gap) {}
}
