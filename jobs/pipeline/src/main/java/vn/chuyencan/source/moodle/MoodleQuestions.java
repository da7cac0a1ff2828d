package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseRun;

/**
 * The questions of courses as rows of the register {@code question_item}: those in the course's own
 * bank, those of any bank that its quizzes give or draw from, and those among the pages of its
 * lessons.
 *
 * <p>Of each the latest version that is ready counts; drafts, hidden ones, parts of other questions
 * and what asks nothing do not. A question is one for the end of a chapter unless its tags, or else
 * the names of its category or of those above, say otherwise; a quiz called a midterm or a final
 * adds a row for that use. Of what an examination draws from categories, as many questions count as
 * delivered as it draws, for every learner is given that many.
 */
final class MoodleQuestions {
  private final QuestionCategories categories;
  private final QuizPapers papers;
  private final Map<Long, String> codes;
  private final QuestionBank bank;
  private final QuestionResults results;
  private final LessonPages lessons;

  private MoodleQuestions(MoodleDatabase database, Map<Long, String> codes) {
    this.codes = codes;
    this.categories = QuestionCategories.read(database);
    this.papers = QuizPapers.read(database, codes.keySet(), categories);
    Set<Long> wanted = new TreeSet<>(categories.of(codes.keySet()));
    wanted.addAll(papers.categories());
    this.bank = QuestionBank.read(database, wanted, papers.entries());
    this.results = QuestionResults.read(database, papers.quizzes());
    this.lessons = LessonPages.read(database, codes.keySet());
  }

  /**
   * Reads them.
   *
   * @param told the course runs that are known, whose names and courses are believed
   * @param wanted codes of the courses of which questions are wanted
   * @return cells by column, by course and question
   * @throws PipelineException if the database cannot be read
   */
  static List<Map<String, String>> read(
      MoodleSettings settings, Collection<CourseRun> told, Set<String> wanted) {
    try (MoodleDatabase database = MoodleDatabase.open(settings)) {
      Map<Long, String> codes = codes(database, told);
      codes.values().removeIf(code -> !wanted.contains(code));
      return new MoodleQuestions(database, codes).rows();
    }
  }

  /** Asks for every column that {@link #read} does, of a database that is tried. */
  static void look(MoodleDatabase tried) {
    codes(tried, List.of());
    Set<Long> none = Set.of(0L);
    QuestionCategories.read(tried);
    QuizPapers.look(tried);
    QuestionBank.read(tried, none, none);
    QuestionResults.look(tried);
    LessonPages.look(tried);
  }

  /** The code of each course, by Moodle's number. */
  private static Map<Long, String> codes(MoodleDatabase database, Collection<CourseRun> told) {
    Map<String, CourseRun> byIri = new HashMap<>();
    told.forEach(run -> byIri.put(run.iri(), run));
    MoodlePlaces places = new MoodlePlaces(database.settings().site());
    CourseNames names = new CourseNames();
    database.each(
        "course",
        "id idnumber shortname",
        "WHERE id > " + MoodleNames.FRONT_PAGE,
        row ->
            names.add(
                row.number("id"),
                MoodleNames.clean(row.text("idnumber")),
                MoodleNames.clean(row.text("shortname"))));
    Map<Long, String> codes = names.names();
    codes.replaceAll(
        (course, own) -> {
          CourseRun run = byIri.get(places.course(course, null).iri());
          if (run == null) {
            return MoodleNames.identifier(own);
          }
          return run.courseCode() == null ? run.courseId() : run.courseCode();
        });
    return codes;
  }

  private List<Map<String, String>> rows() {
    Map<String, Map<String, Integer>> bearers = new HashMap<>();
    Map<Long, Map<Long, Map<QuestionUse, Boolean>>> uses = new TreeMap<>();
    for (Long course : codes.keySet()) {
      Map<Long, Map<QuestionUse, Boolean>> ofCourse = uses(course);
      uses.put(course, ofCourse);
      Map<String, Integer> counts =
          bearers.computeIfAbsent(codes.get(course), none -> new HashMap<>());
      ofCourse
          .keySet()
          .forEach(entry -> counts.merge(bank.question(entry).idNumber(), 1, Integer::sum));
    }
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    uses.forEach(
        (course, ofCourse) ->
            ofCourse.forEach(
                (entry, found) -> {
                  BankQuestion question = bank.question(entry);
                  String code = codes.get(course);
                  boolean own =
                      question.idNumber() != null
                          && bearers.get(code).get(question.idNumber()) == 1;
                  String id = own ? question.idNumber() : "question-" + entry;
                  found.forEach(
                      (use, delivered) ->
                          // Two runs of one course may share a bank.
                          rows.putIfAbsent(
                              List.of(code, id, use.code()),
                              row(code, id, question, use, delivered)));
                }));
    codes.forEach(
        (course, code) ->
            lessons
                .of(course)
                .forEach(page -> rows.putIfAbsent(List.of(code, id(page)), row(code, page))));
    return new ArrayList<>(rows.values());
  }

  private static String id(LessonPages.Page page) {
    return "lesson-page-" + page.id();
  }

  private Map<String, String> row(String code, LessonPages.Page page) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("course_code", code);
    row.put("question_id", id(page));
    row.put("use", QuestionUse.INTERACTIVE.code());
    row.put("kind", page.kind());
    put(row, "chapter", categories.chapterSaidBy(page.activity()));
    put(row, "lesson", page.lesson());
    put(row, "stem", page.stem());
    row.put("has_hint", page.helps() ? "yes" : "no");
    return row;
  }

  /** The questions of a course with their uses, and whether an examination gives them. */
  private Map<Long, Map<QuestionUse, Boolean>> uses(long course) {
    Map<Long, Map<QuestionUse, Boolean>> uses = new TreeMap<>();
    Set<Long> own = categories.of(Set.of(course));
    for (BankQuestion question : bank.questions()) {
      if (own.contains(question.category())) {
        uses.put(question.entry(), new TreeMap<>());
      }
    }
    for (QuizPapers.Paper paper : papers.of(course)) {
      QuestionUse use = paper.use() == null ? QuestionUse.CHAPTER_END : paper.use();
      paper.entries().stream()
          .filter(entry -> bank.question(entry) != null)
          .forEach(entry -> use(uses, entry, use, true));
      // A paper gives no question twice: small categories first, so that each draw finds its own.
      Set<Long> given = new TreeSet<>(paper.entries());
      paper.draws().entrySet().stream()
          .sorted(Comparator.comparingInt(draw -> draw.getKey().size()))
          .forEach(draw -> draw(uses, use, draw.getKey(), draw.getValue(), given));
    }
    uses.forEach((entry, found) -> addOwnUse(bank.question(entry), found));
    return uses;
  }

  private void draw(
      Map<Long, Map<QuestionUse, Boolean>> uses,
      QuestionUse use,
      Set<Long> from,
      int many,
      Set<Long> given) {
    int left = many;
    for (BankQuestion question : bank.questions()) {
      if (from.contains(question.category())) {
        boolean drawn = left > 0 && given.add(question.entry());
        left -= drawn ? 1 : 0;
        use(uses, question.entry(), use, drawn);
      }
    }
  }

  private static void use(
      Map<Long, Map<QuestionUse, Boolean>> uses, long entry, QuestionUse use, boolean delivered) {
    uses.computeIfAbsent(entry, none -> new TreeMap<>())
        .merge(use, delivered, (one, other) -> one || other);
  }

  /**
   * What a question is for by where it lies. One of a chapter stays one of the chapter though an
   * examination gives it too; one of no chapter that stands in an examination only is only that.
   */
  private void addOwnUse(BankQuestion question, Map<QuestionUse, Boolean> found) {
    QuestionUse tagged = bank.tags(question).use();
    QuestionUse said = tagged == null ? categories.use(question.category()) : tagged;
    if (said != null) {
      found.remove(QuestionUse.CHAPTER_END);
      found.putIfAbsent(said, false);
    } else if (found.isEmpty() || categories.chapter(question.category()) != null) {
      found.putIfAbsent(QuestionUse.CHAPTER_END, false);
    }
  }

  private Map<String, String> row(
      String code, String id, BankQuestion question, QuestionUse use, boolean delivered) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("course_code", code);
    row.put("question_id", id);
    row.put("use", use.code());
    row.put("kind", question.kind());
    put(row, "chapter", categories.chapter(question.category()));
    String lesson = bank.tags(question).lesson();
    put(row, "lesson", lesson == null ? categories.lesson(question.category()) : lesson);
    put(row, "stem", question.stem());
    row.put("has_hint", bank.helps(question) ? "yes" : "no");
    put(row, "level", bank.tags(question).level());
    if (use.isExamination()) {
      row.put("delivered", delivered ? "yes" : "no");
    }
    long answers = results.answers(question.question());
    if (answers > 0) {
      row.put("answers", Long.toString(answers));
      put(row, "difficulty", results.difficulty(question.question()));
      put(row, "discrimination", results.discrimination(question.question()));
    }
    return row;
  }

  private static void put(Map<String, String> row, String column, Object value) {
    if (value != null) {
      row.put(column, value instanceof BigDecimal number ? number.toPlainString() : (String) value);
    }
  }
}
