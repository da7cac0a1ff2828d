package vn.chuyencan.report;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Leaves out rows that lie in the future: the lake holds every week of a course run, and those to
 * come are not zeros but unknown.
 *
 * @param column a column of days
 * @param asOf the last day of it that is published
 */
public record Cut(String column, LocalDate asOf) {

  public Cut {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(asOf, "asOf");
  }
}
