package vn.chuyencan.source.moodle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.model.CourseRun;

/**
 * What the courses of a site are called: by the ID number that the institution gave, else by the
 * short name. An ID number that two courses have names neither, nor does a short name that names
 * another course as well: such a course is called by its number in Moodle. So is one whose short
 * name is longer than a folder of the lake may be called.
 */
final class CourseNames {
  private final Map<Long, Told> courses = new TreeMap<>();

  private record Told(String idNumber, String shortName) {}

  /**
   * Adds a course.
   *
   * @param idNumber null when it has none
   * @param shortName null when it has none
   */
  void add(long course, String idNumber, String shortName) {
    courses.put(course, new Told(fitting(idNumber), fitting(shortName)));
  }

  private static String fitting(String name) {
    return name != null && CourseRun.namesFolder(name) ? name : null;
  }

  /** The name of each course, by Moodle's number. */
  Map<Long, String> names() {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> shortNames = new HashMap<>();
    for (Told told : courses.values()) {
      if (told.idNumber() != null) {
        numbers.merge(told.idNumber(), 1, Integer::sum);
      }
      if (told.shortName() != null) {
        shortNames.merge(told.shortName(), 1, Integer::sum);
      }
    }
    Map<Long, String> names = new TreeMap<>();
    Set<String> taken = new HashSet<>(numbers.keySet());
    taken.addAll(shortNames.keySet());
    courses.forEach(
        (course, told) -> {
          if (told.idNumber() != null && numbers.get(told.idNumber()) == 1) {
            names.put(course, told.idNumber());
          } else if (told.shortName() == null
              || numbers.containsKey(told.shortName())
              || shortNames.get(told.shortName()) > 1) {
            names.put(course, free("course-" + course, taken));
          } else {
            names.put(course, told.shortName());
          }
        });
    return names;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }
}
