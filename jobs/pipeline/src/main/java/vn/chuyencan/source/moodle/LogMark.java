package vn.chuyencan.source.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a log was read.
 *
 * @param id highest id that was read; 0 before the first reading
 * @param at when, in epoch seconds: by the database's clock or by the newest row, whichever is
 *     earlier, for a log may have stood still long before it was read
 * @param passed the ids below that had no row; null when the reading did not note them
 * @param last when the row of that highest id was written, in epoch seconds; 0 when the reading did
 *     not note it
 * @param eras when ids were given again
 */
record LogMark(long id, long at, PassedIds passed, long last, LogEras eras) {
  private static final String NUMBER = "([0-9]{1,18})";

  /** Earlier programs read a day again each night, and noted how many rows that day had. */
  private static final Pattern TEXT =
      Pattern.compile(
          "id="
              + NUMBER
              + " at="
              + NUMBER
              + "(?: rows=[0-9]{1,18}| passed=(\\S*))(?: last="
              + NUMBER
              + ")?(?: eras=(\\S+))?");

  /** Nothing was read. */
  static final LogMark NONE = new LogMark(0, 0, PassedIds.NONE);

  /** Where nothing is known of the last row, and no id was given twice. */
  LogMark(long id, long at, PassedIds passed) {
    this(id, at, passed, 0, LogEras.NONE);
  }

  /** The mark behind a text that {@link #toString} gave; an empty text is {@link #NONE}. */
  static LogMark of(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("This is no mark of a log: " + text);
    }
    return new LogMark(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        matcher.group(3) == null ? null : PassedIds.of(matcher.group(3)),
        matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4)),
        matcher.group(5) == null ? LogEras.NONE : LogEras.of(matcher.group(5)));
  }

  /**
   * From where a log is read that may give ids again: this mark, or one before the first row that
   * has the id of one that was read. That the last row is gone or another shows it; what was
   * written since then tells from where on. That a last row was deleted is nothing of that kind: no
   * row below it is new.
   */
  LogMark within(LogView log) {
    boolean isAnother = log.highest() < id || (last != 0 && log.createdAt(id) != last);
    long again = isAnother ? log.lowestSince(at + 1, id) : 0;
    return again == 0
        ? this
        : new LogMark(again - 1, at, passed == null ? null : passed.below(again), 0, eras.with(at));
  }

  @Override
  public String toString() {
    return "id="
        + id
        + " at="
        + at
        + " passed="
        + passed
        + (last == 0 ? "" : " last=" + last)
        + (eras.isNone() ? "" : " eras=" + eras);
  }
}
