package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The questions that stand among the pages of Moodle's activity «lesson», which interleaves them
 * with what is to be learnt: interactive questions (Q3784-V.VI.1), whatever they are called.
 */
final class LessonPages {
  private static final String MODULE = "lesson";
  private static final String MODULE_COLUMNS =
      "instance module course idnumber? deletioninprogress?";
  private static final String LESSON_COLUMNS = "id course name";
  private static final String PAGE_COLUMNS = "id lessonid qtype contents";
  private static final String ANSWER_COLUMNS = "id lessonid pageid answer response";

  /** Moodle's numbers of the pages that ask; others tell, branch or group. */
  private static final long MATCHING = 5;

  private static final Map<Long, String> KINDS =
      Map.of(
          1L,
          "open",
          2L,
          "true_false",
          3L,
          "multiple_choice",
          MATCHING,
          "multiple_choice",
          8L,
          "open",
          10L,
          "open");

  private final Map<Long, Lesson> lessons = new TreeMap<>();
  private final List<Page> pages = new ArrayList<>();

  /** An activity; its number is what its ID number or name says, null where neither does. */
  private record Lesson(long course, String name, String number) {}

  /**
   * A page that asks.
   *
   * @param id its number
   * @param course its course
   * @param activity the name of its activity
   * @param lesson the lesson that its activity is; null where that is not told
   * @param kind as the register calls it
   * @param stem digest of its text; null where it has none
   * @param helps whether it says something to an answer
   */
  record Page(
      long id,
      long course,
      String activity,
      String lesson,
      String kind,
      String stem,
      boolean helps) {}

  private LessonPages() {}

  /**
   * Reads those of courses, which are none where the site has no such activity.
   *
   * @param courses Moodle's numbers of the courses
   */
  static LessonPages read(MoodleDatabase database, Set<Long> courses) {
    LessonPages found = new LessonPages();
    if (!courses.isEmpty() && database.has(MODULE, "lesson_pages")) {
      found.readLessons(database, courses);
      found.readPages(database);
    }
    return found;
  }

  /** Asks for every column that {@link #read} does, of a database that is tried. */
  static void look(MoodleDatabase tried) {
    tried.each("course_modules", MODULE_COLUMNS, "", row -> {});
    Map.of(MODULE, LESSON_COLUMNS, "lesson_pages", PAGE_COLUMNS, "lesson_answers", ANSWER_COLUMNS)
        .forEach(
            (table, columns) -> {
              if (tried.has(MODULE, table)) {
                tried.each(table, columns, "", row -> {});
              }
            });
  }

  /** Those of a course, in the order in which they were made. */
  List<Page> of(long course) {
    return pages.stream().filter(page -> page.course() == course).toList();
  }

  private void readLessons(MoodleDatabase database, Set<Long> courses) {
    long[] type = new long[1];
    database.each("modules", "id name", "WHERE name = 'lesson'", row -> type[0] = row.number("id"));
    Map<Long, String> there = new HashMap<>();
    String in = IdLists.in(courses);
    database.each(
        "course_modules",
        MODULE_COLUMNS,
        "WHERE course " + in,
        row -> {
          if (row.number("module") == type[0] && row.number("deletioninprogress") == 0) {
            there.put(row.number("instance"), MoodleNames.clean(row.text("idnumber")));
          }
        });
    database.each(
        MODULE,
        LESSON_COLUMNS,
        "WHERE course " + in,
        row -> {
          if (there.containsKey(row.number("id"))) {
            String name = MoodleNames.clean(row.text("name"));
            String number = MoodleNames.identifier(there.get(row.number("id")));
            lessons.put(
                row.number("id"),
                new Lesson(
                    row.number("course"),
                    name,
                    number == null ? QuestionLesson.saidBy(name) : number));
          }
        });
  }

  private void readPages(MoodleDatabase database) {
    for (String some : IdLists.several(lessons.keySet())) {
      Set<Long> matching = new TreeSet<>();
      Map<Long, Page> asking = new TreeMap<>();
      database.each(
          "lesson_pages",
          PAGE_COLUMNS,
          "WHERE lessonid " + some,
          row -> {
            String kind = KINDS.get(row.number("qtype"));
            if (kind != null) {
              Lesson lesson = lessons.get(row.number("lessonid"));
              asking.put(
                  row.number("id"),
                  new Page(
                      row.number("id"),
                      lesson.course(),
                      lesson.name(),
                      lesson.number(),
                      kind,
                      BankQuestion.stem(row.text("contents")),
                      false));
              if (row.number("qtype") == MATCHING) {
                matching.add(row.number("id"));
              }
            }
          });
      Set<Long> helping = helping(database, some, matching);
      asking.values().forEach(page -> pages.add(helping.contains(page.id()) ? help(page) : page));
    }
  }

  /** Of a matching page the first two rows are what it says to right and wrong, not pairs. */
  private static Set<Long> helping(MoodleDatabase database, String lessons, Set<Long> matching) {
    Set<Long> helping = new TreeSet<>();
    Map<Long, Integer> seen = new HashMap<>();
    database.each(
        "lesson_answers",
        ANSWER_COLUMNS,
        "WHERE lessonid " + lessons + " ORDER BY id",
        row -> {
          long page = row.number("pageid");
          boolean said =
              matching.contains(page)
                  ? seen.merge(page, 1, Integer::sum) <= 2 && BankQuestion.says(row.text("answer"))
                  : BankQuestion.says(row.text("response"));
          if (said) {
            helping.add(page);
          }
        });
    return helping;
  }

  private static Page help(Page page) {
    return new Page(
        page.id(), page.course(), page.activity(), page.lesson(), page.kind(), page.stem(), true);
  }
}
