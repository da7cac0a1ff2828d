package vn.chuyencan.source.export;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.Registers;

/**
 * The activities of a course run by the titles that reports give them, and the components of its
 * mark. A title that two activities have names neither.
 */
final class TitledActivities {
  private static final Set<String> COURSE_TOTALS =
      Languages.ALL.stream()
          .map(locale -> locale.grade().get("coursetotal"))
          .map(Phrases::key)
          .collect(Collectors.toSet());

  private final Map<String, Activity> byTitle = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The activities of one course run. */
  TitledActivities(Registers told, String courseId) {
    Set<String> twice = new HashSet<>();
    for (Activity activity : told.activities()) {
      if (activity.courseId().equals(courseId)) {
        taken.add(activity.activityId());
        if (byTitle.put(Phrases.key(activity.title()), activity) != null) {
          twice.add(Phrases.key(activity.title()));
        }
      }
    }
    byTitle.keySet().removeAll(twice);
    taken.add(Grade.COURSE);
  }

  /** The activity of that title; null when there is none, or there are several. */
  Activity titled(String title) {
    return byTitle.get(Phrases.key(title));
  }

  /** Whether a grade is that of the course as a whole, in any language. */
  static boolean isCourseTotal(BookGrade grade) {
    return COURSE_TOTALS.contains(Phrases.key(grade.heading()));
  }

  /**
   * The activity of a grade: that of its title, or the one whose title stands before a word in
   * brackets, as a workshop has two grades. Null when it is none of these.
   */
  Activity graded(BookGrade grade) {
    Activity activity = titled(grade.item());
    int bracket = grade.item().lastIndexOf(" (");
    return activity != null || bracket < 0 ? activity : titled(grade.item().substring(0, bracket));
  }

  /**
   * What the component of a grade is called: the course, the activity of which it is the first
   * grade, or a name made of the heading. Equal headings are one component.
   */
  String component(BookGrade grade) {
    return components.computeIfAbsent(
        Phrases.key(grade.item()),
        fresh -> {
          if (isCourseTotal(grade)) {
            return Grade.COURSE;
          }
          Activity activity = graded(grade);
          if (activity != null
              && !components.containsValue(activity.activityId())
              && !activity.activityId().equals(Grade.COURSE)) {
            return activity.activityId();
          }
          String name = fresh.replaceAll("\\s+", "_");
          while (!taken.add(name)) {
            name += "_";
          }
          return name;
        });
  }

  /** The highest mark of an activity; null when no register tells it. */
  BigDecimal highest(BookGrade grade) {
    Activity activity = titled(grade.item());
    return activity == null ? null : activity.maxScore();
  }
}
