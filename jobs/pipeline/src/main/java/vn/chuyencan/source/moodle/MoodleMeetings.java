package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;

/** Class sessions of the attendance plugin, where it is installed, and reviews in workshops. */
final class MoodleMeetings {
  private final MoodleDatabase database;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final MoodleRoster roster;
  private final Registers.Builder registers;

  MoodleMeetings(
      MoodleDatabase database,
      MoodleActivities activities,
      MoodlePeople people,
      MoodleRoster roster,
      Registers.Builder registers) {
    this.database = database;
    this.activities = activities;
    this.people = people;
    this.roster = roster;
    this.registers = registers;
  }

  /** Adds the sessions and who was there. */
  void addAttendance() {
    if (!database.has("attendance", "attendance_sessions")) {
      return;
    }
    registers.present(RegisterName.CLASS_SESSION, RegisterName.ATTENDANCE);
    Map<Long, String> runOf = new HashMap<>();
    database.each(
        "attendance_sessions",
        "id attendanceid groupid sessdate duration lasttaken description",
        "",
        row -> {
          MoodleActivities.Found module = activities.find("attendance", row.number("attendanceid"));
          Instant starts = row.instant("sessdate");
          if (module == null || starts == null) {
            return;
          }
          long id = row.number("id");
          String title = title(row.text("description"));
          runOf.put(id, module.run());
          registers.add(
              new ClassSession(
                  module.run(),
                  session(id),
                  title == null ? session(id) : title,
                  true,
                  false,
                  starts,
                  starts.plusSeconds(Math.max(0, row.number("duration"))),
                  row.instant("lasttaken") == null ? SessionStatus.PLANNED : SessionStatus.HELD,
                  group(row.number("groupid"))));
        });
    Map<Long, AttendanceStatus> meanings = AttendanceStatuses.read(database);
    // The plugin does not keep two lists apart that are sent at once, and shows the last mark.
    Map<List<Long>, Long> marks = new LinkedHashMap<>();
    database.each(
        "attendance_log",
        "id sessionid studentid statusid",
        "ORDER BY id",
        row -> {
          if (runOf.containsKey(row.number("sessionid"))) {
            marks.put(
                List.of(row.number("sessionid"), row.number("studentid")), row.number("statusid"));
          }
        });
    marks.forEach(
        (whose, mark) -> {
          String learner = people.mention(whose.get(1));
          AttendanceStatus status = meanings.get(mark);
          if (learner != null && status != null) {
            registers.add(
                new Attendance(runOf.get(whose.get(0)), session(whose.get(0)), learner, status));
          }
        });
  }

  /** The group of a session: one that is gone is another than none, which means everybody. */
  private String group(long id) {
    String name = roster.group(id);
    return id == 0 || name != null ? name : "group-" + id;
  }

  private static String session(long id) {
    return "session-" + id;
  }

  /** Descriptions are HTML. */
  private static String title(String description) {
    return description == null
        ? null
        : MoodleNames.clean(
            MultilingualText.of(description).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
  }

  /** Adds what was handed in to be reviewed; nobody has judged it yet. */
  private void add(MoodleActivities.Found workshop, long author, Instant at) {
    String learner = people.mention(author);
    if (learner != null) {
      registers.add(
          new SubmissionCheck(
              workshop.run(),
              learner,
              workshop.activity(),
              Artefact.OTHER,
              at,
              LinkStatus.UNCHECKED,
              ContentStatus.UNCHECKED,
              CheckStatus.UNCHECKED,
              null,
              null));
    }
  }

  /** Adds who handed work in, who was to review it, and who did. */
  void addReviews() {
    if (!database.has("workshop", "workshop_assessments")) {
      return;
    }
    registers.present(RegisterName.PEER_REVIEW, RegisterName.SUBMISSION_CHECK);
    Map<Long, Long> workshopOf = new HashMap<>();
    Map<Long, Long> authorOf = new HashMap<>();
    database.each(
        "workshop_submissions",
        "id workshopid example authorid timemodified",
        "WHERE example = 0",
        row -> {
          workshopOf.put(row.number("id"), row.number("workshopid"));
          authorOf.put(row.number("id"), row.number("authorid"));
          MoodleActivities.Found module = activities.find("workshop", row.number("workshopid"));
          if (module != null) {
            add(module, row.number("authorid"), row.instant("timemodified"));
          }
        });
    Map<Long, Instant> ends = new HashMap<>();
    database.each(
        "workshop",
        "id assessmentend",
        "",
        row -> {
          if (row.instant("assessmentend") != null) {
            ends.put(row.number("id"), row.instant("assessmentend"));
          }
        });
    database.each(
        "workshop_assessments",
        "id submissionid reviewerid timemodified grade",
        "",
        row -> {
          Long workshop = workshopOf.get(row.number("submissionid"));
          MoodleActivities.Found module =
              workshop == null ? null : activities.find("workshop", workshop);
          if (module == null) {
            return;
          }
          String reviewer = people.mention(row.number("reviewerid"));
          String author = people.mention(authorOf.get(row.number("submissionid")));
          if (reviewer == null || author == null || reviewer.equals(author)) {
            return;
          }
          // A row is there once the review is allocated; it is done when it has a mark, which
          // Moodle gives only when every row of the form is filled in.
          BigDecimal grade = row.decimal("grade");
          Instant done = grade == null ? null : row.instant("timemodified");
          Instant end = ends.get(workshop);
          registers.add(
              new PeerReview(
                  module.run(),
                  module.activity(),
                  reviewer,
                  author,
                  done,
                  done == null ? null : end == null || !done.isAfter(end),
                  done == null ? null : Boolean.TRUE,
                  grade));
        });
  }
}
