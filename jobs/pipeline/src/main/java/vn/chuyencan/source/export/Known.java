package vn.chuyencan.source.export;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.xapi.ActorKeys;

/**
 * What all downloads of a folder together say of persons, modules and courses of a site; and what
 * their rows ask of it, because they do not say it themselves.
 */
final class Known implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, TreeSet<Long>> people = new HashMap<>();
  private final HashMap<Long, String> types = new HashMap<>();
  private final HashMap<String, TreeSet<Long>> courses = new HashMap<>();
  private final HashMap<String, Long> logs = new HashMap<>();
  private final TreeSet<Long> numbers = new TreeSet<>();
  private final HashSet<String> askedPeople = new HashSet<>();
  private final HashSet<Long> askedTypes = new HashSet<>();
  private final HashSet<String> askedCourses = new HashSet<>();

  /** A person of that name has that number. */
  void person(String name, long number) {
    people.computeIfAbsent(name, added -> new TreeSet<>()).add(number);
  }

  /** A module is of that type; of several the first by its text, whoever told it first. */
  void module(long number, String type) {
    types.merge(number, type, (one, two) -> one.compareTo(two) <= 0 ? one : two);
  }

  /** A course of that name has that number. */
  void course(String name, long number) {
    numbers.add(number);
    if (!name.isEmpty()) {
      courses.computeIfAbsent(name, added -> new TreeSet<>()).add(number);
    }
  }

  /**
   * A log, some rows of which do not say of which course they are.
   *
   * @param course the number of the one course that its other rows name, or null
   */
  void log(String name, Long course) {
    logs.put(name, course);
  }

  /** A row tells a person by that name and no number. */
  void asksPerson(String name) {
    askedPeople.add(name);
  }

  /** A row tells that module and not its type. */
  void asksType(long module) {
    askedTypes.add(module);
  }

  /** A row tells a course by that name and no number. */
  void asksCourse(String name) {
    askedCourses.add(name);
  }

  /** The numbers that persons of that name have; empty when none is known. */
  Set<Long> people(String name) {
    return people.getOrDefault(name, new TreeSet<>());
  }

  /** The type of a module, or null. */
  String type(Long module) {
    return module == null ? null : types.get(module);
  }

  /** The number of the one course of that name, or null. */
  Long course(String name) {
    return only(courses.getOrDefault(name, new TreeSet<>()));
  }

  /** The number of the only course that was named, or null. */
  Long onlyCourse() {
    return only(numbers);
  }

  /** What rows ask, as it is answered now. */
  Answers asked(ActorKeys keys) {
    return answers(keys, askedPeople, askedTypes, askedCourses);
  }

  /** What could be asked, as it is answered now. */
  Answers all(ActorKeys keys) {
    return answers(keys, people.keySet(), types.keySet(), courses.keySet());
  }

  private Answers answers(
      ActorKeys keys,
      Collection<String> names,
      Collection<Long> modules,
      Collection<String> titles) {
    Answers answers = Answers.none();
    names.forEach(name -> add(answers, keys, "person|" + name, text(people(name))));
    modules.forEach(module -> add(answers, keys, "module|" + module, text(type(module))));
    titles.forEach(title -> add(answers, keys, "course|" + title, text(course(title))));
    logs.forEach(
        (name, course) ->
            add(answers, keys, "log|" + name, text(course == null ? onlyCourse() : course)));
    return answers;
  }

  private static void add(Answers answers, ActorKeys keys, String question, String answer) {
    answers.add(keys.of("download-question|" + question), keys.of("download-answer|" + answer));
  }

  private static String text(Object answer) {
    return answer == null ? "" : answer.toString();
  }

  private static String text(Set<Long> answer) {
    return answer.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static Long only(Set<Long> some) {
    return some.size() == 1 ? some.iterator().next() : null;
  }
}
