package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The categories of a question bank, and which chapter of which course each is (Q3784-V.VI.2a).
 *
 * <p>A category is of the course in whose bank it lies: in the course itself, or in a module of it,
 * such as the banks of Moodle 5. One that the whole site or a category of courses shares is of no
 * course. Its chapter is told by the nearest category, itself first and then those above it, that
 * has an ID number or says a chapter in its name.
 */
final class QuestionCategories {
  private static final long COURSE = 50;
  private static final long MODULE = 70;

  private final Pattern chapters;
  private final Map<Long, Category> categories = new HashMap<>();
  private final Map<Long, Set<Long>> below = new HashMap<>();

  private record Category(String name, String idNumber, long parent, Long course) {}

  private QuestionCategories(Pattern chapters) {
    this.chapters = chapters;
  }

  static QuestionCategories read(MoodleDatabase database) {
    QuestionCategories found =
        new QuestionCategories(
            Pattern.compile(
                database.settings().chapters(),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
    Map<Long, Long> modules = new HashMap<>();
    database.each(
        "course_modules",
        "id course deletioninprogress?",
        "",
        row -> {
          if (row.number("deletioninprogress") == 0) {
            modules.put(row.number("id"), row.number("course"));
          }
        });
    Map<Long, Long> courses = new HashMap<>();
    database.each(
        "context",
        "id contextlevel instanceid",
        "WHERE contextlevel IN (" + COURSE + ", " + MODULE + ")",
        row ->
            courses.put(
                row.number("id"),
                row.number("contextlevel") == COURSE
                    ? Long.valueOf(row.number("instanceid"))
                    : modules.get(row.number("instanceid"))));
    database.each(
        "question_categories",
        "id name contextid parent idnumber?",
        "",
        row -> {
          found.categories.put(
              row.number("id"),
              new Category(
                  MoodleNames.clean(row.text("name")),
                  MoodleNames.clean(row.text("idnumber")),
                  row.number("parent"),
                  courses.get(row.number("contextid"))));
          found
              .below
              .computeIfAbsent(row.number("parent"), none -> new TreeSet<>())
              .add(row.number("id"));
        });
    return found;
  }

  /** The course of a category; null where it is of none. */
  Long course(long category) {
    Category found = categories.get(category);
    return found == null ? null : found.course();
  }

  /** The categories of courses. */
  Set<Long> of(Set<Long> courses) {
    Set<Long> found = new TreeSet<>();
    categories.forEach(
        (id, category) -> {
          if (category.course() != null && courses.contains(category.course())) {
            found.add(id);
          }
        });
    return found;
  }

  /** A category and, where wanted, all beneath it. */
  Set<Long> within(long category, boolean deep) {
    Set<Long> found = new TreeSet<>(Set.of(category));
    if (deep) {
      List<Long> open = new ArrayList<>(found);
      while (!open.isEmpty()) {
        for (Long next : below.getOrDefault(open.remove(open.size() - 1), Set.of())) {
          if (found.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return found;
  }

  /** The chapter of a category; null where none is told. */
  String chapter(long category) {
    for (Category one : upwards(category)) {
      if (one.idNumber() != null) {
        return MoodleNames.identifier(one.idNumber());
      }
      String said = chapterSaidBy(one.name());
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** The chapter that a name says; null where it says none. */
  String chapterSaidBy(String name) {
    Matcher said = chapters.matcher(name == null ? "" : name);
    return said.find() && said.group(1) != null && !said.group(1).isBlank()
        // «Chương 01» and «Chương 1» are one chapter.
        ? MoodleNames.identifier(said.group(1).strip().replaceFirst("^0+(?=\\d)", ""))
        : null;
  }

  /** What the names of a category and of those above it say a question is for. */
  QuestionUse use(long category) {
    for (Category one : upwards(category)) {
      QuestionUse said = QuestionUse.saidBy(one.name());
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** The lesson that the nearest category says; null where none says one. */
  String lesson(long category) {
    for (Category one : upwards(category)) {
      String said = QuestionLesson.saidBy(one.name());
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** A category and those above it, without the invisible one that has no parent. */
  private List<Category> upwards(long category) {
    List<Category> found = new ArrayList<>();
    Set<Long> passed = new HashSet<>();
    Long next = category;
    while (passed.add(next)) {
      Category one = categories.get(next);
      if (one == null || one.parent() == 0) {
        break;
      }
      found.add(one);
      next = one.parent();
    }
    return found;
  }
}
