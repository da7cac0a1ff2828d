package vn.chuyencan.source.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of a log's ids in which rows may still appear. Usually none of its ids has a row; where
 * there are too many such ranges neighbours become one, and the rows between them are counted.
 *
 * @param first lowest id
 * @param last highest id
 * @param rows how many rows of the range were read
 * @param sum of how far each of these lies above {@code first}; another row in place of one that
 *     was deleted changes it
 * @param since when the reading was that passed over it, in epoch seconds; {@link #ALWAYS} for what
 *     is looked for however long ago that was
 */
record PassedRange(long first, long last, long rows, long sum, long since) {
  /** Below the first row that a log had there is nothing to be searched, so it costs nothing. */
  static final long ALWAYS = 0;

  private static final String NUMBER = "([0-9]{1,18})";
  private static final Pattern TEXT =
      Pattern.compile(NUMBER + "(?:-" + NUMBER + ")?(?::" + NUMBER + "/" + NUMBER + ")?@" + NUMBER);

  /** A range without rows. */
  static PassedRange empty(long first, long last, long since) {
    return new PassedRange(first, last, 0, 0, since);
  }

  /** The range behind a text that {@link #toString} gave. */
  static PassedRange of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("This is no range of a log: " + text);
    }
    long first = Long.parseLong(matcher.group(1));
    return new PassedRange(
        first,
        matcher.group(2) == null ? first : Long.parseLong(matcher.group(2)),
        matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3)),
        matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4)),
        Long.parseLong(matcher.group(5)));
  }

  /** Both and what lies between them; how many rows that has is not known here. */
  PassedRange with(PassedRange next) {
    boolean always = since == ALWAYS || next.since == ALWAYS;
    return new PassedRange(first, next.last, -1, -1, always ? ALWAYS : Math.max(since, next.since));
  }

  /** Whether its rows must still be counted. */
  boolean isUncounted() {
    return rows < 0;
  }

  /** The same after counting. */
  PassedRange counted(Rows counted) {
    return new PassedRange(first, last, counted.count(), counted.sum(), since);
  }

  /** Whether the log has other rows there than were read. */
  boolean differsFrom(Rows counted) {
    return rows != counted.count() || sum != counted.sum();
  }

  /**
   * The rows of a range.
   *
   * @param count how many
   * @param sum of how far each lies above the range's first id
   */
  record Rows(long count, long sum) {}

  @Override
  public String toString() {
    return first
        + (last > first ? "-" + last : "")
        + (rows > 0 ? ":" + rows + "/" + sum : "")
        + "@"
        + since;
  }
}
