package vn.chuyencan.report.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;

/** What the registers call people and things; who or what no register names stands with its id. */
final class Titles {
  private final Map<String, Activity> activities = new HashMap<>();
  private final Map<String, String> sessions = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();

  Titles(Registers registers, String courseId) {
    for (Activity activity : registers.activities()) {
      if (activity.courseId().equals(courseId)) {
        activities.put(activity.activityId(), activity);
      }
    }
    for (ClassSession session : registers.classSessions()) {
      if (session.courseId().equals(courseId)) {
        sessions.put(session.sessionId(), session.title());
      }
    }
    for (Learner person : registers.learners()) {
      people.put(person.learnerId(), person.fullName());
    }
  }

  Optional<Activity> find(String activityId) {
    return Optional.ofNullable(activities.get(activityId));
  }

  String activity(String id) {
    return named(find(id).map(Activity::title).orElse(null), id);
  }

  String session(String id) {
    return named(sessions.get(id), id);
  }

  String person(String id) {
    return id == null ? "" : named(people.get(id), id);
  }

  /** The counted exercises in order of their ids. */
  List<Activity> exercises() {
    return activities.values().stream()
        .filter(activity -> activity.kind() == CourseActivityKind.EXERCISE && activity.counted())
        .sorted(Comparator.comparing(Activity::activityId))
        .toList();
  }

  private static String named(String name, String id) {
    return name == null || name.equals(id) ? id : name + " (" + id + ")";
  }
}
