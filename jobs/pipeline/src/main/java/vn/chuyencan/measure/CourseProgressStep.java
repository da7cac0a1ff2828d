package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.WeekCalendar;

/** How far each course run has come; pure. */
public final class CourseProgressStep {

  private CourseProgressStep() {}

  /**
   * The progress of the runs.
   *
   * @param learners learners measured, by course run
   * @param loggedDays days, up to the as-of date, on which anything of anybody was logged
   * @param asOf the last day that counts, of the institution's zone; a week of a run in another one
   *     has gone by when its last day is over there
   */
  public static List<CourseProgress> of(
      List<CourseContext> contexts,
      Map<String, Integer> learners,
      Set<LocalDate> loggedDays,
      LocalDate asOf) {
    List<CourseProgress> result = new ArrayList<>();
    for (CourseContext context : contexts) {
      WeekCalendar calendar = context.calendar();
      WeekCalendar isoWeeks = context.isoWeeks().calendar();
      LocalDate over = context.time().lastOver(asOf);
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
              !context.inferred() && !asOf.isBefore(context.time().lastDay()),
              elapsed(calendar, over).size(),
              names(gaps(context, calendar, loggedDays, over), CourseProgressStep::number),
              elapsed(isoWeeks, over).size(),
              names(gaps(context, isoWeeks, loggedDays, over), WeekCalendar::isoName),
              Stream.of(
                      names(outages(context, calendar, over), CourseProgressStep::number),
                      names(outages(context, isoWeeks, over), WeekCalendar::isoName))
                  .flatMap(List::stream)
                  .toList(),
              context.estimator().id(),
              deadlines(context).after(over),
              new TreeMap<>(context.parameters()),
              List.copyOf(context.run().policies())));
    }
    return result;
  }

  private static List<WeekCalendar.Week> elapsed(WeekCalendar calendar, LocalDate over) {
    return calendar.weeks().stream().filter(week -> !week.lastDay().isAfter(over)).toList();
  }

  private static List<WeekCalendar.Week> outages(
      CourseContext context, WeekCalendar calendar, LocalDate over) {
    return elapsed(calendar, over).stream()
        .filter(week -> context.corrections().hasOutage(week, context.zone()))
        .toList();
  }

  /** What nobody could do is not an absence, whether the log has a gap or not. */
  private static List<WeekCalendar.Week> gaps(
      CourseContext context, WeekCalendar calendar, Set<LocalDate> loggedDays, LocalDate over) {
    return elapsed(calendar, over).stream()
        .filter(
            week ->
                context.corrections().hasOutage(week, context.zone())
                    || context
                        .time()
                        .institutionDays(week)
                        .anyMatch(day -> !loggedDays.contains(day)))
        .toList();
  }

  private static String number(WeekCalendar.Week week) {
    return Integer.toString(week.number());
  }

  private static List<String> names(
      List<WeekCalendar.Week> weeks, Function<WeekCalendar.Week, String> name) {
    return weeks.stream().map(name).toList();
  }

  /** Nobody has said when an inferred run closes. */
  private static Deadlines deadlines(CourseContext context) {
    if (context.inferred()) {
      return Deadlines.NONE;
    }
    Map<String, LocalDate> weeks = new HashMap<>();
    for (WeekCalendar.Week week : context.calendar().weeks()) {
      weeks.put(number(week), week.lastDay());
    }
    for (WeekCalendar.Week week : context.isoWeeks().calendar().weeks()) {
      weeks.put(WeekCalendar.isoName(week), week.lastDay());
    }
    Map<String, LocalDate> items = new HashMap<>();
    for (Activity activity : context.activities()) {
      if (activity.closesOn() != null) {
        items.put(activity.activityId(), activity.closesOn());
      }
    }
    return Deadlines.of(context.calendar().closing(), weeks, items);
  }
}
