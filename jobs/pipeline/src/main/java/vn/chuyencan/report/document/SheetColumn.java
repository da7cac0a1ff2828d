package vn.chuyencan.report.document;

import java.util.Objects;

/**
 * A column of a sheet and of its CSV.
 *
 * @param key its name in the CSV: English, small letters
 * @param label its heading in the workbook; null leaves it out there
 * @param kind what its cells hold
 * @param width its width in characters
 * @param group a heading above this and its neighbours of the same group; null: none
 * @param number what a row under the headings says of it, such as {@code (4)}; null: nothing
 */
public record SheetColumn(
    String key, String label, Kind kind, int width, String group, String number) {

  /** What the cells of a column hold; any cell may be empty (null). */
  public enum Kind {
    /** {@link String}. */
    TEXT,
    /** {@link Integer} or {@link Long}. */
    COUNT,
    /** {@link java.math.BigDecimal}. */
    NUMBER,
    /** {@link java.time.LocalDate}. */
    DATE
  }

  /** A column without group and number. */
  public SheetColumn(String key, String label, Kind kind, int width) {
    this(key, label, kind, width, null, null);
  }

  public SheetColumn {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
  }
}
