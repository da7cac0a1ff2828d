package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.WeekCalendar;

/** The ISO weeks of one course run, by which the tests of every week are read too (X-TIME-4). */
final class IsoCourseWeeks {
  private final WeekCalendar calendar;
  private final List<String> names;
  private final int firstDay;
  private final int[] weekOf;

  IsoCourseWeeks(CourseRun run) {
    this.calendar = WeekCalendar.iso(run.opensOn(), run.closesOn(), run.weeksOff());
    this.names = calendar.weeks().stream().map(WeekCalendar::isoName).toList();
    this.firstDay = CourseRuns.day(run.opensOn());
    this.weekOf = new int[CourseRuns.day(run.closesOn()) - firstDay + 1];
    for (int day = 0; day < weekOf.length; day++) {
      weekOf[day] = calendar.weekOf(LocalDate.ofEpochDay(firstDay + (long) day));
    }
  }

  /** The weeks, numbered from 1. */
  WeekCalendar calendar() {
    return calendar;
  }

  /** The names of the weeks that satisfy a condition, such as {@code 2026-W37}. */
  List<String> names(Predicate<WeekCalendar.Week> condition) {
    return calendar.weeks().stream().filter(condition).map(WeekCalendar::isoName).toList();
  }

  /** How many of some days fall into each week, every week there. */
  Map<String, Integer> count(Iterable<Integer> days) {
    int[] counts = new int[names.size() + 1];
    for (int day : days) {
      int place = day - firstDay;
      counts[place < 0 || place >= weekOf.length ? 0 : weekOf[place]]++;
    }
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (int week = 1; week < counts.length; week++) {
      byName.put(names.get(week - 1), counts[week]);
    }
    return byName;
  }

  /** The days as boxed numbers. */
  static List<Integer> boxed(int... days) {
    List<Integer> boxed = new ArrayList<>(days.length);
    for (int day : days) {
      boxed.add(day);
    }
    return boxed;
  }
}
