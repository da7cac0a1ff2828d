package vn.chuyencan.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Leaves out rows that lie in the future: the lake holds every week of a course run, and those to
 * come are not zeros but unknown.
 *
 * @param column a column of days, of the course run's zone
 * @param asOf the last day that is published, of the institution's zone
 * @param ahead by how many days a course run's clocks are ahead when that day ends, of those runs
 *     where it is not the same day; behind is negative
 */
public record Cut(String column, LocalDate asOf, SortedMap<String, Integer> ahead) {
  /** The column that names a row's course run. */
  static final String COURSE = "course_id";

  public Cut {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(asOf, "asOf");
    ahead = Collections.unmodifiableSortedMap(new TreeMap<>(ahead));
  }

  /** The last day of a course run that is published, of its own zone. */
  LocalDate lastDay(String courseId) {
    return ahead.isEmpty() ? asOf : asOf.plusDays(ahead.getOrDefault(courseId, 0));
  }
}
