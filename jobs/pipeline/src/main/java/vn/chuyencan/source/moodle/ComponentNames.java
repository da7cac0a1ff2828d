package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Grade;

/**
 * What the items of a gradebook are called: an activity's first item by the activity, what has an
 * ID number of its own by that, and the rest by their numbers. No two items of a run, and no item
 * and activity of a run, share a name.
 */
final class ComponentNames {
  private final MoodleActivities activities;

  ComponentNames(MoodleActivities activities) {
    this.activities = activities;
  }

  /** Names by the items' numbers. */
  Map<Long, String> of(Collection<GradeItem> items) {
    Map<Long, List<GradeItem>> byCourse = new HashMap<>();
    items.forEach(
        item -> byCourse.computeIfAbsent(item.course(), id -> new ArrayList<>()).add(item));
    Map<Long, String> names = new HashMap<>();
    Map<Long, Set<String>> taken = activities.names();
    byCourse.forEach((course, some) -> name(taken.getOrDefault(course, Set.of()), some, names));
    return names;
  }

  private void name(Set<String> others, List<GradeItem> items, Map<Long, String> names) {
    Set<String> taken = new HashSet<>(others);
    taken.add(Grade.COURSE);
    Map<String, Integer> bearers = new HashMap<>();
    Set<String> graded = new HashSet<>();
    items.forEach(item -> bearers.merge(String.valueOf(item.idNumber()), 1, Integer::sum));
    items.stream()
        .sorted(Comparator.comparingLong(GradeItem::number).thenComparingLong(GradeItem::id))
        .forEach(
            item -> {
              String name = null;
              if (item.kind() == GradeItem.Kind.COURSE) {
                name = Grade.COURSE;
              } else if (item.kind() == GradeItem.Kind.MOD && item.inPoints()) {
                String activity = activities.find(item.module(), item.instance()).activity();
                name = !activity.equals(Grade.COURSE) && graded.add(activity) ? activity : null;
              } else if (item.idNumber() != null
                  && bearers.get(item.idNumber()) == 1
                  && taken.add(item.idNumber())) {
                name = item.idNumber();
              }
              names.put(item.id(), name == null ? free(item, taken) : name);
            });
  }

  private static String free(GradeItem item, Set<String> taken) {
    String name = item.aggregates() ? "category-" + item.category().id() : "item-" + item.id();
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }
}
