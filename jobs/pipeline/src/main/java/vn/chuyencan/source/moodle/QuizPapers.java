package vn.chuyencan.source.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the quizzes of courses ask: questions in their own places, and draws from categories. */
final class QuizPapers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SLOTS = "WHERE component = 'mod_quiz' AND questionarea = 'slot'";

  // With those that only conditions name, so that whoever tries the database hears of them.
  private static final String MODULE_COLUMNS = "instance module course deletioninprogress?";
  private static final String QUIZ_COLUMNS = "id course name";
  private static final String SLOT_COLUMNS = "id quizid";
  private static final String REFERENCE_COLUMNS =
      "itemid questionbankentryid component questionarea";
  private static final String SET_COLUMNS = "itemid filtercondition component questionarea";

  private final Map<Long, Paper> papers = new TreeMap<>();

  /**
   * A quiz.
   *
   * @param course its course
   * @param use what its name says it is; null where it says nothing
   * @param entries the questions that every learner is given
   * @param draws how many questions are drawn from a set of categories
   */
  record Paper(long course, QuestionUse use, Set<Long> entries, Map<Set<Long>, Integer> draws) {}

  private QuizPapers() {}

  /**
   * Reads those of courses, which are none where the site has no quizzes.
   *
   * @param courses Moodle's numbers of the courses
   */
  static QuizPapers read(
      MoodleDatabase database, Set<Long> courses, QuestionCategories categories) {
    QuizPapers found = new QuizPapers();
    if (courses.isEmpty() || !database.has("quiz", "quiz_slots")) {
      return found;
    }
    Set<Long> there = new TreeSet<>();
    long[] type = new long[1];
    database.each("modules", "id name", "WHERE name = 'quiz'", row -> type[0] = row.number("id"));
    String in = IdLists.in(courses);
    database.each(
        "course_modules",
        MODULE_COLUMNS,
        "WHERE course " + in,
        row -> {
          if (row.number("module") == type[0] && row.number("deletioninprogress") == 0) {
            there.add(row.number("instance"));
          }
        });
    database.each(
        "quiz",
        QUIZ_COLUMNS,
        "WHERE course " + in,
        row -> {
          if (there.contains(row.number("id"))) {
            found.papers.put(
                row.number("id"),
                new Paper(
                    row.number("course"),
                    QuestionUse.saidBy(MoodleNames.clean(row.text("name"))),
                    new TreeSet<>(),
                    new LinkedHashMap<>()));
          }
        });
    found.fill(database, categories);
    return found;
  }

  /** Asks for every column that {@link #read} does, of a database that is tried. */
  static void look(MoodleDatabase tried) {
    tried.each("modules", "id name", "", row -> {});
    tried.each("course_modules", MODULE_COLUMNS, "", row -> {});
    if (tried.has("quiz", "quiz")) {
      tried.each("quiz", QUIZ_COLUMNS, "", row -> {});
    }
    if (tried.has("quiz", "quiz_slots")) {
      tried.each("quiz_slots", SLOT_COLUMNS, "", row -> {});
    }
    tried.each("question_references", REFERENCE_COLUMNS, "", row -> {});
    tried.each("question_set_references", SET_COLUMNS, "", row -> {});
  }

  private void fill(MoodleDatabase database, QuestionCategories categories) {
    Map<Long, Paper> slots = new TreeMap<>();
    database.each(
        "quiz_slots",
        SLOT_COLUMNS,
        "",
        row -> {
          Paper paper = papers.get(row.number("quizid"));
          if (paper != null) {
            slots.put(row.number("id"), paper);
          }
        });
    database.each(
        "question_references",
        REFERENCE_COLUMNS,
        SLOTS,
        row -> {
          Paper paper = slots.get(row.number("itemid"));
          if (paper != null) {
            paper.entries().add(row.number("questionbankentryid"));
          }
        });
    database.each(
        "question_set_references",
        SET_COLUMNS,
        SLOTS,
        row -> {
          Paper paper = slots.get(row.number("itemid"));
          Set<Long> drawn = drawn(row.text("filtercondition"), categories);
          if (paper != null && !drawn.isEmpty()) {
            paper.draws().merge(drawn, 1, Integer::sum);
          }
        });
  }

  /**
   * The categories from which a place of a paper draws: Moodle writes them in one of two ways, the
   * second since 4.3. Whatever else it asks, such as tags, is not looked at.
   */
  private static Set<Long> drawn(String condition, QuestionCategories categories) {
    Set<Long> drawn = new TreeSet<>();
    if (condition == null) {
      return drawn;
    }
    try {
      JsonNode told = JSON.readTree(condition);
      JsonNode filter = told.path("filter").path("category");
      boolean deep =
          filter.isMissingNode()
              ? told.path("includingsubcategories").asBoolean(false)
              : filter.path("filteroptions").path("includesubcategories").asBoolean(false);
      List<Long> named = new ArrayList<>();
      if (filter.isMissingNode()) {
        named.add(told.path("questioncategoryid").asLong());
      } else {
        filter.path("values").forEach(value -> named.add(value.asLong()));
      }
      named.forEach(category -> drawn.addAll(categories.within(category, deep)));
    } catch (JsonProcessingException unreadable) {
      // Then nobody knows what is drawn, and nothing counts as drawn.
      return Set.of();
    }
    return drawn;
  }

  /** Those of a course. */
  List<Paper> of(long course) {
    return papers.values().stream().filter(paper -> paper.course() == course).toList();
  }

  /** The numbers of all quizzes. */
  Set<Long> quizzes() {
    return papers.keySet();
  }

  /** The questions that stand in papers. */
  Set<Long> entries() {
    Set<Long> entries = new TreeSet<>();
    papers.values().forEach(paper -> entries.addAll(paper.entries()));
    return entries;
  }

  /** The categories from which papers draw. */
  Set<Long> categories() {
    Set<Long> drawn = new TreeSet<>();
    papers.values().forEach(paper -> paper.draws().keySet().forEach(drawn::addAll));
    return drawn;
  }
}
