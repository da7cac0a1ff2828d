package vn.chuyencan.source.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a log was read. Equal marks tell that nothing came since.
 *
 * @param id highest id that was read; 0 before the first reading
 * @param at when, in epoch seconds: by the database's clock or by the newest row, whichever is
 *     earlier, for a log may have stood still long before it was read
 * @param rows how many rows there were from the first that the next reading reads again
 */
record LogMark(long id, long at, long rows) {
  private static final Pattern TEXT =
      Pattern.compile("id=([0-9]{1,18}) at=([0-9]{1,18}) rows=([0-9]{1,18})");

  /** Nothing was read. */
  static final LogMark NONE = new LogMark(0, 0, 0);

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
        Long.parseLong(matcher.group(3)));
  }

  @Override
  public String toString() {
    return "id=" + id + " at=" + at + " rows=" + rows;
  }
}
