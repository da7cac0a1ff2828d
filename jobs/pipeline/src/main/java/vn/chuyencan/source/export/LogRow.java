package vn.chuyencan.source.export;

import java.util.List;
import java.util.Map;

/**
 * One row of a log as it is written.
 *
 * @param number its place in the file, for evidence
 * @param time the cell of the time
 * @param user who did it: a name, two names, or {@code -}
 * @param affected whom it concerns, or {@code -}
 * @param context where it happened, such as {@code Quiz: Bài kiểm tra 01}
 * @param component component in the language of the file
 * @param event name of the event in the language of the file
 * @param description Moodle's sentence with the numbers
 * @param origin {@code web}, {@code ws}, {@code cli}, {@code restore}, {@code cron}; null when the
 *     file has no such column
 * @param ip address
 * @param course course of a site's log; empty in a course's
 */
record LogRow(
    long number,
    String time,
    String user,
    String affected,
    String context,
    String component,
    String event,
    String description,
    String origin,
    String ip,
    String course) {

  static LogRow of(long number, List<String> cells, Map<LogColumn, Integer> columns) {
    return new LogRow(
        number,
        cell(cells, columns, LogColumn.TIME),
        cell(cells, columns, LogColumn.USER),
        cell(cells, columns, LogColumn.AFFECTED),
        cell(cells, columns, LogColumn.CONTEXT),
        cell(cells, columns, LogColumn.COMPONENT),
        cell(cells, columns, LogColumn.EVENT),
        cell(cells, columns, LogColumn.DESCRIPTION),
        columns.containsKey(LogColumn.ORIGIN) ? cell(cells, columns, LogColumn.ORIGIN) : null,
        cell(cells, columns, LogColumn.IP),
        cell(cells, columns, LogColumn.COURSE));
  }

  /** The name of the place without the word for its kind, which is in the language of the file. */
  String place() {
    int colon = context.indexOf(':');
    return colon < 0 ? "" : context.substring(colon + 1).strip();
  }

  /** All cells as a person reads them, for what is refused. */
  String text() {
    return String.join(
        "\t", time, user, affected, context, component, event, description, origin + "", ip);
  }

  private static String cell(
      List<String> cells, Map<LogColumn, Integer> columns, LogColumn column) {
    Integer place = columns.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place);
  }
}
