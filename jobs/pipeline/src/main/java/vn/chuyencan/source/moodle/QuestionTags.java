package vn.chuyencan.source.moodle;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tags of questions tell: the level of ability, what a question is for, and the lesson in
 * which it is asked. A tag is what the authors of one question say of it, where the name of a
 * category is of many.
 */
final class QuestionTags {
  private static final Told NOTHING = new Told(null, null, null);

  private final Map<Long, Told> questions = new HashMap<>();

  /**
   * What is told of a question; null where nothing.
   *
   * @param level the level of ability
   * @param use what it is for
   * @param lesson the lesson in which it is asked
   */
  record Told(String level, QuestionUse use, String lesson) {
    private static Told of(String name) {
      return new Told(
          BankQuestion.level(name), QuestionUse.called(name), QuestionLesson.called(name));
    }

    private boolean isNothing() {
      return equals(NOTHING);
    }

    /** The first that tells something counts. */
    private Told or(Told other) {
      return new Told(
          level == null ? other.level() : level,
          use == null ? other.use() : use,
          lesson == null ? other.lesson() : lesson);
    }
  }

  private QuestionTags() {}

  /**
   * Reads them.
   *
   * @param wanted numbers of questions
   */
  static QuestionTags read(MoodleDatabase database, Collection<Long> wanted) {
    QuestionTags found = new QuestionTags();
    Map<Long, Told> tags = new HashMap<>();
    database.each(
        "tag",
        "id name",
        "",
        row -> {
          Told told = Told.of(MoodleNames.clean(row.text("name")));
          if (!told.isNothing()) {
            tags.put(row.number("id"), told);
          }
        });
    boolean asked = database.isTried() || !tags.isEmpty();
    for (String condition : asked ? database.several(wanted) : List.<String>of()) {
      database.each(
          "tag_instance",
          "id tagid itemid itemtype",
          "WHERE itemtype = 'question' AND itemid " + condition + " ORDER BY id",
          row -> {
            Told told = tags.get(row.number("tagid"));
            if (told != null) {
              found.questions.merge(row.number("itemid"), told, Told::or);
            }
          });
    }
    return found;
  }

  /** What is told of a question. */
  Told of(long question) {
    return questions.getOrDefault(question, NOTHING);
  }
}
