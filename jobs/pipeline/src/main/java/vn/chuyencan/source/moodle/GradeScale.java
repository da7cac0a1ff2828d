package vn.chuyencan.source.moodle;

import java.util.HashMap;
import java.util.Map;

/**
 * From which table the scale of a grade in points is to be taken, and whether grades on scales of
 * words are aggregated: settings of the site, of which a course may have its own.
 */
final class GradeScale {
  private static final String MIN_MAX = "minmaxtouse";

  /** The value of the setting that means: as it was when the grade was given. */
  private static final String OF_THE_GRADE = "2";

  private final Map<String, String> site = new HashMap<>();
  private final Map<Long, String> courses = new HashMap<>();

  private GradeScale() {}

  static GradeScale read(MoodleDatabase database) {
    GradeScale scale = new GradeScale();
    if (database.hasColumn("config", "value")) {
      database.each(
          "config",
          "name value",
          "WHERE name IN ('grade_minmaxtouse', 'grade_includescalesinaggregation')",
          row -> scale.site.put(row.text("name"), row.filled("value")));
    }
    if (database.hasColumn("grade_settings", "value")) {
      database.each(
          "grade_settings",
          "courseid name value",
          "WHERE name = '" + MIN_MAX + "'",
          row -> scale.courses.put(row.number("courseid"), row.filled("value")));
    }
    return scale;
  }

  /** Whether grades on scales of words are aggregated, as they are unless a site says otherwise. */
  boolean countsScales() {
    return !"0".equals(site.get("grade_includescalesinaggregation"));
  }

  /**
   * Whether a grade has a scale of its own: a sum has as many points as what was graded for the
   * learner, unless a formula computes it; other grades where the site or the course wants it.
   */
  boolean ofTheGrade(GradeItem item) {
    String wanted = courses.getOrDefault(item.course(), site.get("grade_" + MIN_MAX));
    return (item.aggregates() && !item.calculated()) || OF_THE_GRADE.equals(wanted);
  }
}
