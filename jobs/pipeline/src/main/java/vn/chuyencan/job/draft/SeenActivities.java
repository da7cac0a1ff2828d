package vn.chuyencan.job.draft;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/** The activities of inferred course runs on which a rule may depend. */
final class SeenActivities {
  private static final Map<String, CourseActivityKind> KINDS =
      Map.of(
          ActivityKind.FORUM, CourseActivityKind.FORUM,
          ActivityKind.QUIZ, CourseActivityKind.EXERCISE,
          ActivityKind.ASSIGNMENT, CourseActivityKind.ASSIGNMENT,
          ActivityKind.WORKSHOP, CourseActivityKind.WORKSHOP,
          ActivityKind.MEETING, CourseActivityKind.MEETING);

  /** What Moodle calls the forum in which only teachers write, in the two languages. */
  private static final Set<String> ANNOUNCEMENTS =
      Set.of(
          "announcements",
          "announcement",
          "site announcements",
          "news forum",
          "news",
          "thông báo",
          "các thông báo",
          "diễn đàn tin tức",
          "tin tức");

  private static final Pattern MODULE =
      Pattern.compile(".*/mod/([a-z0-9]+)/view\\.php\\?(?:.*&)?id=(\\d+).*");
  private static final Pattern LAST_PART = Pattern.compile(".*[/=#:]([^/=#:]+)[/]?");

  private final SeenCourses courses;
  private final Map<Long, Record> activities = new HashMap<>();
  private final Map<Long, BigDecimal> scales = new HashMap<>();
  private final Set<Place> places = new HashSet<>();

  /** An activity in a run. */
  private record Place(String courseId, long activityKey) {}

  private SeenActivities(SeenCourses courses) {
    this.courses = courses;
  }

  static RegisterDraft draft(SeenCourses courses, Lake lake) {
    SeenActivities seen = new SeenActivities(courses);
    LakeRows.each(
        lake, Tables.ACTIVITY, seen::know, "activity_key", "iri", "type_iri", "kind", "name");
    LakeRows.each(
        lake, Tables.LEARNING_EVENT, seen::place, "course_key", "activity_key", "parent_key");
    LakeRows.each(
        lake,
        Tables.FORUM_EVENT,
        row -> seen.place(row.getField("course_key"), row.getField("forum_key")),
        "course_key",
        "forum_key");
    LakeRows.each(
        lake, Tables.ASSESSMENT_EVENT, seen::mark, "course_key", "exercise_key", "score_max");
    return RegisterDraft.of(seen.registers());
  }

  private void know(Record activity) {
    if (KINDS.containsKey((String) activity.getField("kind"))) {
      activities.merge(
          (Long) activity.getField("activity_key"),
          activity,
          (one, two) -> one.getField("name") == null ? two : one);
    }
  }

  private void place(Record event) {
    place(event.getField("course_key"), event.getField("activity_key"));
    place(event.getField("course_key"), event.getField("parent_key"));
  }

  private void place(Object courseKey, Object activityKey) {
    CourseRun run = courses.run(courseKey);
    if (run != null && activityKey != null && activities.containsKey((Long) activityKey)) {
      places.add(new Place(run.courseId(), (Long) activityKey));
    }
  }

  private void mark(Record assessment) {
    place(assessment.getField("course_key"), assessment.getField("exercise_key"));
    Object scale = assessment.getField("score_max");
    if (scale != null && assessment.getField("exercise_key") != null) {
      BigDecimal highest = new BigDecimal(scale.toString());
      if (highest.signum() > 0) {
        scales.merge(
            (Long) assessment.getField("exercise_key"), highest, (one, two) -> one.max(two));
      }
    }
  }

  private Registers registers() {
    Registers.Builder registers = Registers.builder();
    Set<List<String>> ids = new HashSet<>();
    List<Place> sorted =
        places.stream()
            .sorted(Comparator.comparing(Place::courseId).thenComparing(place -> iri(place)))
            .toList();
    for (Place place : sorted) {
      Record activity = activities.get(place.activityKey());
      CourseActivityKind kind = KINDS.get((String) activity.getField("kind"));
      String named = id(iri(place), kind);
      String id = named;
      for (int next = 2; !ids.add(List.of(place.courseId(), id)); next++) {
        id = named + "-" + next;
      }
      String name = (String) activity.getField("name");
      registers.add(
          new Activity(
              place.courseId(),
              id,
              iri(place),
              kind,
              name == null || name.isBlank() ? id : name,
              kind == CourseActivityKind.FORUM && !isForAnnouncements(name)
                  ? ForumKind.COLLECTIVE
                  : null,
              null,
              kind == CourseActivityKind.EXERCISE,
              kind == CourseActivityKind.EXERCISE ? scales.get(place.activityKey()) : null,
              null,
              null));
    }
    return registers.build();
  }

  private String iri(Place place) {
    return (String) activities.get(place.activityKey()).getField("iri");
  }

  private static boolean isForAnnouncements(String name) {
    return name != null && ANNOUNCEMENTS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** The name that a Moodle's database gives a module of that IRI, or the last part of the IRI. */
  static String id(String iri, CourseActivityKind kind) {
    Matcher module = MODULE.matcher(iri);
    if (module.matches()) {
      return module.group(1) + "-" + module.group(2);
    }
    Matcher last = LAST_PART.matcher(iri);
    String part = last.matches() ? last.group(1).replaceAll("[^\\p{L}\\p{N}._-]+", "-") : "";
    return part.isEmpty() || part.length() > 100 ? kind.name().toLowerCase(Locale.ROOT) : part;
  }
}
