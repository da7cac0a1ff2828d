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
 */
record LogMark(long id, long at, PassedIds passed) {
  private static final String NUMBER = "([0-9]{1,18})";

  /** Earlier programs read a day again each night, and noted how many rows that day had. */
  private static final Pattern TEXT =
      Pattern.compile("id=" + NUMBER + " at=" + NUMBER + "(?: rows=[0-9]{1,18}| passed=(\\S*))");

  /** Nothing was read. */
  static final LogMark NONE = new LogMark(0, 0, PassedIds.NONE);

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
        matcher.group(3) == null ? null : PassedIds.of(matcher.group(3)));
  }

  @Override
  public String toString() {
    return "id=" + id + " at=" + at + " passed=" + passed;
  }
}
