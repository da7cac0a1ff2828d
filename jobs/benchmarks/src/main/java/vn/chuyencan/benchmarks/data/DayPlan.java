package vn.chuyencan.benchmarks.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens on one day: visits of learners who are active that day. A pure function of the shape
 * and the day, so that days can be made in any order, by several threads, and again.
 */
final class DayPlan {
  private static final long SEED = 0x43687579656e43L;
  private static final double ACTIVE = 0.6;
  private static final double LECTURER = 0.02;
  private static final double EVENING = 0.6;
  private static final int HOUR = 3600;

  private final Shape shape;
  private final int day;
  private final int term;
  private final SplittableRandom random;
  private final List<Event> events;
  private final int wanted;

  private DayPlan(Shape shape, int day) {
    this.shape = shape;
    this.day = day;
    this.term = shape.termOf(day);
    this.random = new SplittableRandom(SEED * 31 + day);
    this.wanted = shape.eventsOf(day);
    this.events = new ArrayList<>(wanted);
  }

  /** The day's events in the order in which they are stored. */
  static List<Event> of(Shape shape, int day) {
    DayPlan plan = new DayPlan(shape, day);
    plan.fill();
    plan.events.sort(Comparator.comparingLong(Event::second));
    return plan.events;
  }

  private void fill() {
    int[] order = new int[shape.learners()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    int active = Math.max(1, (int) (order.length * ACTIVE));
    for (int turn = 0; events.size() < wanted; turn++) {
      visit(order[turn % active]);
    }
  }

  private void visit(int learner) {
    boolean lecturer = random.nextDouble() < LECTURER;
    int lecturerOf = Campus.courseOf(shape, learner, 0);
    int person = lecturer ? -1 - lecturerOf : Campus.person(shape, term, learner);
    int[] courses = new int[Campus.COURSES_OF_A_LEARNER];
    for (int nth = 0; nth < courses.length; nth++) {
      int course = lecturer ? lecturerOf : Campus.courseOf(shape, learner, nth);
      courses[nth] = Campus.course(shape, term, course);
    }
    int length = Math.min(60, 4 + (int) (-12 * Math.log(1 - random.nextDouble())));
    int most = Math.min(length, wanted - events.size());
    new Visit(random, events, shape.weekOf(day), day)
        .make(person, courses, start(), most, endOfDay());
  }

  private long start() {
    int second =
        random.nextDouble() < EVENING
            ? 18 * HOUR + random.nextInt(6 * HOUR - HOUR / 6)
            : 7 * HOUR + random.nextInt(11 * HOUR);
    return midnight() + second;
  }

  private long midnight() {
    return shape.date(day).atStartOfDay(Shape.ZONE).toEpochSecond();
  }

  /** A file holds what was stored up to three in the morning, when it is exported. */
  private long endOfDay() {
    return midnight() + 27 * HOUR;
  }
}
