package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.WeekCalendar;

/**
 * Accesses and time of one learner in one course run (FC-X.1, FC-X.2, FC-TT.1, FC-TT.2): in all, by
 * course week and by ISO week.
 */
final class AccessMeasures {
  /** Decimal places of minutes: one microsecond is 1.7e-8 minutes. */
  static final int MINUTE_SCALE = 6;

  private static final long MICROS_A_MINUTE = 60_000_000L;

  private final CourseContext context;
  private final LearnerFacts facts;
  private final List<Burst> sessions;
  private final List<Interval> counted;

  /** What happened in one week, whichever kind of week it is. */
  static final class Week {
    final LocalDate firstDay;
    final LocalDate lastDay;
    int sessions;
    int activeDays;
    long micros;
    long events;
    int posts;

    Week(LocalDate firstDay, LocalDate lastDay) {
      this.firstDay = firstDay;
      this.lastDay = lastDay;
    }
  }

  AccessMeasures(CourseContext context, LearnerFacts facts) {
    this.context = context;
    this.facts = facts;
    this.sessions = TimeOnTask.sessions(facts.bursts(), context.estimator());
    this.counted = TimeOnTask.counted(sessions, facts.declared(), context.estimator());
  }

  /** The scalars and maps of {@code learner_course_measure}. */
  void addTo(Map<String, Object> measures) {
    long events = 0;
    for (Burst session : sessions) {
      events += session.events();
    }
    measures.put("events", events);
    measures.put("sessions", sessions.size());
    measures.put("active_days", facts.activeDays().size());
    measures.put("minutes", minutes(TimeOnTask.micros(counted)));
    for (Duration gap : Estimator.BAND) {
      measures.put("minutes_" + gap.toMinutes(), minutes(micros(gap)));
    }
    Map<String, Integer> sessionsByWeek = new TreeMap<>();
    Map<String, Integer> daysByWeek = new TreeMap<>();
    for (Map.Entry<Integer, Week> week : courseWeeks(List.of()).entrySet()) {
      sessionsByWeek.put(week.getKey().toString(), week.getValue().sessions);
      daysByWeek.put(week.getKey().toString(), week.getValue().activeDays);
    }
    measures.put("sessions_by_week", sessionsByWeek);
    measures.put("active_days_by_week", daysByWeek);
  }

  /** Every course week by number, those without activity too. */
  Map<Integer, Week> courseWeeks(List<LocalDate> postDays) {
    Map<Integer, Week> weeks = new TreeMap<>();
    for (WeekCalendar.Week week : context.calendar().weeks()) {
      weeks.put(week.number(), new Week(week.firstDay(), week.lastDay()));
    }
    // Week 0 gathers what falls into a week off, and is not shown.
    Week off = new Week(context.calendar().opening(), context.calendar().closing());
    fill(day -> weeks.getOrDefault(context.calendar().weekOf(day), off), postDays);
    return weeks;
  }

  /** Every ISO week that the run touches, as {@code 2026-W37}. */
  Map<String, Week> isoWeeks(List<LocalDate> postDays) {
    Map<String, Week> weeks = new TreeMap<>();
    LocalDate monday = WeekCalendar.monday(context.calendar().opening());
    for (String name : context.calendar().isoWeeks()) {
      weeks.put(name, new Week(monday, monday.plusDays(6)));
      monday = monday.plusDays(7);
    }
    fill(
        day ->
            weeks.computeIfAbsent(
                WeekCalendar.isoWeek(day),
                name -> {
                  LocalDate first = WeekCalendar.monday(day);
                  return new Week(first, first.plusDays(6));
                }),
        postDays);
    return weeks;
  }

  private void fill(Function<LocalDate, Week> weekOf, List<LocalDate> postDays) {
    for (Burst session : sessions) {
      Week week = weekOf.apply(context.day(session.start()));
      week.sessions++;
    }
    for (Interval interval : counted) {
      weekOf.apply(context.day(interval.start())).micros += interval.length();
    }
    for (Burst burst : facts.bursts()) {
      weekOf.apply(context.day(burst.start())).events += burst.events();
    }
    for (LocalDate day : facts.activeDays()) {
      weekOf.apply(day).activeDays++;
    }
    for (LocalDate day : postDays) {
      weekOf.apply(day).posts++;
    }
  }

  /** Minutes, rounded down at the sixth place: exact for every threshold with fewer places. */
  static BigDecimal minutes(long micros) {
    return Fraction.of(micros, MICROS_A_MINUTE).floor(MINUTE_SCALE);
  }

  private long micros(Duration gap) {
    Estimator own = context.estimator();
    Estimator other = new Estimator(own.id(), gap, own.tail(), own.shortest());
    return TimeOnTask.micros(
        TimeOnTask.counted(
            TimeOnTask.sessions(facts.bursts(), other), new ArrayList<>(facts.declared()), other));
  }
}
