package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * What learners have completed, where a course records it: of every activity that is tracked, and
 * of the course where it has criteria. Who has no row there has not completed it.
 */
final class MoodleCompletion {
  private final MoodleDatabase database;
  private final MoodleRuns runs;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final MoodleRoster roster;
  private final Registers.Builder registers;

  /** How far somebody has come, and since when. */
  private record Reached(CompletionState state, Instant at) {
    private static final Reached NOTHING = new Reached(CompletionState.INCOMPLETE, null);

    static Reached of(long state, Instant at) {
      CompletionState meaning = state(state);
      return meaning == CompletionState.INCOMPLETE ? NOTHING : new Reached(meaning, at);
    }

    /** 4 is a fail that the learner is not shown. */
    private static CompletionState state(long state) {
      return state == 1
          ? CompletionState.COMPLETE
          : state == 2
              ? CompletionState.COMPLETE_PASS
              : state == 3 || state == 4
                  ? CompletionState.COMPLETE_FAIL
                  : CompletionState.INCOMPLETE;
    }
  }

  MoodleCompletion(
      MoodleDatabase database,
      MoodleRuns runs,
      MoodleActivities activities,
      MoodlePeople people,
      MoodleRoster roster,
      Registers.Builder registers) {
    this.database = database;
    this.runs = runs;
    this.activities = activities;
    this.people = people;
    this.roster = roster;
    this.registers = registers;
  }

  /** Adds everything of these runs. */
  void add() {
    registers.present(RegisterName.COMPLETION);
    Set<Long> recording = new HashSet<>();
    database.each(
        "course",
        "id enablecompletion?",
        "",
        row -> {
          if (row.number("enablecompletion") != 0 && runs.run(row.number("id")) != null) {
            recording.add(row.number("id"));
          }
        });
    addActivities(recording);
    addCourses(recording);
  }

  private void addActivities(Set<Long> recording) {
    Map<Long, Map<Long, Reached>> reached = new HashMap<>();
    database.each(
        "course_modules_completion",
        "coursemoduleid userid completionstate timemodified",
        "",
        row ->
            reached
                .computeIfAbsent(row.number("coursemoduleid"), module -> new HashMap<>())
                .put(
                    row.number("userid"),
                    Reached.of(row.number("completionstate"), row.instant("timemodified"))));
    for (MoodleActivities.Found tracked : activities.tracked()) {
      if (recording.contains(tracked.course())) {
        add(tracked.course(), tracked.activity(), reached.getOrDefault(tracked.module(), Map.of()));
      }
    }
  }

  private void addCourses(Set<Long> recording) {
    Set<Long> asking = new HashSet<>();
    database.each(
        "course_completion_criteria", "course", "", row -> asking.add(row.number("course")));
    asking.retainAll(recording);
    Map<Long, Map<Long, Reached>> reached = new HashMap<>();
    database.each(
        "course_completions",
        "userid course timecompleted",
        "",
        row -> {
          Instant at = row.instant("timecompleted");
          if (at != null) {
            reached
                .computeIfAbsent(row.number("course"), course -> new HashMap<>())
                .put(row.number("userid"), new Reached(CompletionState.COMPLETE, at));
          }
        });
    asking.forEach(course -> add(course, null, reached.getOrDefault(course, Map.of())));
  }

  private void add(long course, String activity, Map<Long, Reached> reached) {
    for (Long user : roster.learners(course)) {
      Reached how = reached.getOrDefault(user, Reached.NOTHING);
      registers.add(
          new Completion(
              runs.run(course), people.learner(user), activity, how.state(), how.at(), null));
    }
  }
}
