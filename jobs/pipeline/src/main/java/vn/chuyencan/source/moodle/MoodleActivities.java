package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.Registers;

/**
 * The modules of the runs as activities. What only a person knows is proposed: a forum with groups
 * is one of group work and any other but the announcements is for all; every quiz that gives marks
 * and that learners could do is a counted exercise. A quiz without questions gives none, and what
 * is hidden nobody can do, unless somebody did before it was hidden.
 */
final class MoodleActivities {
  private static final String QUIZ = "quiz";
  private static final String FORUM = "forum";
  private static final String ADVANCED_FORUM = "hsuforum";

  private final MoodleRuns runs;
  private final Map<Key, Module> modules = new TreeMap<>();
  private final Map<Key, Details> details = new HashMap<>();
  private final Map<List<String>, Integer> bearers = new HashMap<>();
  private final Set<Long> attempted = new HashSet<>();
  private final MoodlePlaces places;

  /** A module by type and number among its type. */
  private record Key(String type, long instance) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : Long.compare(instance, other.instance);
    }
  }

  private record Module(
      long id,
      long course,
      String idNumber,
      long groupMode,
      long grouping,
      boolean tracked,
      boolean visible,
      String section) {}

  /**
   * What the module's own table tells.
   *
   * @param sum points of a quiz's questions together
   */
  private record Details(
      String name,
      String forumType,
      BigDecimal grade,
      BigDecimal sum,
      Instant opens,
      Instant closes) {
    static final Details NONE = new Details(null, null, null, null, null, null);
  }

  /**
   * A module of a run.
   *
   * @param run name of the run
   * @param activity name of the activity
   * @param module id of the course module
   * @param course id of the course
   */
  record Found(String run, String activity, long module, long course) {}

  private MoodleActivities(MoodleRuns runs, String site) {
    this.runs = runs;
    this.places = new MoodlePlaces(site);
  }

  static MoodleActivities read(MoodleDatabase database, MoodleRuns runs) {
    MoodleActivities activities = new MoodleActivities(runs, database.settings().site());
    Map<Long, String> types = new HashMap<>();
    database.each("modules", "id name", "", row -> types.put(row.number("id"), row.text("name")));
    Map<Long, String> sections = sections(database);
    Set<String> used = new HashSet<>();
    Set<Long> grouped = new HashSet<>();
    database.each(
        "groups",
        "courseid participation?",
        "",
        row -> {
          if (!Long.valueOf(0).equals(row.numberOrNull("participation"))) {
            grouped.add(row.number("courseid"));
          }
        });
    database.each(
        "course_modules",
        "id course module instance section? idnumber? groupmode groupingid? completion?"
            + " visible? deletioninprogress?",
        "",
        row -> {
          long course = row.number("course");
          String type = types.get(row.number("module"));
          if (type == null || row.number("deletioninprogress") != 0 || runs.run(course) == null) {
            return;
          }
          Long forced = runs.forcedGroupMode(course);
          Module module =
              new Module(
                  row.number("id"),
                  course,
                  MoodleNames.clean(row.text("idnumber")),
                  // A site may set the mode for all new modules: without groups all write to all.
                  !grouped.contains(course) ? 0 : forced == null ? row.number("groupmode") : forced,
                  row.number("groupingid"),
                  row.number("completion") != 0,
                  !Long.valueOf(0).equals(row.numberOrNull("visible")),
                  sections.get(row.number("section")));
          used.add(type);
          activities.modules.put(new Key(type, row.number("instance")), module);
          if (module.idNumber() != null) {
            activities.bearers.merge(List.of(runs.run(course), module.idNumber()), 1, Integer::sum);
          }
        });
    used.forEach(type -> activities.readDetails(database, type));
    activities.readAttempted(database);
    return activities;
  }

  /** Which of the hidden quizzes somebody did. */
  private void readAttempted(MoodleDatabase database) {
    Set<Long> hidden = new TreeSet<>();
    modules.forEach(
        (key, module) -> {
          if (key.type().equals(QUIZ) && !module.visible()) {
            hidden.add(key.instance());
          }
        });
    for (String some : database.several(hidden)) {
      database.each(
          "quiz_attempts",
          "quiz",
          "WHERE preview = 0 AND quiz " + some,
          row -> attempted.add(row.number("quiz")));
    }
  }

  /** Names of the sections of courses, of those without a name their numbers. */
  private static Map<Long, String> sections(MoodleDatabase database) {
    Map<Long, String> sections = new HashMap<>();
    if (database.hasColumn("course_sections", "name")) {
      database.each(
          "course_sections",
          "id section name",
          "",
          row -> {
            String name = MoodleNames.clean(row.text("name"));
            sections.put(
                row.number("id"), name == null ? Long.toString(row.number("section")) : name);
          });
    }
    return sections;
  }

  private void readDetails(MoodleDatabase database, String type) {
    if (!database.hasNames(type)) {
      return;
    }
    String more =
        switch (type) {
          case FORUM -> " type";
          case ADVANCED_FORUM -> " type?";
          case QUIZ -> " grade sumgrades timeopen timeclose";
          case "assign" -> " grade allowsubmissionsfromdate? duedate?";
          default -> "";
        };
    database.each(
        type,
        "id name" + more,
        "",
        row ->
            details.put(
                new Key(type, row.number("id")),
                new Details(
                    MoodleNames.clean(row.text("name")),
                    row.text("type"),
                    row.decimal("grade"),
                    row.decimal("sumgrades"),
                    type.equals(QUIZ) ? row.instant("timeopen") : null,
                    type.equals(QUIZ) ? row.instant("timeclose") : null)));
  }

  /** A module of a run, or null. */
  Found find(String type, long instance) {
    Module module = modules.get(new Key(type, instance));
    return module == null ? null : found(type, module);
  }

  /** Whether a course has a module of that type. */
  boolean has(long course, String type) {
    return modules.entrySet().stream()
        .anyMatch(one -> one.getKey().type().equals(type) && one.getValue().course() == course);
  }

  private Found found(String type, Module module) {
    return new Found(runs.run(module.course()), name(type, module), module.id(), module.course());
  }

  /** The modules of which it is recorded who completed them. */
  List<Found> tracked() {
    List<Found> tracked = new ArrayList<>();
    modules.forEach(
        (key, module) -> {
          if (module.tracked()) {
            tracked.add(found(key.type(), module));
          }
        });
    return tracked;
  }

  /** By course, the groupings whose groups write in forums of their own. */
  Map<Long, Set<Long>> groupingsOfForums() {
    Map<Long, Set<Long>> groupings = new HashMap<>();
    modules.forEach(
        (key, module) -> {
          boolean forum = key.type().equals(FORUM) || key.type().equals(ADVANCED_FORUM);
          if (forum && module.groupMode() != 0 && module.grouping() != 0) {
            groupings
                .computeIfAbsent(module.course(), course -> new TreeSet<>())
                .add(module.grouping());
          }
        });
    return groupings;
  }

  /** The names of all activities, by course. */
  Map<Long, Set<String>> names() {
    Map<Long, Set<String>> names = new HashMap<>();
    modules.forEach(
        (key, module) ->
            names
                .computeIfAbsent(module.course(), course -> new HashSet<>())
                .add(name(key.type(), module)));
    return names;
  }

  /** Highest mark of a module, in points; null when it gives none or uses a scale. */
  BigDecimal points(String type, long instance) {
    Details found = details.get(new Key(type, instance));
    return found == null || found.grade() == null || found.grade().signum() <= 0
        ? null
        : found.grade();
  }

  private String name(String type, Module module) {
    // A restored or duplicated module keeps the number of its source.
    boolean own =
        module.idNumber() != null
            && bearers.get(List.of(runs.run(module.course()), module.idNumber())) == 1;
    return own ? module.idNumber() : type + "-" + module.id();
  }

  void addTo(Registers.Builder registers) {
    modules.forEach(
        (key, module) -> {
          Details found = details.getOrDefault(key, Details.NONE);
          String name = name(key.type(), module);
          BigDecimal points = points(key.type(), key.instance());
          CourseActivityKind kind = kind(key.type());
          LocalDate opens = runs.day(found.opens());
          LocalDate closes = runs.lastDay(found.closes());
          registers.add(
              new Activity(
                  runs.run(module.course()),
                  name,
                  places.module(module.id(), key.type(), null).iri(),
                  kind,
                  found.name() == null ? name : found.name(),
                  kind == CourseActivityKind.FORUM ? forumKind(found, module) : null,
                  null,
                  kind == CourseActivityKind.EXERCISE
                      && points != null
                      && givesMarks(found)
                      && couldBeDone(key, module),
                  points,
                  opens,
                  // The form takes a quiz that closes when it opens, and scripts take anything.
                  opens != null && closes != null && closes.isBefore(opens) ? opens : closes,
                  null,
                  null,
                  module.section()));
        });
  }

  /** What no question adds to gives no mark, whatever the quiz would be scaled to. */
  private static boolean givesMarks(Details quiz) {
    return quiz.sum() != null && quiz.sum().signum() > 0;
  }

  private boolean couldBeDone(Key key, Module quiz) {
    return quiz.visible() || attempted.contains(key.instance());
  }

  private static ForumKind forumKind(Details forum, Module module) {
    if ("news".equals(forum.forumType())) {
      return null;
    }
    return module.groupMode() == 0 ? ForumKind.COLLECTIVE : ForumKind.GROUP;
  }

  private static CourseActivityKind kind(String type) {
    return switch (type) {
      case FORUM, ADVANCED_FORUM -> CourseActivityKind.FORUM;
      case QUIZ -> CourseActivityKind.EXERCISE;
      case "assign" -> CourseActivityKind.ASSIGNMENT;
      case "workshop" -> CourseActivityKind.WORKSHOP;
      case "page", "book", "resource", "folder", "label", "wiki", "glossary" ->
          CourseActivityKind.PAGE;
      case "bigbluebuttonbn", "zoom", "googlemeet" -> CourseActivityKind.MEETING;
      default -> CourseActivityKind.OTHER;
    };
  }
}
