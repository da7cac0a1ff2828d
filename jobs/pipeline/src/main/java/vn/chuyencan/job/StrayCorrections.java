package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.in;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/**
 * The rows of {@code correction} that name a course run that nobody knows. They belong to no run
 * that is measured, and whoever entered them is told after every night.
 */
final class StrayCorrections {
  private static final String WHY_NOT = "why_not";
  private static final String COURSE = "course_id";

  private final List<Map<String, Object>> rows;
  private final Set<Map<String, Object>> stored = new HashSet<>();

  StrayCorrections(Night night, CourseInputs inputs, List<CourseContext> contexts) {
    this.rows = CourseMeasures.strayCorrections(night.registers(), contexts);
    inputs.each(Tables.CORRECTION, equal(WHY_NOT, CourseMeasures.UNKNOWN_COURSE), this::addStored);
  }

  private void addStored(Record row) {
    if (CourseMeasures.UNKNOWN_COURSE.equals(row.getField(WHY_NOT))) {
      Map<String, Object> values = new LinkedHashMap<>();
      row.struct().fields().forEach(field -> values.put(field.name(), row.getField(field.name())));
      stored.add(values);
    }
  }

  /** Adds them where all other rows of the table are replaced in the same change. */
  void addTo(LakeChange change) {
    change.appendRows(Tables.CORRECTION, rows);
  }

  /**
   * Replaces them, unless the table says the same already.
   *
   * @param replaced course runs whose rows of the table the same change replaces
   */
  void replace(Set<String> replaced, LakeChange change) {
    if (stored.equals(new HashSet<>(rows)) && !standsIn(replaced)) {
      return;
    }
    Set<String> courses = new TreeSet<>(replaced);
    stored.forEach(row -> courses.add((String) row.get(COURSE)));
    rows.forEach(row -> courses.add((String) row.get(COURSE)));
    change.replaceRows(Tables.CORRECTION, in(COURSE, courses.toArray()), rows);
  }

  private boolean standsIn(Set<String> courses) {
    return stored.stream().anyMatch(row -> courses.contains((String) row.get(COURSE)));
  }
}
