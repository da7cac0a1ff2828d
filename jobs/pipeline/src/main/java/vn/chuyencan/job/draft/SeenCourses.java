package vn.chuyencan.job.draft;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.OpenPoint.Topic;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.Keys;

/**
 * Course runs of which only activity is known, with whoever was active in them. A run is taken to
 * last whole weeks, from the Monday before its first activity to the Sunday after its last, for a
 * week that is cut short would ask for less than a week's work.
 */
final class SeenCourses {
  private final List<CourseRun> runs;
  private final Map<Long, CourseRun> byKey = new HashMap<>();

  SeenCourses(List<CourseRun> inferred) {
    this.runs = inferred;
    inferred.forEach(run -> byKey.put(Keys.of(run.iri()), run));
  }

  /** The run of a course's key, or null. */
  CourseRun run(Object courseKey) {
    return courseKey == null ? null : byKey.get((Long) courseKey);
  }

  RegisterDraft draft(Lake lake, Learners learners) {
    Registers.Builder registers = Registers.builder();
    List<OpenPoint> points = new ArrayList<>();
    for (CourseRun run : runs) {
      LocalDate opens = run.opensOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      LocalDate closes = run.closesOn().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      registers.add(
          new CourseRun(
              run.courseId(), run.title(), run.iri(), opens, closes, null, Set.of(), null));
      points.add(
          OpenPoint.of(
              Topic.COURSE_DAYS_GUESSED,
              run.courseId(),
              run.title(),
              run.opensOn().toString(),
              run.closesOn().toString(),
              opens.toString(),
              closes.toString()));
    }
    roster(lake, learners)
        .forEach(
            (courseId, who) -> {
              who.forEach(
                  learner ->
                      registers.add(new Enrolment(courseId, learner, Role.LEARNER, null, null)));
              points.add(OpenPoint.of(Topic.ROLES_GUESSED, courseId, Integer.toString(who.size())));
            });
    return new RegisterDraft(registers.build(), Map.of(), points);
  }

  private Map<String, Set<String>> roster(Lake lake, Learners learners) {
    Map<String, Set<String>> roster = new TreeMap<>();
    LakeRows.each(
        lake,
        Tables.ACTIVITY_BURST,
        row -> {
          CourseRun run = run(row.getField("course_key"));
          if (run != null && !((List<?>) row.getField("bursts")).isEmpty()) {
            learners
                .learner((Long) row.getField("actor_key"))
                .ifPresent(
                    learner ->
                        roster.computeIfAbsent(run.courseId(), id -> new TreeSet<>()).add(learner));
          }
        },
        "course_key",
        "actor_key",
        "bursts");
    return roster;
  }
}
