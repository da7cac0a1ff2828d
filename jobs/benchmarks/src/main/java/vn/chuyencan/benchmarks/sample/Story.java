package vn.chuyencan.benchmarks.sample;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.chuyencan.benchmarks.sample.Person.VideoIdentity;

/** Everything that happens at the institution, in the order of time. */
final class Story {
  private static final long SEED = 20_260_907L;

  /** Known to the platform and to no register. */
  static final Person GUEST = new Person("KHACH", "Khách", "999", VideoIdentity.ACCOUNT);

  static final Person ADMINISTRATOR =
      new Person("QTV", "Quản trị hệ thống", "2", VideoIdentity.ACCOUNT);

  private final Institution institution = new Institution();
  private final Map<Course, Map<Person, Plan>> plans = new LinkedHashMap<>();
  private final List<Trace> traces = new ArrayList<>();

  Story() {
    Diary.Numbers numbers = new Diary.Numbers();
    for (Course course : institution.courses()) {
      Map<Person, Plan> ofCourse = new LinkedHashMap<>();
      for (Person learner : course.learners()) {
        ofCourse.put(learner, plan(course, learner));
      }
      plans.put(course, ofCourse);
      for (Plan plan : ofCourse.values()) {
        Diary diary = new Diary(course, ofCourse, numbers, random(course, plan.person(), 2));
        traces.addAll(diary.of(plan));
        traces.add(enrolment(course, plan.person()));
        traces.addAll(grading(plan));
      }
      traces.addAll(lecturing(course, numbers));
    }
    traces.sort(
        Comparator.comparing(Trace::at)
            .thenComparing(trace -> trace.person().id())
            .thenComparing(trace -> Json.line(trace.statement())));
  }

  private static Plan plan(Course course, Person learner) {
    Plan plan = new Plan(learner, course, random(course, learner, 1));
    if (!WorkedExamples.apply(plan)) {
      Edges.of(course, learner).forEach(edge -> edge.apply(plan));
    }
    return plan;
  }

  /** A source of its own for each learner: a change to one does not move the others. */
  private static Random random(Course course, Person learner, int use) {
    return new Random(
        SEED + course.number() * 1000L + course.learners().indexOf(learner) * 10L + use);
  }

  private static Trace enrolment(Course course, Person learner) {
    LocalDate day = RegisterFiles.enrolledOn(course, learner);
    int minute = course.learners().indexOf(learner);
    ZonedDateTime at = day.atTime(8, 0).plusMinutes(minute).atZone(Course.ZONE);
    return new Moodle(course).enrolled(learner, at.toInstant(), ADMINISTRATOR);
  }

  /** The platform tells of a lecturer's marking as if the learner had done it. */
  private static List<Trace> grading(Plan plan) {
    Course course = plan.course();
    if (!plan.submissions().get("product").handedIn()) {
      return List.of();
    }
    int minute = course.learners().indexOf(plan.person());
    ZonedDateTime at =
        course.closes().minusDays(2).atTime(3, 0).plusMinutes(minute).atZone(Course.ZONE);
    return List.of(
        new Moodle(course)
            .graded(plan.person(), at.toInstant(), course.product(), course.lecturer()));
  }

  private static List<Trace> lecturing(Course course, Diary.Numbers numbers) {
    Moodle moodle = new Moodle(course);
    Person lecturer = course.lecturer();
    List<Trace> traces = new ArrayList<>();
    for (LocalDate day = course.opens(); !day.isAfter(course.closes()); day = day.plusDays(1)) {
      ZonedDateTime morning = day.atTime(5, 40).atZone(Course.ZONE);
      traces.add(moodle.courseViewed(lecturer, morning.toInstant()));
      for (Place forum : course.forums()) {
        String title = "Thảo luận: " + forum.title();
        int discussion = Diary.lecturersTopic(course, forum);
        if (course.weekStart(forum.week()).equals(day)) {
          traces.add(
              moodle.discussionCreated(
                  lecturer, morning.plusMinutes(5).toInstant(), forum, discussion, title));
        }
        if (course.weekStart(forum.week()).plusDays(4).equals(day)) {
          traces.add(
              moodle.postCreated(
                  lecturer,
                  morning.plusMinutes(7).toInstant(),
                  forum,
                  discussion,
                  numbers.nextPost(),
                  title));
        }
      }
    }
    ZonedDateTime opening = course.opens().atTime(5, 30).atZone(Course.ZONE);
    traces.add(
        moodle.discussionCreated(
            lecturer,
            opening.toInstant(),
            course.announcements(),
            course.number() * 1000,
            "Lịch học và cách tính chứng nhận"));
    Person observed = course.learners().get(5);
    ZonedDateTime look = course.opens().plusDays(10).atTime(10, 0).atZone(Course.ZONE);
    traces.add(moodle.loggedInAs(lecturer, look.toInstant(), observed));
    for (int view = 0; view < 3; view++) {
      ZonedDateTime at = course.opens().plusDays(3).atTime(11, view * 4).atZone(Course.ZONE);
      traces.add(moodle.viewed(GUEST, at.toInstant(), course.pages().get(0)));
    }
    return traces;
  }

  Institution institution() {
    return institution;
  }

  /** The plans of the learners of a course run. */
  Map<Person, Plan> plans(Course course) {
    return plans.get(course);
  }

  /** All statements in the order of time, each once. */
  List<Trace> traces() {
    return traces;
  }
}
