package vn.chuyencan.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.chuyencan.model.WeekCalendar;

/**
 * The days of one course run, looked up instead of computed: which day an instant falls on in the
 * run's zone, which course week and which ISO week a day belongs to. Days are counted from
 * 1970-01-01; ISO weeks from that of the opening, which is 0.
 */
final class CourseDays {
  private static final long DAY = 24L * 60 * 60 * 1_000_000;

  /** So many days around the run are looked up too; further away they are computed. */
  private static final int MARGIN = 8;

  private static final int WEEK = 7;

  private final ZoneId zone;
  private final int firstDay;
  private final long[] starts;
  private final int[] weekOf;
  private final String[] isoNames;
  private final int firstMonday;

  CourseDays(WeekCalendar calendar, ZoneId zone) {
    this.zone = zone;
    this.firstDay = CourseRuns.day(calendar.opening()) - MARGIN;
    int days = CourseRuns.day(calendar.closing()) + MARGIN - firstDay + 1;
    this.starts = new long[days + 1];
    this.weekOf = new int[days];
    for (int day = 0; day <= days; day++) {
      LocalDate date = LocalDate.ofEpochDay(firstDay + (long) day);
      starts[day] = Instants.micros(date.atStartOfDay(zone).toInstant());
      if (day < days) {
        weekOf[day] = calendar.weekOf(date);
      }
    }
    List<String> names = calendar.isoWeeks();
    this.isoNames = names.toArray(String[]::new);
    this.firstMonday = CourseRuns.day(WeekCalendar.monday(calendar.opening()));
  }

  /** The day, in the run's zone, on which an instant falls. */
  int day(long micros) {
    if (micros < starts[0] || micros >= starts[starts.length - 1]) {
      return CourseRuns.day(Instants.of(micros).atZone(zone).toLocalDate());
    }
    // A day is about 24 hours: the guess is right or a day off.
    int day = (int) Math.min((micros - starts[0]) / DAY, starts.length - 2L);
    while (micros < starts[day]) {
      day--;
    }
    while (micros >= starts[day + 1]) {
      day++;
    }
    return firstDay + day;
  }

  /** The number of the course week of a day; 0 when it lies in none. */
  int week(int day) {
    int place = day - firstDay;
    return place < 0 || place >= weekOf.length ? 0 : weekOf[place];
  }

  /** The ISO week of a day, counted from that of the opening; below 0 before it. */
  int isoWeek(int day) {
    return Math.floorDiv(day - firstMonday, WEEK);
  }

  /** How many ISO weeks the run touches. */
  int isoWeeks() {
    return isoNames.length;
  }

  /** Such as {@code 2026-W37}. */
  String isoName(int week) {
    return week >= 0 && week < isoNames.length
        ? isoNames[week]
        : WeekCalendar.isoWeek(isoFirstDay(week));
  }

  /** The Monday of an ISO week. */
  LocalDate isoFirstDay(int week) {
    return LocalDate.ofEpochDay(firstMonday + (long) WEEK * week);
  }
}
