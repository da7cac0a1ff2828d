package vn.chuyencan.source.moodle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.xapi.Fingerprints;

/** The registers that a Moodle's database can fill, as it stands at one moment. */
final class MoodleRegisters {

  private MoodleRegisters() {}

  /**
   * Reads them.
   *
   * @param zone the institution's, in which days are told
   * @throws PipelineException if the database cannot be read
   */
  static Registers read(MoodleSettings settings, ZoneId zone) {
    return read(settings, zone, List.of(), Fingerprints.NONE);
  }

  /**
   * The same with courses of which only the institution tells the days.
   *
   * @param told the institution's runs
   * @param wanted of what fingerprints are taken
   */
  static Registers read(
      MoodleSettings settings, ZoneId zone, Collection<CourseRun> told, Fingerprints wanted) {
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      return draft(database, MoodleRuns.read(database, zone, told), wanted).registers();
    }
  }

  /**
   * Reads them with what a person must add to them: courses without days are among the runs too.
   *
   * @param zone the institution's, in which days are told
   * @throws PipelineException if the database cannot be read
   */
  static RegisterDraft draft(MoodleSettings settings, ZoneId zone) {
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      return draft(database, MoodleRuns.drafted(database, zone), Fingerprints.NONE);
    }
  }

  /** Asks for every column that {@link #read} does, of a database that is tried. */
  static void look(MoodleDatabase tried, ZoneId zone) {
    draft(tried, MoodleRuns.drafted(tried, zone), Fingerprints.NONE);
  }

  private static RegisterDraft draft(
      MoodleDatabase database, MoodleRuns runs, Fingerprints wanted) {
    Registers.Builder registers = Registers.builder();
    registers.present(
        RegisterName.LEARNER,
        RegisterName.IDENTITY,
        RegisterName.COURSE_RUN,
        RegisterName.ENROLMENT,
        RegisterName.ACTIVITY,
        RegisterName.GROUP_MEMBER);
    MoodlePeople people = MoodlePeople.read(database);
    MoodleRoster roster = MoodleRoster.read(database, runs, people);
    MoodleActivities activities = MoodleActivities.read(database, runs);
    runs.addTo(registers);
    roster.addTo(registers, activities.groupingsOfForums());
    activities.addTo(registers);
    new MoodleWork(database, activities, people, roster, registers).add(runs, wanted);
    MoodleMeetings meetings = new MoodleMeetings(database, activities, people, roster, registers);
    meetings.addAttendance();
    meetings.addReviews();
    MoodleGrades grades = MoodleGrades.read(database, runs, activities, people, roster);
    grades.addTo(registers);
    new MoodleCompletion(database, runs, activities, people, roster, registers).add();
    new MoodleFeedback(database, activities, people, roster, registers).add();
    Set<Long> users = new TreeSet<>(roster.users());
    users.addAll(people.mentioned());
    people.addTo(registers, users);
    List<OpenPoint> points = new ArrayList<>(runs.points());
    points.addAll(roster.points(activities.groupingsOfForums()));
    points.addAll(grades.points());
    points.addAll(people.points(users));
    return new RegisterDraft(registers.build(), runs.unknownDays(), points);
  }
}
