package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * The gradebook as it stands now: every learner of a run has a row for every item that is graded in
 * points, be there a grade or not. The grade is the final one, after whatever was overridden;
 * whether a learner may see it does not matter. Who is left out of an item keeps the mark there,
 * and is told as excluded.
 */
final class MoodleGrades {
  private final MoodleDatabase database;
  private final MoodleRuns runs;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final MoodleRoster roster;
  private final Map<Long, GradeItem> items = new TreeMap<>();
  private final Map<Long, Map<Long, Given>> given = new HashMap<>();
  private final GradeScale scale;

  /** A row of {@code grade_grades}. */
  private record Given(
      BigDecimal score, BigDecimal min, BigDecimal max, boolean excluded, Instant at) {}

  private MoodleGrades(
      MoodleDatabase database,
      MoodleRuns runs,
      MoodleActivities activities,
      MoodlePeople people,
      MoodleRoster roster) {
    this.database = database;
    this.runs = runs;
    this.activities = activities;
    this.people = people;
    this.roster = roster;
    this.scale = GradeScale.read(database);
  }

  static MoodleGrades read(
      MoodleDatabase database,
      MoodleRuns runs,
      MoodleActivities activities,
      MoodlePeople people,
      MoodleRoster roster) {
    MoodleGrades grades = new MoodleGrades(database, runs, activities, people, roster);
    grades.readItems();
    grades.readGiven();
    return grades;
  }

  private void readItems() {
    Map<Long, GradeItem.Category> categories = new HashMap<>();
    database.each(
        "grade_categories",
        GradeItem.Category.COLUMNS,
        "",
        row -> categories.put(row.number("id"), GradeItem.Category.of(row)));
    database.each(
        "grade_items",
        GradeItem.COLUMNS,
        "",
        row -> {
          GradeItem item = GradeItem.of(row, categories);
          if (item != null && runs.run(item.course()) != null && isThere(item)) {
            items.put(item.id(), item);
          }
        });
  }

  /** The item of an activity that is gone is gone too. */
  private boolean isThere(GradeItem item) {
    return item.kind() != GradeItem.Kind.MOD
        || activities.find(String.valueOf(item.module()), item.instance()) != null;
  }

  private void readGiven() {
    database.each(
        "grade_grades",
        "itemid userid rawgrademin rawgrademax finalgrade excluded overridden timemodified",
        "",
        row -> {
          if (items.containsKey(row.number("itemid"))) {
            given
                .computeIfAbsent(row.number("itemid"), item -> new HashMap<>())
                .put(row.number("userid"), given(row));
          }
        });
  }

  private static Given given(MoodleRow row) throws SQLException {
    Instant overridden = row.instant("overridden");
    return new Given(
        row.decimal("finalgrade"),
        row.decimal("rawgrademin"),
        row.decimal("rawgrademax"),
        row.number("excluded") != 0,
        overridden == null ? row.instant("timemodified") : overridden);
  }

  /** Adds the rows of the learners of all runs. */
  void addTo(Registers.Builder registers) {
    registers.present(RegisterName.GRADE);
    GradeWeights weights = new GradeWeights(items.values(), scale.countsScales());
    Map<Long, String> names = new ComponentNames(activities).of(items.values());
    for (GradeItem item : items.values()) {
      if (item.inPoints() && names.containsKey(item.id())) {
        Map<Long, Given> of = given.getOrDefault(item.id(), Map.of());
        for (Long user : roster.learners(item.course())) {
          registers.add(grade(item, names.get(item.id()), weights.of(item), user, of.get(user)));
        }
      }
    }
  }

  private Grade grade(GradeItem item, String component, BigDecimal weight, long user, Given row) {
    boolean marked = row != null && row.score() != null;
    boolean own = marked && scale.ofTheGrade(item);
    return new Grade(
        runs.run(item.course()),
        people.learner(user),
        component,
        title(item),
        kind(item),
        marked ? row.score() : null,
        own ? row.min() : item.min(),
        own ? row.max() : item.max(),
        weight,
        null,
        row != null && row.excluded()
            ? GradeState.EXCLUDED
            : marked ? GradeState.GRADED : GradeState.PENDING,
        marked ? runs.day(row.at()) : null,
        null);
  }

  private String title(GradeItem item) {
    String title =
        switch (item.kind()) {
          case COURSE -> runs.title(item.course());
          case CATEGORY -> item.category() == null ? null : item.category().name();
          case MOD, MANUAL -> item.name();
        };
    return title != null
        ? title
        : item.kind() == GradeItem.Kind.MOD
            ? activities.find(item.module(), item.instance()).activity()
            : "item-" + item.id();
  }

  private static ComponentKind kind(GradeItem item) {
    return switch (item.kind()) {
      case COURSE -> ComponentKind.COURSE;
      case CATEGORY -> ComponentKind.CATEGORY;
      case MANUAL -> ComponentKind.MANUAL;
      case MOD -> ComponentKind.ACTIVITY;
    };
  }

  /** What of the gradebook cannot be told. */
  List<OpenPoint> points() {
    List<OpenPoint> points = new ArrayList<>();
    GradeWeights weights = new GradeWeights(items.values(), scale.countsScales());
    Map<String, List<String>> unweighted = new TreeMap<>();
    items.values().stream()
        .sorted(Comparator.comparingLong(GradeItem::course).thenComparingLong(GradeItem::order))
        .forEach(
            item -> {
              String run = runs.run(item.course());
              if (item.onScale()) {
                points.add(OpenPoint.of(OpenPoint.Topic.GRADED_ON_SCALE, run, title(item)));
              } else if (item.inPoints()
                  && item.kind() != GradeItem.Kind.COURSE
                  && weights.of(item) == null) {
                unweighted.computeIfAbsent(run, id -> new ArrayList<>()).add(title(item));
              }
            });
    unweighted.forEach(
        (run, titles) ->
            points.add(
                OpenPoint.of(OpenPoint.Topic.WEIGHT_UNKNOWN, run, String.join(", ", titles))));
    return points;
  }
}
