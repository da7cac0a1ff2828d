package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** The row at which a query stands. Columns are told by name; one that the site lacks is null. */
final class MoodleRow {
  /** The last second of the year 9999: what lies beyond is no time, and no calendar tells it. */
  static final long LATEST = 253_402_300_799L;

  private final ResultSet rows;
  private final Map<String, Integer> places;

  MoodleRow(ResultSet rows, Map<String, Integer> places) {
    this.rows = rows;
    this.places = places;
  }

  /** A number that is never null, or 0. */
  long number(String column) throws SQLException {
    Integer place = places.get(column);
    return place == null ? 0 : rows.getLong(place);
  }

  /** A number, or null. */
  Long numberOrNull(String column) throws SQLException {
    Integer place = places.get(column);
    if (place == null) {
      return null;
    }
    long value = rows.getLong(place);
    return rows.wasNull() ? null : value;
  }

  /** A decimal, or null. */
  BigDecimal decimal(String column) throws SQLException {
    Integer place = places.get(column);
    return place == null ? null : rows.getBigDecimal(place);
  }

  /** A text, or null. */
  String text(String column) throws SQLException {
    Integer place = places.get(column);
    return place == null ? null : rows.getString(place);
  }

  /** A text with something in it, or null. */
  String filled(String column) throws SQLException {
    String text = text(column);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * An instant in epoch seconds, where 0 and null mean that it was not set, and so does what no
   * calendar tells: milliseconds, or the greatest number for what never ends; or null.
   */
  Instant instant(String column) throws SQLException {
    long seconds = number(column);
    boolean told = seconds != 0 && seconds >= -LATEST && seconds <= LATEST;
    return told ? Instant.ofEpochSecond(seconds) : null;
  }
}
