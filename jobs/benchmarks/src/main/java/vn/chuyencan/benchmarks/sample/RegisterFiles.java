package vn.chuyencan.benchmarks.sample;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.benchmarks.sample.Plan.Review;
import vn.chuyencan.benchmarks.sample.Plan.Submission;
import vn.chuyencan.benchmarks.sample.institution.InstitutionRegisters;

/** The registers of the institution as CSV. */
final class RegisterFiles {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final Set<Integer> PRACTICE = Set.of(1, 3, 4, 6);

  private final Story story;
  private final Map<String, List<List<String>>> tables = new TreeMap<>();

  private RegisterFiles(Story story) {
    this.story = story;
  }

  /** File name → text. */
  static Map<String, String> of(Story story) {
    RegisterFiles files = new RegisterFiles(story);
    files.header("learner", "learner_id", "full_name", "note");
    files.header("identity", "learner_id", "kind", "home_page", "identifier");
    files.header(
        "course_run",
        "course_id",
        "title",
        "iri",
        "opens_on",
        "closes_on",
        "weeks_off",
        "course_code");
    files.header("enrolment", "course_id", "learner_id", "role", "enrolled_on", "left_on");
    files.header(
        "activity",
        "course_id",
        "activity_id",
        "iri",
        "kind",
        "title",
        "forum_kind",
        "group_id",
        "counted",
        "max_score");
    files.header("group_member", "course_id", "group_id", "learner_id");
    files.header(
        "class_session",
        "course_id",
        "session_id",
        "title",
        "plenary",
        "practice",
        "starts_at",
        "ends_at",
        "status");
    files.header("attendance", "course_id", "session_id", "learner_id", "status");
    files.header(
        "submission_check",
        "course_id",
        "learner_id",
        "activity_id",
        "artefact",
        "submitted_at",
        "link_status",
        "content_status",
        "check_status",
        "checked_by",
        "checked_on");
    files.header(
        "peer_review",
        "course_id",
        "activity_id",
        "reviewer_id",
        "reviewee_id",
        "completed_at",
        "on_time",
        "rubric_complete",
        "score");
    files.people();
    InstitutionRegisters.people().forEach((id, name) -> files.row("learner", id, name, ""));
    story.institution().courses().forEach(files::course);
    files.tables.putAll(InstitutionRegisters.all());
    files.tables.putAll(OutcomeRegisters.of(story));
    files.tables.putAll(PersonsRegisters.all());
    Map<String, String> texts = new TreeMap<>();
    files.tables.forEach((name, rows) -> texts.put(name + ".csv", text(name, rows)));
    return texts;
  }

  private static String text(String name, List<List<String>> rows) {
    // One register as Excel saves it: with a byte order mark.
    return (name.equals("attendance") ? "\ufeff" : "") + text(rows);
  }

  /** Rows as CSV. */
  static String text(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(RegisterFiles::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private void header(String register, String... columns) {
    tables.put(register, new ArrayList<>());
    row(register, columns);
  }

  private void row(String register, String... cells) {
    tables.get(register).add(List.of(cells));
  }

  private void people() {
    List<Person> learners = story.institution().learners();
    for (Person person :
        Stream.concat(learners.stream(), story.institution().lecturers().stream()).toList()) {
      // Some names arrive decomposed, as some systems keep them.
      boolean decomposed = learners.indexOf(person) % 6 == 2;
      String name =
          decomposed ? Normalizer.normalize(person.name(), Normalizer.Form.NFD) : person.name();
      row("learner", person.id(), name, "");
      row("identity", person.id(), "account", Course.SITE, person.account());
      switch (person.videoIdentity()) {
        case ACCOUNT -> {}
        case MBOX -> row("identity", person.id(), "mbox", "", person.mailbox());
        case MBOX_SHA1SUM ->
            row("identity", person.id(), "mbox_sha1sum", "", Player.sha1(person.mailbox()));
        case OPENID -> row("identity", person.id(), "openid", "", person.openid());
      }
    }
  }

  private void course(Course course) {
    String weeksOff =
        course.weeksOff().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    row(
        "course_run",
        course.id(),
        course.title(),
        course.iri(),
        course.opens().toString(),
        course.closes().toString(),
        weeksOff,
        InstitutionRegisters.courseCode(course.id()));
    activities(course);
    sessions(course);
    for (Person lecturer : story.institution().lecturers()) {
      String role = lecturer.equals(course.lecturer()) ? "lecturer" : "assistant";
      row("enrolment", course.id(), lecturer.id(), role, "", "");
    }
    for (Plan plan : story.plans(course).values()) {
      learner(plan);
    }
  }

  private void activities(Course course) {
    course.forums().forEach(forum -> activity(course, forum, "collective"));
    activity(course, course.announcements(), "");
    course.groupForums().forEach(forum -> activity(course, forum, "group"));
    Stream.of(
            course.exercises(),
            List.of(course.selfTest(), course.product(), course.situation(), course.workshop()),
            List.of(OutcomeRegisters.survey(course)),
            course.pages(),
            course.videos(),
            course.lessons())
        .flatMap(List::stream)
        .forEach(place -> activity(course, place, ""));
  }

  private void activity(Course course, Place place, String forumKind) {
    String counted = place.kind().equals("exercise") ? place.counted() ? "yes" : "no" : "";
    BigDecimal max = place.maxScore();
    row(
        "activity",
        course.id(),
        place.id(),
        place.iri(),
        place.kind(),
        place.title(),
        forumKind,
        place.isGroupForum() ? place.group() : "",
        counted,
        max == null ? "" : max.toPlainString());
  }

  /** Seven plenary sessions at weekends, four of them practice, and one that was cancelled. */
  private void sessions(Course course) {
    int[] weeks =
        course.weeks() == 5 ? new int[] {1, 2, 2, 3, 4, 4, 5} : new int[] {1, 2, 3, 4, 5, 6, 6};
    for (int session = 0; session < weeks.length; session++) {
      boolean second = session > 0 && weeks[session] == weeks[session - 1];
      LocalDate day = course.weekStart(weeks[session]).plusDays(second ? 6 : 5);
      boolean practice = PRACTICE.contains(session);
      String title = practice ? "Thực hành" : "Tập trung";
      session(course, "B" + (session + 1), title + " " + (session + 1), practice, day, "held");
    }
    LocalDate cancelled = course.weekStart(3).plusDays(6);
    session(course, "B8", "Tập trung bổ sung", false, cancelled, "cancelled");
  }

  private void session(
      Course course, String id, String title, boolean practice, LocalDate day, String status) {
    row(
        "class_session",
        course.id(),
        id,
        title,
        "yes",
        practice ? "yes" : "no",
        instant(day.atTime(8, 0)),
        instant(day.atTime(11, 0)),
        status);
  }

  /** The day on which the learner was enrolled. */
  static LocalDate enrolledOn(Course course, Person learner) {
    boolean late = Edges.of(course, learner).contains(Edge.ENROLLED_LATE);
    return late ? course.opens().plusDays(14) : LocalDate.of(2026, 9, 4);
  }

  private void learner(Plan plan) {
    Course course = plan.course();
    String id = plan.person().id();
    boolean left = Edges.of(course, plan.person()).contains(Edge.LEFT);
    row(
        "enrolment",
        course.id(),
        id,
        "learner",
        enrolledOn(course, plan.person()).toString(),
        left ? course.opens().plusDays(15).toString() : "");
    String group = course.groupOf(plan.person());
    if (group != null) {
      row("group_member", course.id(), group, id);
    }
    for (int session = 0; session < Plan.SESSIONS; session++) {
      String status = plan.attendance()[session];
      if (status != null) {
        row("attendance", course.id(), "B" + (session + 1), id, status);
      }
    }
    submission(plan, course.product(), "product");
    submission(plan, course.situation(), "situation");
    reviews(plan);
  }

  private void submission(Plan plan, Place place, String artefact) {
    Submission submission = plan.submissions().get(artefact);
    Course course = plan.course();
    boolean checked = !submission.check().equals("unchecked");
    row(
        "submission_check",
        course.id(),
        plan.person().id(),
        place.id(),
        artefact,
        submission.handedIn() ? instant(course.closes().minusDays(4).atTime(20, 15)) : "",
        submission.link(),
        submission.content(),
        submission.check(),
        checked ? course.lecturer().id() : "",
        checked ? course.closes().minusDays(2).toString() : "");
  }

  /** Three reviews each: of the companions, else of the next on the roster. */
  private void reviews(Plan plan) {
    Course course = plan.course();
    List<Person> reviewees = new ArrayList<>(course.companions(plan.person()));
    int index = course.learners().indexOf(plan.person());
    for (int next = 1; reviewees.size() < plan.reviews().length; next++) {
      reviewees.add(course.learners().get((index + next) % course.learners().size()));
    }
    LocalTime evening = LocalTime.of(21, 0);
    for (int review = 0; review < plan.reviews().length; review++) {
      Review outcome = plan.reviews()[review];
      LocalDate day = course.closes().minusDays(outcome == Review.LATE ? 0 : 2);
      boolean done = outcome != Review.MISSING;
      row(
          "peer_review",
          course.id(),
          course.workshop().id(),
          plan.person().id(),
          reviewees.get(review).id(),
          done ? instant(day.atTime(evening.plusMinutes(index + review))) : "",
          done ? outcome == Review.LATE ? "no" : "yes" : "",
          done ? outcome == Review.INCOMPLETE ? "no" : "yes" : "",
          done ? BigDecimal.valueOf(70 + (index * 3L + review * 7L) % 30, 1).toPlainString() : "");
    }
  }

  private static String instant(LocalDateTime local) {
    return INSTANT.format(local.atZone(Course.ZONE));
  }
}
