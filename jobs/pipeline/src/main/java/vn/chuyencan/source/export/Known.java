package vn.chuyencan.source.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What all downloads of a folder together say of persons, modules and courses of a site. */
final class Known {
  private final Map<String, Set<Long>> people = new HashMap<>();
  private final Map<Long, String> types = new HashMap<>();
  private final Map<String, Set<Long>> courses = new HashMap<>();
  private final Set<Long> numbers = new HashSet<>();

  /** A person of that name has that number. */
  void person(String name, long number) {
    people.computeIfAbsent(name, added -> new HashSet<>()).add(number);
  }

  /** A module is of that type. */
  void module(long number, String type) {
    types.putIfAbsent(number, type);
  }

  /** A course of that name has that number. */
  void course(String name, long number) {
    numbers.add(number);
    if (!name.isEmpty()) {
      courses.computeIfAbsent(name, added -> new HashSet<>()).add(number);
    }
  }

  /** The numbers that persons of that name have; empty when none is known. */
  Set<Long> people(String name) {
    return people.getOrDefault(name, Set.of());
  }

  /** The type of a module, or null. */
  String type(Long module) {
    return module == null ? null : types.get(module);
  }

  /** The number of the one course of that name, or null. */
  Long course(String name) {
    return only(courses.getOrDefault(name, Set.of()));
  }

  /** The number of the only course that was named, or null. */
  Long onlyCourse() {
    return only(numbers);
  }

  private static Long only(Set<Long> some) {
    return some.size() == 1 ? some.iterator().next() : null;
  }
}
