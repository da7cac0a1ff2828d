package vn.chuyencan.source.moodle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How learners answered questions (Q3784-V.VI.4): of each learner's first finished attempt at a
 * quiz, previews left out. What was given up is 0; what waits for a person's mark is not known, and
 * with it the whole that the others are compared with.
 */
final class QuestionResults {
  private static final MathContext EXACT_ENOUGH = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final int DECIMALS = 6;

  private final Map<Long, Sums> questions = new HashMap<>();
  private final List<Answer> attempt = new ArrayList<>();
  private long open = Long.MIN_VALUE;

  /** An answer as part of the marks of its question; null: not marked. */
  private record Answer(long question, BigDecimal part, BigDecimal most) {}

  /** Sums over answers, exact. */
  private static final class Sums {
    private long answers;
    private BigDecimal parts = BigDecimal.ZERO;
    private long compared;
    private BigDecimal x = BigDecimal.ZERO;
    private BigDecimal y = BigDecimal.ZERO;
    private BigDecimal xx = BigDecimal.ZERO;
    private BigDecimal yy = BigDecimal.ZERO;
    private BigDecimal xy = BigDecimal.ZERO;
  }

  private QuestionResults() {}

  /**
   * Reads the answers at quizzes.
   *
   * @param quizzes numbers of the quizzes
   */
  static QuestionResults read(MoodleDatabase database, Set<Long> quizzes) {
    QuestionResults results = new QuestionResults();
    for (String some : IdLists.several(quizzes)) {
      database.ask(query(database, some), "question_attempts", results::add);
    }
    results.close();
    return results;
  }

  /**
   * Asks for every column that {@link #read} does, table by table: one question over several does
   * not tell which of them may not be read.
   */
  static void look(MoodleDatabase tried) {
    if (tried.has("quiz", "quiz_attempts")) {
      tried.each("quiz_attempts", "id uniqueid quiz userid attempt state preview", "", row -> {});
    }
    tried.each("question_attempts", "id questionusageid slot questionid maxmark", "", row -> {});
    tried.each(
        "question_attempt_steps", "questionattemptid sequencenumber state fraction", "", row -> {});
  }

  private static String query(MoodleDatabase database, String quizzes) {
    String attempts = database.named("quiz_attempts");
    String steps = database.named("question_attempt_steps");
    return "SELECT a.id AS attempt, t.questionid AS question, t.maxmark AS most,"
        + " s.state AS state, s.fraction AS part"
        + (" FROM " + attempts + " a")
        + (" JOIN " + database.named("question_attempts") + " t ON t.questionusageid = a.uniqueid")
        + (" JOIN " + steps + " s ON s.questionattemptid = t.id")
        + (" WHERE a.quiz " + quizzes + " AND a.state = 'finished' AND a.preview = 0")
        + (" AND a.attempt = (SELECT MIN(f.attempt) FROM " + attempts + " f WHERE f.quiz = a.quiz")
        + " AND f.userid = a.userid AND f.state = 'finished' AND f.preview = 0)"
        + (" AND s.sequencenumber = (SELECT MAX(l.sequencenumber) FROM " + steps + " l")
        + " WHERE l.questionattemptid = t.id) AND t.maxmark > 0 ORDER BY a.id, t.slot";
  }

  private void add(MoodleRow row) throws SQLException {
    if (row.number("attempt") != open) {
      close();
      open = row.number("attempt");
    }
    BigDecimal part = row.decimal("part");
    if (part == null && "gaveup".equals(row.text("state"))) {
      part = BigDecimal.ZERO;
    }
    attempt.add(new Answer(row.number("question"), part, row.decimal("most")));
  }

  /** Counts what was read of an attempt. */
  private void close() {
    boolean marked = attempt.stream().allMatch(answer -> answer.part() != null);
    for (Answer answer : attempt) {
      if (answer.part() == null) {
        continue;
      }
      Sums sums = questions.computeIfAbsent(answer.question(), none -> new Sums());
      sums.answers++;
      sums.parts = sums.parts.add(answer.part());
      if (marked && attempt.size() > 1) {
        compare(sums, answer.part(), rest(answer));
      }
    }
    attempt.clear();
  }

  /** What the other questions of the attempt gave, as part of what they could. */
  private BigDecimal rest(Answer without) {
    BigDecimal given = without.part().multiply(without.most()).negate();
    BigDecimal most = without.most().negate();
    for (Answer answer : attempt) {
      given = given.add(answer.part().multiply(answer.most()));
      most = most.add(answer.most());
    }
    return given.divide(most, EXACT_ENOUGH);
  }

  private static void compare(Sums sums, BigDecimal x, BigDecimal y) {
    sums.compared++;
    sums.x = sums.x.add(x);
    sums.y = sums.y.add(y);
    sums.xx = sums.xx.add(x.multiply(x));
    sums.yy = sums.yy.add(y.multiply(y));
    sums.xy = sums.xy.add(x.multiply(y));
  }

  /** How many learners answered it and were marked. */
  long answers(long question) {
    return questions.getOrDefault(question, new Sums()).answers;
  }

  /** The mean part of its marks that learners got, 0 to 1; null where nobody was marked. */
  BigDecimal difficulty(long question) {
    Sums sums = questions.get(question);
    return sums == null
        ? null
        : sums.parts.divide(BigDecimal.valueOf(sums.answers), DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * The correlation of its marks with those of the other questions of the same attempt, −1 to 1
   * (point-biserial for a question that is right or wrong); null where either is the same for all.
   */
  BigDecimal discrimination(long question) {
    Sums sums = questions.get(question);
    if (sums == null || sums.compared < 2) {
      return null;
    }
    BigDecimal count = BigDecimal.valueOf(sums.compared);
    BigDecimal spread = spread(count, sums.xx, sums.x).multiply(spread(count, sums.yy, sums.y));
    if (spread.setScale(DECIMALS * 2, RoundingMode.HALF_EVEN).signum() <= 0) {
      return null;
    }
    return count
        .multiply(sums.xy)
        .subtract(sums.x.multiply(sums.y))
        .divide(spread.sqrt(EXACT_ENOUGH), DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal spread(BigDecimal count, BigDecimal squares, BigDecimal sum) {
    return count.multiply(squares).subtract(sum.multiply(sum));
  }
}
