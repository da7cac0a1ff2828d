package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.xapi.Fingerprints;

/**
 * What learners wrote and handed in, as it stands in the tables of forums, quizzes and assignments
 * now. It tells all attempts at whatever was attempted: what was deleted since stands in the log
 * only, and does not count.
 */
final class MoodleWork {
  private final MoodleDatabase database;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final MoodleRoster roster;
  private final Registers.Builder registers;

  MoodleWork(
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

  /**
   * Adds everything of these runs.
   *
   * @param wanted of what fingerprints are taken
   */
  void add(MoodleRuns runs, Fingerprints wanted) {
    registers.present(RegisterName.ATTEMPT);
    new MoodlePosts(database, activities, people, registers, wanted).add(runs);
    quizzes();
    assignments();
  }

  private void quizzes() {
    Map<Long, BigDecimal> most = new HashMap<>();
    database.each(
        "quiz",
        "id sumgrades",
        "",
        row -> {
          BigDecimal sum = row.decimal("sumgrades");
          if (sum != null && sum.signum() > 0) {
            most.put(row.number("id"), sum);
          }
        });
    MoodlePlaces places = new MoodlePlaces(database.settings().site());
    database.each(
        "quiz_attempts",
        "id quiz userid attempt preview state timestart timefinish timemodified sumgrades",
        "WHERE preview = 0",
        row -> {
          MoodleActivities.Found quiz = activities.find("quiz", row.number("quiz"));
          String learner = people.mention(row.number("userid"));
          Instant started = row.instant("timestart");
          Instant finished = row.instant("timefinish");
          if (quiz == null || learner == null) {
            return;
          }
          BigDecimal sum = row.decimal("sumgrades");
          BigDecimal max = most.get(row.number("quiz"));
          AttemptState state = state(row.text("state"), sum);
          if (started == null && finished == null) {
            started = row.instant("timemodified");
          }
          if (started == null && finished == null) {
            return;
          }
          registers.add(
              new Attempt(
                  quiz.run(),
                  learner,
                  quiz.activity(),
                  Long.toString(row.number("attempt")),
                  state,
                  started,
                  finished,
                  max == null || state != AttemptState.FINISHED ? null : sum,
                  max,
                  places.attempt(row.number("id"), quiz.module()).iri()));
        });
  }

  /** Handed in without a mark waits for it; 5.x also knows attempts that have not begun. */
  private static AttemptState state(String state, BigDecimal sum) {
    return switch (String.valueOf(state)) {
      case "finished" -> sum == null ? AttemptState.SUBMITTED : AttemptState.FINISHED;
      case "submitted" -> AttemptState.SUBMITTED;
      case "abandoned" -> AttemptState.ABANDONED;
      default -> AttemptState.IN_PROGRESS;
    };
  }

  /**
   * Whose work a team's is: whoever is in no group, or in several, is in the default team, 0.
   *
   * @param grouping the only groups that are teams of the assignment; 0 where all are
   */
  private Set<Long> team(long group, long course, long grouping) {
    return group == 0
        ? roster.withoutTheirGroup(course, grouping)
        : roster.members(group, course, grouping);
  }

  private void assignments() {
    if (!database.has("assign", "assign")) {
      return;
    }
    Map<Long, Long> groupings = new HashMap<>();
    Set<Long> ofTeams = new HashSet<>();
    database.each(
        "assign",
        "id teamsubmission? teamsubmissiongroupingid?",
        "",
        row -> {
          groupings.put(row.number("id"), row.number("teamsubmissiongroupingid"));
          if (row.number("teamsubmission") != 0) {
            ofTeams.add(row.number("id"));
          }
        });
    Map<List<Long>, BigDecimal> marks = new HashMap<>();
    database.each(
        "assign_grades",
        "assignment userid attemptnumber grade",
        "",
        row -> {
          BigDecimal grade = row.decimal("grade");
          // -1 is how Moodle writes that there is none.
          if (grade != null && grade.signum() >= 0) {
            marks.put(
                List.of(
                    row.number("assignment"), row.number("userid"), row.number("attemptnumber")),
                grade);
          }
        });
    database.each(
        "assign_submission",
        "id assignment userid groupid status attemptnumber timecreated timemodified",
        "WHERE status = 'submitted'",
        row -> {
          MoodleActivities.Found assignment = activities.find("assign", row.number("assignment"));
          Instant at = row.instant("timemodified");
          if (assignment == null || at == null) {
            return;
          }
          boolean team = row.number("userid") == 0;
          if (!team && ofTeams.contains(row.number("assignment"))) {
            // A member's own row says that he pressed the button; the team's may wait for all.
            return;
          }
          long grouping = groupings.getOrDefault(row.number("assignment"), 0L);
          Set<Long> authors =
              team
                  ? team(row.number("groupid"), assignment.course(), grouping)
                  : Set.of(row.number("userid"));
          for (Long author : authors) {
            String learner = people.mention(author);
            BigDecimal max = activities.points("assign", row.number("assignment"));
            BigDecimal mark =
                marks.get(List.of(row.number("assignment"), author, row.number("attemptnumber")));
            if (learner != null) {
              registers.add(
                  new Attempt(
                      assignment.run(),
                      learner,
                      assignment.activity(),
                      Long.toString(row.number("attemptnumber") + 1),
                      mark == null ? AttemptState.SUBMITTED : AttemptState.FINISHED,
                      row.instant("timecreated"),
                      at,
                      max == null ? null : mark,
                      max,
                      null));
            }
          }
        });
  }
}
