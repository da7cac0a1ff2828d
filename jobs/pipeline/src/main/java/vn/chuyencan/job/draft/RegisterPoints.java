package vn.chuyencan.job.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.OpenPoint.Topic;
import vn.chuyencan.model.Registers;

/** What a person must look at in registers, whatever source they come from. */
final class RegisterPoints {

  private RegisterPoints() {}

  static List<OpenPoint> of(Registers registers) {
    List<OpenPoint> points = new ArrayList<>();
    addForums(registers, points);
    addExercises(registers, points);
    addSessions(registers, points);
    addGroups(registers, points);
    for (Learner learner : registers.learners()) {
      if (learner.fullName().equals(learner.learnerId())) {
        points.add(OpenPoint.of(Topic.NAME_MISSING, learner.learnerId()));
      }
    }
    return points;
  }

  private static void addForums(Registers registers, List<OpenPoint> points) {
    for (Activity forum : registers.activities()) {
      if (forum.kind() == CourseActivityKind.FORUM) {
        ForumKind kind = forum.forumKind();
        points.add(
            OpenPoint.of(
                Topic.FORUM_KIND,
                forum.courseId(),
                forum.activityId(),
                forum.title(),
                kind == null ? "–" : kind == ForumKind.GROUP ? "group" : "collective"));
      }
    }
  }

  private static void addExercises(Registers registers, List<OpenPoint> points) {
    Map<String, List<Activity>> exercises = new TreeMap<>();
    for (Activity activity : registers.activities()) {
      if (activity.kind() == CourseActivityKind.EXERCISE) {
        exercises.computeIfAbsent(activity.courseId(), run -> new ArrayList<>()).add(activity);
      }
    }
    exercises.forEach(
        (run, all) -> {
          List<String> counted =
              all.stream().filter(Activity::counted).map(Activity::activityId).toList();
          points.add(
              OpenPoint.of(
                  Topic.EXERCISES_COUNTED,
                  run,
                  Integer.toString(counted.size()),
                  Integer.toString(all.size()),
                  String.join(", ", counted)));
        });
  }

  private static void addSessions(Registers registers, List<OpenPoint> points) {
    for (ClassSession session : registers.classSessions()) {
      List<String> kinds = new ArrayList<>();
      if (session.plenary()) {
        kinds.add("plenary");
      }
      if (session.practice()) {
        kinds.add("practice");
      }
      points.add(
          OpenPoint.of(
              Topic.SESSION_KIND,
              session.courseId(),
              session.sessionId(),
              session.title(),
              kinds.isEmpty() ? "–" : String.join(" + ", kinds)));
    }
  }

  private static void addGroups(Registers registers, List<OpenPoint> points) {
    Set<String> grouped = new HashSet<>();
    registers.groupMembers().stream().map(GroupMember::courseId).forEach(grouped::add);
    for (CourseRun run : registers.courseRuns()) {
      if (!grouped.contains(run.courseId())) {
        points.add(OpenPoint.of(Topic.GROUPS_MISSING, run.courseId()));
      }
    }
  }
}
