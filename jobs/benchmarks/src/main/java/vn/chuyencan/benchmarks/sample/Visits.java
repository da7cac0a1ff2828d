package vn.chuyencan.benchmarks.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** When a learner comes: visits on different days, more than an hour from one another. */
final class Visits {
  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(6, 30), LocalTime.of(12, 10), LocalTime.of(19, 30));
  private static final int SILENCE = 20;

  private Visits() {}

  static List<Visit> of(Plan plan, Random random) {
    if (!plan.fixedVisits().isEmpty()) {
      return List.copyOf(plan.fixedVisits());
    }
    int count = 0;
    for (int visits : plan.visitsByWeek()) {
      count += visits;
    }
    List<Visit> drawn = new ArrayList<>();
    int minutesLeft = plan.minutes();
    int placed = 0;
    for (int week = 1; week <= plan.visitsByWeek().length; week++) {
      for (int day : days(plan, week)) {
        int left = count - placed;
        int mean = minutesLeft / left;
        int minutes = left == 1 ? minutesLeft : mean - 4 + random.nextInt(9);
        int silence = placed < plan.silences() ? SILENCE : 0;
        LocalDate date = plan.course().weekStart(week).plusDays(day);
        LocalTime hour = HOURS.get(random.nextInt(HOURS.size())).plusMinutes(random.nextInt(10));
        drawn.add(new Visit(date.atTime(hour), minutes, silence));
        minutesLeft -= minutes;
        placed++;
      }
    }
    drawn.addAll(extra(plan));
    drawn.sort(Comparator.comparing(Visit::start));
    return drawn;
  }

  /** Different days for different learners, so that no day of the course run is empty. */
  private static Set<Integer> days(Plan plan, int week) {
    int first = plan.course().learners().indexOf(plan.person()) + 2 * week;
    Set<Integer> days = new TreeSet<>();
    for (int visit = 0; visit < plan.visitsByWeek()[week - 1]; visit++) {
      days.add((first + visit * 2) % 7);
    }
    return days;
  }

  private static List<Person> withoutEdges(Course course) {
    return course.learners().stream()
        .filter(learner -> Edges.of(course, learner).isEmpty())
        .toList();
  }

  private static List<Visit> extra(Plan plan) {
    Course course = plan.course();
    Set<Edge> edges = Edges.of(course, plan.person());
    List<Visit> extra = new ArrayList<>();
    if (edges.contains(Edge.AFTER_CLOSING)) {
      extra.add(new Visit(course.closes().plusDays(2).atTime(19, 30), 150, 0));
    }
    if (edges.contains(Edge.ACROSS_MIDNIGHT)) {
      extra.add(new Visit(course.weekStart(2).plusDays(6).atTime(23, 40), 50, 0));
    }
    if (edges.contains(Edge.IN_WEEK_OFF)) {
      extra.add(new Visit(course.weeksOff().get(0).plusDays(2).atTime(9, 0), 40, 0));
    }
    int day = course.weeksOff().isEmpty() ? -1 : withoutEdges(course).indexOf(plan.person());
    if (day >= 0 && day < 7) {
      LocalDate date = course.weeksOff().get(0).plusDays(day);
      extra.add(new Visit(date.atTime(20, 0), 25, 0));
    }
    return extra;
  }
}
