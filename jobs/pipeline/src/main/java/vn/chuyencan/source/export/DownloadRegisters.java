package vn.chuyencan.source.export;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
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
  private final Map<String, String> groups = new HashMap<>();
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
    told.groupMembers().stream()
        .filter(one -> one.courseId().equals(settings.course()))
        .forEach(one -> groups.put(one.learnerId(), one.groupId()));
  }

  /** The rows that these downloads tell; of two that tell of one thing the first stands. */
  Registers of(DownloadReports reports) {
    DownloadedAttempts all = new DownloadedAttempts(settings.course());
    reports
        .attempts()
        .forEach(
            (file, attempts) -> {
              String activity = activity(file);
              if (activity != null) {
                DownloadedAttempts.Report report = all.new Report();
                attempts.forEach(attempt -> add(attempt, activity, report));
              }
            });
    registers.addAll(all.all());
    reports
        .posts()
        .forEach(
            (file, posts) -> {
              String activity = activity(file);
              if (activity != null) {
                posts.forEach(post -> add(post, activity));
              }
            });
    reports.attendance().values().forEach(this::addMarks);
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

  private void add(QuizAttempt attempt, String activity, DownloadedAttempts.Report report) {
    String learner = who(attempt.person(), null);
    if (learner != null) {
      report.add(attempt, learner, activity);
    }
  }

  private void add(ForumPost post, String activity) {
    String learner = who(null, post.user());
    if (learner != null && keys.add(List.of("post", activity, Long.toString(post.id())))) {
      registers.add(post.register(settings.site(), settings.course(), learner, activity));
    }
  }

  /** Adds one list. Who has two accounts was there when either was. */
  private void addMarks(List<ListedAttendance> list) {
    Map<List<String>, AttendanceStatus> marks = new LinkedHashMap<>();
    for (ListedAttendance mark : list) {
      String learner = who(mark.person(), mark.moodleUser());
      String session = session(mark, learner);
      if (learner != null && mark.status() != null) {
        marks.merge(
            List.of(session, learner),
            mark.status(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    marks.forEach(
        (whose, status) -> {
          if (keys.add(List.of("mark", whose.get(0), whose.get(1)))) {
            registers.add(new Attendance(settings.course(), whose.get(0), whose.get(1), status));
          }
        });
  }

  /**
   * A session is known by when it began, of several at one time by the group in its heading, or
   * else by the learner's; one that no register knows is one for all, and held.
   */
  private String session(ListedAttendance mark, String learner) {
    Instant start = mark.startsAt();
    Optional<ClassSession> found =
        told.classSessions().stream()
            .filter(session -> session.courseId().equals(settings.course()))
            .filter(session -> session.startsAt().equals(start))
            .min(Comparator.comparingInt(session -> distance(session, mark, learner)));
    if (found.isPresent()) {
      return found.get().sessionId();
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

  /** The plugin ends a heading with the name of the group. */
  private int distance(ClassSession session, ListedAttendance mark, String learner) {
    String group = session.groupId();
    if (group == null) {
      return 2;
    } else if (Phrases.key(mark.session()).endsWith(" " + Phrases.key(group.replace('_', ' ')))) {
      return 0;
    }
    return group.equals(groups.get(learner)) ? 1 : 3;
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
