package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.IntervalText;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.WeekCalendar;

/**
 * Accesses and time of one learner in one course run (FC-X.1, FC-X.2, FC-TT.1, FC-TT.2): in all, by
 * course week and by ISO week.
 */
final class AccessMeasures {
  /** Decimal places of minutes: one microsecond is 1.7e-8 minutes. */
  static final int MINUTE_SCALE = 6;

  /** A minute rounded down at the sixth place is a whole number of 60 microseconds. */
  private static final long MICROS_A_STEP = 60;

  private final CourseContext context;
  private final LearnerFacts facts;
  private final List<Burst> accesses;
  private final List<Interval> counted;
  private final Week[] courseWeeks;
  private final Week[] isoWeeks;
  private final List<Interval> attended;

  /** ISO weeks before the run and after it, in which a declared interval may begin. */
  private final TreeMap<Integer, Week> around = new TreeMap<>();

  /** What happened in one week, whichever kind of week it is. */
  static final class Week {
    final LocalDate firstDay;
    final LocalDate lastDay;
    int sessions;
    int activeDays;
    long micros;
    long events;
    int posts;

    /** Each access that starts in it; of course weeks only. */
    final List<String> sessionTimes = new ArrayList<>();

    Week(LocalDate firstDay, LocalDate lastDay) {
      this.firstDay = firstDay;
      this.lastDay = lastDay;
    }
  }

  /**
   * @param postDays the days of the posts that count for the weeks
   * @param attended class sessions at which the learner was present; null where no register tells
   */
  AccessMeasures(
      CourseContext context, LearnerFacts facts, int[] postDays, List<Interval> attended) {
    this.attended = attended;
    this.context = context;
    this.facts = facts;
    Estimator estimator = context.estimator();
    this.accesses = TimeOnTask.accesses(facts.bursts(), estimator);
    List<Burst> sessions =
        estimator.gap().equals(estimator.accessGap())
            ? accesses
            : TimeOnTask.sessions(facts.bursts(), estimator);
    this.counted = TimeOnTask.counted(sessions, facts.declared(), estimator);
    List<WeekCalendar.Week> weeks = context.calendar().weeks();
    this.courseWeeks = new Week[weeks.size() + 1];
    // Week 0 gathers what falls into a week off, and is not shown.
    courseWeeks[0] = new Week(context.calendar().opening(), context.calendar().closing());
    for (WeekCalendar.Week week : weeks) {
      courseWeeks[week.number()] = new Week(week.firstDay(), week.lastDay());
    }
    this.isoWeeks = new Week[context.days().isoWeeks()];
    for (int week = 0; week < isoWeeks.length; week++) {
      isoWeeks[week] = emptyIsoWeek(week);
    }
    fill(postDays);
  }

  private Week isoWeek(int number) {
    return number >= 0 && number < isoWeeks.length
        ? isoWeeks[number]
        : around.computeIfAbsent(number, this::emptyIsoWeek);
  }

  private Week emptyIsoWeek(int number) {
    LocalDate monday = context.days().isoFirstDay(number);
    return new Week(monday, monday.plusDays(6));
  }

  private void fill(int[] postDays) {
    CourseDays days = context.days();
    for (Burst access : accesses) {
      int day = days.day(access.start());
      Week week = courseWeeks[days.week(day)];
      week.sessions++;
      week.sessionTimes.add(IntervalText.of(access.start(), access.end()));
      isoWeek(days.isoWeek(day)).sessions++;
    }
    for (Interval interval : counted) {
      int day = days.day(interval.start());
      courseWeeks[days.week(day)].micros += interval.length();
      isoWeek(days.isoWeek(day)).micros += interval.length();
    }
    for (Burst burst : facts.bursts()) {
      int day = days.day(burst.start());
      courseWeeks[days.week(day)].events += burst.events();
      isoWeek(days.isoWeek(day)).events += burst.events();
    }
    for (int day : facts.activeDays()) {
      courseWeeks[days.week(day)].activeDays++;
      isoWeek(days.isoWeek(day)).activeDays++;
    }
    for (int day : postDays) {
      courseWeeks[days.week(day)].posts++;
      isoWeek(days.isoWeek(day)).posts++;
    }
  }

  /** The scalars and maps of {@code learner_course_measure}. */
  void addTo(MeasureRow measures) {
    long events = 0;
    for (Burst access : accesses) {
      events += access.events();
    }
    measures.set("events", events);
    measures.set("sessions", accesses.size());
    measures.set("active_days", facts.activeDays().size());
    measures.set("minutes", minutes(TimeOnTask.micros(counted)));
    for (Duration gap : Estimator.BAND) {
      measures.set("minutes_" + gap.toMinutes(), minutes(micros(gap)));
    }
    addOtherReadings(measures);
    Map<String, Integer> sessionsByWeek = new LinkedHashMap<>();
    Map<String, Integer> daysByWeek = new LinkedHashMap<>();
    for (String week : context.weekNames()) {
      Week seen = courseWeeks[sessionsByWeek.size() + 1];
      sessionsByWeek.put(week, seen.sessions);
      daysByWeek.put(week, seen.activeDays);
    }
    measures.set("sessions_by_week", sessionsByWeek);
    measures.set("active_days_by_week", daysByWeek);
  }

  /** Time and accesses as they may also be read (FC-X.1 to FC-X.4). */
  private void addOtherReadings(MeasureRow measures) {
    Estimator own = context.estimator();
    measures.set(
        "minutes_with_tail",
        minutes(
            micros(new Estimator(own.id(), own.gap(), Estimator.Tail.HALF_GAP, own.shortest()))));
    if (attended != null) {
      List<Interval> both = new ArrayList<>(counted);
      both.addAll(attended);
      measures.set("minutes_with_attendance", minutes(TimeOnTask.micros(Bursts.union(both))));
    }
    CourseDays days = context.days();
    IsoCourseWeeks weeks = context.isoWeeks();
    measures.set(
        "sessions_by_iso_week",
        weeks.count(accesses.stream().map(access -> days.day(access.start())).toList()));
    measures.set("active_days_by_iso_week", weeks.count(facts.activeDays()));
    if (context.has(RegisterName.LOGIN)) {
      int[] byWeek = new int[courseWeeks.length];
      facts.logins().forEach(day -> byWeek[days.week(day)]++);
      Map<String, Integer> logins = new LinkedHashMap<>();
      for (String week : context.weekNames()) {
        logins.put(week, byWeek[logins.size() + 1]);
      }
      measures.set("logins_by_week", logins);
    }
  }

  /** Every course week in order, those without activity too; the first place is none of them. */
  Week[] courseWeeks() {
    return courseWeeks;
  }

  /** Every ISO week that the run touches, counted as {@link CourseDays} does. */
  Map<Integer, Week> isoWeeks() {
    Map<Integer, Week> weeks = new TreeMap<>(around);
    for (int week = 0; week < isoWeeks.length; week++) {
      weeks.put(week, isoWeeks[week]);
    }
    return weeks;
  }

  /** Minutes, rounded down at the sixth place: exact for every threshold with fewer places. */
  static BigDecimal minutes(long micros) {
    return BigDecimal.valueOf(Math.floorDiv(micros, MICROS_A_STEP), MINUTE_SCALE);
  }

  private long micros(Duration gap) {
    Estimator own = context.estimator();
    if (gap.equals(own.gap())) {
      return TimeOnTask.micros(counted);
    }
    return micros(new Estimator(own.id(), gap, own.tail(), own.shortest()));
  }

  private long micros(Estimator other) {
    return TimeOnTask.micros(
        TimeOnTask.counted(TimeOnTask.sessions(facts.bursts(), other), facts.declared(), other));
  }
}
