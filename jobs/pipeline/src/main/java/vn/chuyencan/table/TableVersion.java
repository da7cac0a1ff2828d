package vn.chuyencan.table;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a table's columns, after SchemaVer.
 *
 * @param model grows when readers of the version before can no longer read the table
 * @param revision grows when some of them may not
 * @param addition grows when all of them still can
 */
public record TableVersion(int model, int revision, int addition)
    implements Comparable<TableVersion> {
  /** What every table had when versions began. */
  static final TableVersion FIRST = new TableVersion(1, 0, 0);

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})-(\\d{1,6})-(\\d{1,6})");
  private static final Comparator<TableVersion> ORDER =
      Comparator.comparingInt(TableVersion::model)
          .thenComparingInt(TableVersion::revision)
          .thenComparingInt(TableVersion::addition);

  /**
   * The version that a text tells.
   *
   * @param text such as {@code 1-0-2}
   * @throws IllegalArgumentException when it is none
   */
  public static TableVersion of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no version: " + text);
    }
    return new TableVersion(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  @Override
  public int compareTo(TableVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return model + "-" + revision + "-" + addition;
  }
}
