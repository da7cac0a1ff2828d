package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.WeekCalendar;

/** How far each course run has come; pure. */
public final class CourseProgressStep {

  private CourseProgressStep() {}

  /**
   * The progress of the runs.
   *
   * @param learners learners measured, by course run
   * @param loggedDays days, up to the as-of date, on which anything of anybody was logged
   * @param asOf the last day that counts
   */
  public static List<CourseProgress> of(
      List<CourseContext> contexts,
      Map<String, Integer> learners,
      Set<LocalDate> loggedDays,
      LocalDate asOf) {
    List<CourseProgress> result = new ArrayList<>();
    for (CourseContext context : contexts) {
      WeekCalendar calendar = context.calendar();
      List<WeekCalendar.Week> elapsed =
          calendar.weeks().stream().filter(week -> !week.lastDay().isAfter(asOf)).toList();
      // What nobody could do is not an absence, whether the log has a gap or not.
      List<String> outages = context.weeksWithOutage();
      result.add(
          new CourseProgress(
              context.run().courseId(),
              context.run().title(),
              context.run().iri(),
              calendar.opening(),
              calendar.closing(),
              context.zone().getId(),
              calendar.weeks().size(),
              learners.getOrDefault(context.run().courseId(), 0),
              context.inferred(),
              !context.inferred() && !asOf.isBefore(calendar.closing()),
              elapsed.size(),
              elapsed.stream()
                  .filter(
                      week ->
                          outages.contains(Integer.toString(week.number()))
                              || week.firstDay()
                                  .datesUntil(week.lastDay().plusDays(1))
                                  .anyMatch(day -> !loggedDays.contains(day)))
                  .map(week -> Integer.toString(week.number()))
                  .toList(),
              elapsed.stream()
                  .map(week -> Integer.toString(week.number()))
                  .filter(outages::contains)
                  .toList(),
              context.estimator().id()));
    }
    return result;
  }
}
