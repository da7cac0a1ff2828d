package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Moodle's log as an opened database shows it, all of one moment. */
final class OpenLog implements LogView {
  /** Ranges that one question counts. */
  private static final int COUNTED_AT_ONCE = 100;

  private final MoodleDatabase database;

  OpenLog(MoodleDatabase database) {
    this.database = database;
  }

  @Override
  public long now() {
    return database.now();
  }

  @Override
  public long highest() {
    return database.number("MAX(id)", MoodleLog.TABLE, "");
  }

  @Override
  public long lowest() {
    return database.number("MIN(id)", MoodleLog.TABLE, "");
  }

  @Override
  public long createdAt(long id) {
    return database.number("timecreated", MoodleLog.TABLE, "WHERE id = " + id);
  }

  @Override
  public long newest() {
    return database.number("MAX(timecreated)", MoodleLog.TABLE, "");
  }

  @Override
  public long lowestSince(long moment, long highest) {
    return database.number(
        "MIN(id)", MoodleLog.TABLE, "WHERE timecreated >= " + moment + " AND id <= " + highest);
  }

  @Override
  public void eachId(long first, long last, LongConsumer use) {
    database.each(
        MoodleLog.TABLE,
        "id",
        "WHERE id BETWEEN " + first + " AND " + last + " ORDER BY id",
        row -> use.accept(row.number("id")));
  }

  @Override
  public List<PassedRange.Rows> count(List<PassedRange> ranges) {
    List<PassedRange.Rows> counted = new ArrayList<>();
    for (int from = 0; from < ranges.size(); from += COUNTED_AT_ONCE) {
      List<PassedRange> some =
          ranges.subList(from, Math.min(from + COUNTED_AT_ONCE, ranges.size()));
      String query =
          IntStream.range(0, some.size())
              .mapToObj(place -> question(place, some.get(place)))
              .collect(Collectors.joining(" UNION ALL "));
      PassedRange.Rows[] rows = new PassedRange.Rows[some.size()];
      database.ask(
          query + " ORDER BY place",
          MoodleLog.TABLE,
          row ->
              rows[Math.toIntExact(row.number("place"))] =
                  new PassedRange.Rows(row.number("found"), row.number("total")));
      counted.addAll(List.of(rows));
    }
    return counted;
  }

  private String question(int place, PassedRange range) {
    return "SELECT "
        + place
        + " AS place, COUNT(*) AS found, COALESCE(SUM(id - "
        + range.first()
        + "), 0) AS total FROM "
        + database.named(MoodleLog.TABLE)
        + " WHERE id BETWEEN "
        + range.first()
        + " AND "
        + range.last();
  }
}
