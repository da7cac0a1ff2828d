package vn.chuyencan.benchmarks.sample;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The three worked examples of the requirements (3.6), to the minute and to the mark: T-1 passes
 * everything, T-2 compensates the theory certificate, T-3 goes to review.
 */
final class WorkedExamples {
  private WorkedExamples() {}

  static boolean apply(Plan plan) {
    if (!plan.course().id().equals("LHDN-2026-1")) {
      return false;
    }
    switch (plan.person().id()) {
      case "HV001" -> passes(plan);
      case "HV002" -> compensates(plan);
      case "HV003" -> needsReview(plan);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Accesses 3, 2, 4, 2, 3; minutes 668/742/801; average 7.36; posts 1, 2, 1, 1, 1. */
  private static void passes(Plan plan) {
    visit(plan, 1, 0, 19, 48, 25);
    visit(plan, 1, 2, 12, 61, 0);
    visit(plan, 1, 5, 19, 50, 0);
    visit(plan, 2, 1, 19, 55, 0);
    visit(plan, 2, 4, 20, 52, 0);
    visit(plan, 3, 0, 18, 40, 0);
    follow(plan, 59, 66);
    visit(plan, 3, 3, 19, 53, 25);
    visit(plan, 3, 6, 9, 58, 0);
    visit(plan, 4, 2, 19, 47, 0);
    visit(plan, 4, 6, 15, 60, 0);
    visit(plan, 5, 1, 19, 51, 24);
    visit(plan, 5, 3, 19, 49, 0);
    visit(plan, 5, 6, 19, 52, 0);
    String[] marks = {"7.36", "8.36", "6.36", "9.36", "5.36", "7.86", "6.86"};
    for (int exercise = 0; exercise < 28; exercise++) {
      plan.mark(exercise, marks[exercise % 7]);
    }
    // Two retakes whose mean is the mark that they replace.
    plan.mark(3, "8.86", "9.86").mark(11, "4.36", "6.36");
    plan.postsByForum(1, 2, 1, 1, 1);
    attendsAllBut(plan, "absent", 2);
  }

  /**
   * Accesses 3, 2, 2, 4, 2; minutes 1,094/1,126/1,203; 20 of 28 exercises with mean 7.45; posts by
   * forum 1, 2, 1, 1, 0, one in each week.
   */
  private static void compensates(Plan plan) {
    visit(plan, 1, 1, 18, 90, 0);
    follow(plan, 38, 85);
    visit(plan, 1, 5, 19, 80, 16);
    visit(plan, 2, 0, 19, 95, 0);
    visit(plan, 2, 4, 19, 88, 0);
    visit(plan, 3, 2, 19, 92, 16);
    visit(plan, 3, 6, 14, 84, 0);
    visit(plan, 4, 0, 17, 100, 0);
    follow(plan, 39, 78);
    visit(plan, 4, 3, 19, 86, 0);
    visit(plan, 4, 6, 19, 82, 0);
    visit(plan, 5, 2, 19, 87, 0);
    visit(plan, 5, 5, 19, 79, 0);
    plan.exercises(20, "7.45");
    String[] marks = {"7.45", "8.45", "6.45", "9.2", "5.7"};
    for (int exercise = 0; exercise < 20; exercise++) {
      plan.mark(exercise, marks[exercise % 5]);
    }
    List<Place> forums = plan.course().forums();
    plan.posts().clear();
    plan.posts()
        .addAll(
            List.of(
                new Plan.Post(1, forums.get(0)),
                new Plan.Post(2, forums.get(1)),
                new Plan.Post(3, forums.get(1)),
                new Plan.Post(4, forums.get(2)),
                new Plan.Post(5, forums.get(3))));
    attendsAllBut(plan, "absent", 3);
  }

  /**
   * Accesses 2, 2, 1, 3, 2; minutes 452/498/561; 26 of 28 exercises, average 6.10; one post in each
   * forum.
   */
  private static void needsReview(Plan plan) {
    visit(plan, 1, 0, 19, 52, 0);
    follow(plan, 31, 48);
    visit(plan, 2, 2, 19, 55, 23);
    visit(plan, 2, 5, 19, 45, 0);
    visit(plan, 3, 4, 19, 50, 0);
    visit(plan, 4, 1, 18, 44, 0);
    follow(plan, 32, 53);
    visit(plan, 4, 6, 19, 51, 23);
    visit(plan, 5, 0, 19, 47, 0);
    visit(plan, 5, 5, 20, 53, 0);
    plan.exercises(26, "6.5");
    String[] marks = {"6.5", "7.5", "5.5", "8", "5"};
    for (int exercise = 0; exercise < 25; exercise++) {
      plan.mark(exercise, marks[exercise % 5]);
    }
    // 25 × 6.5 + 8.3 = 28 × 6.10
    plan.mark(25, "8.3");
    plan.postsByForum(1, 1, 1, 1, 1);
    attendsAllBut(plan, "excused", 4);
  }

  private static void visit(Plan plan, int week, int day, int hour, int minutes, int silence) {
    LocalDateTime start = plan.course().weekStart(week).plusDays(day).atTime(hour, 5);
    plan.fixedVisits().add(new Visit(start, minutes, silence));
  }

  private static void follow(Plan plan, int pause, int minutes) {
    List<Visit> visits = plan.fixedVisits();
    visits.add(visits.get(visits.size() - 1).followedAfter(pause, minutes));
  }

  private static void attendsAllBut(Plan plan, String status, int session) {
    plan.attends("present", 0, 1, 2, 3, 4, 5, 6).attends(status, session);
  }
}
