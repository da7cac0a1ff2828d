package vn.chuyencan.source.export;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.SessionStatus;

/**
 * What downloads that are no logs tell of one course run, as rows of registers: attempts of quiz
 * reports, posts of forum exports, lists of attendance, grades, completion. People are known by the
 * identifiers that other registers join to a learner; whoever they do not know is left out, for a
 * name is no identifier. Files of quizzes and forums name no activity: the configuration does.
 */
final class DownloadRegisters {
  private final ExportSettings settings;
  private final Map<String, String> activities;
  private final Registers told;
  private final Map<String, String> learners = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Registers.Builder registers = Registers.builder();
  private final Set<List<String>> keys = new HashSet<>();

  /**
   * @param activities pattern of file names → activity of the course run
   * @param told who is who, and which sessions there are
   */
  DownloadRegisters(ExportSettings settings, Map<String, String> activities, Registers told) {
    this.settings = settings;
    this.activities = activities;
    this.told = told;
    told.identities().forEach(one -> learners.put(one.canonical(), one.learnerId()));
    told.learners().forEach(one -> known.add(one.learnerId()));
  }

  /** The rows that these downloads tell. */
  Registers of(DownloadReports reports) {
    reports
        .attempts()
        .forEach(
            (file, attempts) -> {
              String activity = activity(file);
              if (activity != null) {
                attempts.forEach(attempt -> add(attempt, activity));
              }
            });
    reports
        .posts()
        .forEach(
            (file, posts) -> {
              String activity = activity(file);
              if (activity != null) {
                posts.forEach(post -> add(post, activity));
              }
            });
    reports.attendance().values().forEach(marks -> marks.forEach(this::add));
    DownloadedResults results =
        new DownloadedResults(settings, told, person -> who(person, null), registers);
    reports.grades().values().forEach(results::addGrades);
    reports.completions().values().forEach(results::addCompletions);
    return registers.build();
  }

  /** The activity of a file; null when the configuration does not name it. */
  private String activity(String file) {
    Path name = Path.of(file.substring(file.lastIndexOf('/') + 1));
    for (Map.Entry<String, String> one : activities.entrySet()) {
      if (FileSystems.getDefault().getPathMatcher("glob:" + one.getKey()).matches(name)) {
        return one.getValue();
      }
    }
    return null;
  }

  private void add(QuizAttempt attempt, String activity) {
    String learner = who(attempt.person(), null);
    if (learner != null
        && keys.add(List.of("attempt", learner, activity, Integer.toString(attempt.number())))) {
      registers.add(attempt.register(settings.course(), learner, activity));
    }
  }

  private void add(ForumPost post, String activity) {
    String learner = who(null, post.user());
    if (learner != null && keys.add(List.of("post", activity, Long.toString(post.id())))) {
      registers.add(post.register(settings.site(), settings.course(), learner, activity));
    }
  }

  private void add(ListedAttendance mark) {
    String learner = who(mark.person(), mark.moodleUser());
    String session = session(mark);
    if (learner != null && mark.status() != null && keys.add(List.of("mark", session, learner))) {
      registers.add(new Attendance(settings.course(), session, learner, mark.status()));
    }
  }

  /** A session is known by when it began; one that no register knows is one for all, and held. */
  private String session(ListedAttendance mark) {
    Instant start = mark.startsAt();
    for (ClassSession session : told.classSessions()) {
      if (session.courseId().equals(settings.course()) && session.startsAt().equals(start)) {
        return session.sessionId();
      }
    }
    ZoneId zone = settings.zone();
    String id =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).format(start.atZone(zone));
    if (keys.add(List.of("session", id))) {
      registers
          .present(RegisterName.ATTENDANCE)
          .add(
              new ClassSession(
                  settings.course(),
                  id,
                  mark.session(),
                  true,
                  false,
                  start,
                  start,
                  SessionStatus.HELD));
    }
    return id;
  }

  private String who(ReportPerson person, Long user) {
    if (user != null) {
      String account = learner(IdentityKind.ACCOUNT, settings.site(), Long.toString(user));
      if (account != null) {
        return account;
      }
    }
    if (person == null) {
      return null;
    }
    if (person.idNumber() != null && known.contains(person.idNumber())) {
      return person.idNumber();
    }
    return person.email() == null
        ? null
        : learner(IdentityKind.MBOX, null, "mailto:" + person.email().toLowerCase(Locale.ROOT));
  }

  private String learner(IdentityKind kind, String homePage, String identifier) {
    // Whom it would be does not matter to what the identifier is.
    return learners.get(new Identity("?", kind, homePage, identifier).canonical());
  }
}
