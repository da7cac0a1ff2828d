package vn.chuyencan.benchmarks.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Turns what a learner plans into the statements of the learner's visits. */
final class Diary {
  private final Moodle moodle;
  private final Numbers numbers;
  private final VisitWriter writer;
  private final Map<Person, Plan> plans;
  private final Random random;

  /** Running numbers of attempts and posts, over all learners. */
  static final class Numbers {
    private int attempt;
    private int post;

    int nextAttempt() {
      return ++attempt;
    }

    int nextPost() {
      return ++post;
    }
  }

  Diary(Course course, Map<Person, Plan> plans, Numbers numbers, Random random) {
    this.moodle = new Moodle(course);
    this.writer = new VisitWriter(course, moodle, random);
    this.plans = plans;
    this.numbers = numbers;
    this.random = random;
  }

  /** All statements of the learner in the course run. */
  List<Trace> of(Plan plan) {
    List<Trace> traces = new ArrayList<>();
    List<Visit> visits = Visits.of(plan, random);
    List<List<Act>> byVisit = new ArrayList<>();
    visits.forEach(visit -> byVisit.add(new ArrayList<>()));
    for (Act act : acts(plan, traces)) {
      int visit = visitFor(plan.course(), visits, byVisit, act);
      if (visit >= 0) {
        byVisit.get(visit).add(act);
      }
    }
    for (int visit = 0; visit < visits.size(); visit++) {
      traces.add(moodle.loggedIn(plan.person(), visits.get(visit).from().minusSeconds(7)));
      traces.addAll(writer.write(plan.person(), visits.get(visit), byVisit.get(visit)));
    }
    return traces;
  }

  /** The emptiest visit of the week in which the act is due, else of the next week with one. */
  private static int visitFor(Course course, List<Visit> visits, List<List<Act>> byVisit, Act act) {
    for (int week = act.week(); week <= course.weeks(); week++) {
      int chosen = -1;
      for (int visit = 0; visit < visits.size(); visit++) {
        long day =
            ChronoUnit.DAYS.between(
                course.weekStart(week), visits.get(visit).start().toLocalDate());
        if (day >= 0
            && day < 7
            && (chosen < 0 || steps(byVisit.get(visit)) < steps(byVisit.get(chosen)))) {
          chosen = visit;
        }
      }
      if (chosen >= 0) {
        return chosen;
      }
    }
    return -1;
  }

  private static int steps(List<Act> acts) {
    return acts.stream().mapToInt(Act::steps).sum();
  }

  private List<Act> acts(Plan plan, List<Trace> afterwards) {
    List<Act> acts = new ArrayList<>();
    plan.marks()
        .forEach(
            (index, marks) -> {
              Place exercise = plan.course().exercises().get(index);
              marks.forEach(mark -> acts.add(attempt(plan, exercise, mark)));
            });
    plan.abandoned().forEach(index -> acts.add(abandoned(plan, index, afterwards)));
    int deleted = 0;
    for (Plan.Post post : plan.posts()) {
      acts.add(post(plan, post, deleted < plan.deletedPosts(), afterwards));
      deleted++;
    }
    if (plan.draftGroup() != null) {
      acts.add(draft(plan));
    }
    acts.addAll(comments(plan));
    for (String artefact : List.of("product", "situation")) {
      if (plan.submissions().get(artefact).handedIn()) {
        Place place =
            artefact.equals("product") ? plan.course().product() : plan.course().situation();
        int week = plan.course().weeks();
        acts.add(Act.single(week, at -> moodle.submitted(plan.person(), at, place)));
      }
    }
    for (int week = 1; week <= plan.course().weeks(); week += 2) {
      acts.add(writer.video(plan.person(), week));
    }
    // Every second learner of the six weeks takes two interactive lessons.
    if (plan.course().weeks() == 6 && plan.course().learners().indexOf(plan.person()) % 2 == 0) {
      acts.add(writer.lesson(plan.person(), 2));
      acts.add(writer.lesson(plan.person(), 4));
    }
    acts.sort(Comparator.comparingInt(Act::week));
    return acts;
  }

  private Act attempt(Plan plan, Place exercise, BigDecimal mark) {
    int number = numbers.nextAttempt();
    BigDecimal raw = mark == null ? null : mark.multiply(exercise.maxScore()).movePointLeft(1);
    return new Act(
        exercise.week(),
        2,
        at ->
            List.of(
                moodle.attemptStarted(plan.person(), at.get(0), exercise, number),
                moodle.attemptSubmitted(
                    plan.person(), at.get(0), at.get(1), exercise, number, raw)));
  }

  private Act abandoned(Plan plan, int index, List<Trace> afterwards) {
    int number = numbers.nextAttempt();
    Place exercise = plan.course().exercises().get(index);
    return Act.single(
        exercise.week(),
        at -> {
          Instant closed = at.plus(Duration.ofHours(26));
          afterwards.add(moodle.attemptAbandoned(plan.person(), closed, exercise, number));
          return moodle.attemptStarted(plan.person(), at, exercise, number);
        });
  }

  private Act post(Plan plan, Plan.Post post, boolean deleted, List<Trace> afterwards) {
    Course course = plan.course();
    Place forum = post.forum();
    // Every fifth learner opens a topic in the first forum; all else are replies.
    boolean opensTopic =
        forum.week() == 1 && !deleted && course.learners().indexOf(plan.person()) % 5 == 3;
    if (opensTopic) {
      int discussion = course.number() * 10_000 + numbers.nextPost();
      return Act.single(
          post.week(),
          at ->
              moodle.discussionCreated(
                  plan.person(), at, forum, discussion, "Xin chào từ " + plan.person().name()));
    }
    int discussion = lecturersTopic(course, forum);
    String title = "Thảo luận: " + forum.title();
    int number = numbers.nextPost();
    return Act.single(
        post.week(),
        at -> {
          if (deleted) {
            Instant later = at.plus(Duration.ofHours(20));
            afterwards.add(
                moodle.postDeleted(course.lecturer(), later, forum, discussion, number, title));
          }
          return moodle.postCreated(plan.person(), at, forum, discussion, number, title);
        });
  }

  private Act draft(Plan plan) {
    Place forum = plan.course().groupForum(plan.draftGroup());
    return Act.single(
        3,
        at ->
            moodle.discussionCreated(
                plan.person(), at, forum, ownTopic(plan), draftTitle(plan.person())));
  }

  /** Comments in the week after the drafts, on the drafts that stand in the own group's forum. */
  private List<Act> comments(Plan plan) {
    List<Act> comments = new ArrayList<>();
    List<Plan> drafts =
        plan.course().companions(plan.person()).stream()
            .map(plans::get)
            .filter(other -> plan.course().groupOf(plan.person()).equals(other.draftGroup()))
            .toList();
    for (Plan other : drafts.subList(0, Math.max(0, drafts.size() - plan.commentsSpared()))) {
      Place forum = plan.course().groupForum(other.draftGroup());
      int number = numbers.nextPost();
      comments.add(
          Act.single(
              5,
              at ->
                  moodle.postCreated(
                      plan.person(),
                      at,
                      forum,
                      ownTopic(other),
                      number,
                      draftTitle(other.person()))));
    }
    return comments;
  }

  private static int ownTopic(Plan plan) {
    return plan.course().number() * 1000 + 500 + plan.course().learners().indexOf(plan.person());
  }

  private static String draftTitle(Person person) {
    return "Kịch bản của " + person.name();
  }

  /** The discussion that the lecturer opens in a collective forum. */
  static int lecturersTopic(Course course, Place forum) {
    return course.number() * 1000 + forum.week();
  }
}
