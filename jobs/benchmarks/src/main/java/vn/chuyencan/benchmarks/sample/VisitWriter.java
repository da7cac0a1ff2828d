package vn.chuyencan.benchmarks.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills a visit: the first statement at its start, the last at its end, and never more than
 * fourteen minutes between two of them except for the silence that the visit asks for.
 */
final class VisitWriter {
  private static final int STEP_SECONDS = 600;
  private static final int TAIL = 2;

  private final Course course;
  private final Moodle moodle;
  private final Player player;
  private final Lesson lesson;
  private final Random random;

  VisitWriter(Course course, Moodle moodle, Random random) {
    this.course = course;
    this.moodle = moodle;
    this.player = new Player(course);
    this.lesson = new Lesson(course);
    this.random = random;
  }

  List<Trace> write(Person person, Visit visit, List<Act> acts) {
    int busy = visit.minutes() * 60 - visit.silence() * 60;
    int asked = 1 + acts.stream().mapToInt(Act::steps).sum() + TAIL;
    int needed = busy / STEP_SECONDS + 2 + (visit.silence() > 0 ? 1 : 0);
    int fillers = Math.max(0, needed - asked);
    List<Instant> at = instants(visit, asked + fillers);
    List<Trace> traces = new ArrayList<>();
    traces.add(moodle.courseViewed(person, at.get(0)));
    int next = 1;
    for (Act act : concat(fill(person, visit, fillers), acts, tail(person, visit))) {
      traces.addAll(act.statements().apply(at.subList(next, next + act.steps())));
      next += act.steps();
    }
    return traces;
  }

  /** Uneven steps that end exactly with the visit; the silence stands before the last two. */
  private List<Instant> instants(Visit visit, int count) {
    int silenceAfter = visit.silence() > 0 ? count - TAIL - 1 : -1;
    int steps = count - 1 - (silenceAfter >= 0 ? 1 : 0);
    int busy = (visit.minutes() - visit.silence()) * 60;
    int[] weights = new int[steps];
    int total = 0;
    for (int step = 0; step < steps; step++) {
      weights[step] = 85 + random.nextInt(31);
      total += weights[step];
    }
    List<Instant> instants = new ArrayList<>();
    instants.add(visit.from());
    long silence = 0;
    int before = 0;
    int step = 0;
    for (int index = 1; index < count; index++) {
      if (index - 1 == silenceAfter) {
        silence = visit.silence() * 60L;
      } else {
        before += weights[step++];
      }
      long seconds = (long) busy * before / total + silence;
      instants.add(visit.from().plusSeconds(seconds));
    }
    return instants;
  }

  private List<Act> fill(Person person, Visit visit, int count) {
    int week = weekOf(visit);
    List<Act> acts = new ArrayList<>();
    int left = count;
    while (left > 0) {
      int draw = random.nextInt(10);
      if (left >= 5 && draw < 3) {
        acts.add(lesson(person, week + 1));
        left -= 5;
      } else if (left >= 3 && draw < 7) {
        acts.add(video(person, week + 1));
        left -= 3;
      } else {
        acts.add(view(person, week));
        left--;
      }
    }
    return acts;
  }

  /** One sitting with the interactive lesson of a course week. */
  Act lesson(Person person, int week) {
    Place place = course.lessons().get(week - 1);
    return new Act(week, 5, at -> lesson.sitting(person, place, at));
  }

  private List<Act> tail(Person person, Visit visit) {
    int week = weekOf(visit);
    return List.of(view(person, week), view(person, week));
  }

  /** One sitting with the video of a course week. */
  Act video(Person person, int week) {
    Place video = course.videos().get(week - 1);
    Player.Act middle = random.nextBoolean() ? Player.Act.PAUSED : Player.Act.SEEKED;
    return new Act(
        week,
        3,
        at ->
            List.of(
                player.trace(person, at.get(0), video, Player.Act.PLAYED),
                player.trace(person, at.get(1), video, middle),
                player.trace(person, at.get(2), video, Player.Act.COMPLETED)));
  }

  private Act view(Person person, int week) {
    Place place =
        switch (random.nextInt(4)) {
          case 0 -> course.forums().get(Math.min(week, course.forums().size() - 1));
          case 1 -> course.exercises().get(random.nextInt(course.exercises().size()));
          default -> course.pages().get(week);
        };
    return Act.single(0, at -> moodle.viewed(person, at, place));
  }

  /** The index of the course week whose material the learner sees. */
  private int weekOf(Visit visit) {
    int week = 0;
    while (week + 1 < course.weeks()
        && !course.weekStart(week + 2).isAfter(visit.start().toLocalDate())) {
      week++;
    }
    return week;
  }

  private static List<Act> concat(List<Act> first, List<Act> second, List<Act> third) {
    List<Act> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }
}
