package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** The table {@code course_run}: how far each course run had come when it was last decided upon. */
final class CourseRunTable {
  private final Map<String, Map<String, Object>> stored = new TreeMap<>();

  /** The table as it stands. */
  CourseRunTable(CourseInputs inputs) {
    inputs.each(Tables.COURSE_RUN, alwaysTrue(), this::add);
  }

  private void add(Record row) {
    Map<String, Object> values = new LinkedHashMap<>();
    row.struct().fields().forEach(field -> values.put(field.name(), row.getField(field.name())));
    stored.put((String) row.getField("course_id"), values);
  }

  /** Whether decisions made then would come out otherwise now, for the progress of the run. */
  boolean decidesOtherwise(CourseProgress course) {
    Map<String, Object> before = stored.get(course.courseId());
    return before == null
        || !before.get("closed").equals(course.closed())
        || !before.get("weeks_elapsed").equals(course.weeksElapsed())
        || !before.get("log_gap_weeks").equals(course.logGapWeeks())
        || !before.get("iso_weeks_elapsed").equals(course.isoWeeksElapsed())
        || !before.get("iso_log_gap_weeks").equals(course.isoLogGapWeeks());
  }

  /**
   * What of the run's calendar, log and registers is not as it was when it was last decided upon.
   *
   * @param registersDigest what the registers say of it now
   */
  Set<ChangeCause> causes(CourseProgress course, String registersDigest) {
    Map<String, Object> before = stored.get(course.courseId());
    EnumSet<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    if (before == null) {
      return causes;
    }
    if (!before.get("closed").equals(course.closed())
        || !before.get("weeks_elapsed").equals(course.weeksElapsed())
        || !before.get("iso_weeks_elapsed").equals(course.isoWeeksElapsed())) {
      causes.add(ChangeCause.CALENDAR);
    }
    if (!registersDigest.equals(before.get("registers_digest"))) {
      causes.add(ChangeCause.REGISTER);
    }
    Set<String> gaps = new HashSet<>(course.logGapWeeks());
    gaps.addAll(course.isoLogGapWeeks());
    ((List<?>) before.get("log_gap_weeks")).forEach(week -> toggle(gaps, (String) week));
    ((List<?>) before.get("iso_log_gap_weeks")).forEach(week -> toggle(gaps, (String) week));
    for (String week : gaps) {
      causes.add(
          course.outageWeeks().contains(week) ? ChangeCause.CORRECTION : ChangeCause.LOG_GAP);
    }
    return causes;
  }

  /** What is in one of two sets only. */
  private static void toggle(Set<String> set, String one) {
    if (!set.remove(one)) {
      set.add(one);
    }
  }

  /** Replaces the table, unless it says the same already. */
  void replace(
      List<CourseProgress> courses, Map<String, String> registersDigests, LakeChange change) {
    List<Map<String, Object>> rows = new ArrayList<>();
    courses.forEach(
        course -> rows.add(row(course, registersDigests.getOrDefault(course.courseId(), ""))));
    if (!rows.equals(new ArrayList<>(stored.values()))) {
      change.replaceRows(Tables.COURSE_RUN, alwaysTrue(), rows);
    }
  }

  private static Map<String, Object> row(CourseProgress course, String registersDigest) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("course_id", course.courseId());
    row.put("title", course.title());
    row.put("iri", course.iri());
    row.put("opens_on", course.opensOn());
    row.put("closes_on", course.closesOn());
    row.put("zone", course.zone());
    row.put("weeks", course.weeks());
    row.put("learners", course.learners());
    row.put("inferred", course.inferred());
    row.put("closed", course.closed());
    row.put("weeks_elapsed", course.weeksElapsed());
    row.put("log_gap_weeks", course.logGapWeeks());
    row.put("iso_weeks_elapsed", course.isoWeeksElapsed());
    row.put("iso_log_gap_weeks", course.isoLogGapWeeks());
    row.put("registers_digest", registersDigest);
    return row;
  }
}
