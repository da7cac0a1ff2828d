package vn.chuyencan.source.moodle;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Questions of a bank, each in the version that a quiz gives today: the latest that is ready. */
final class QuestionBank {
  private final Map<Long, BankQuestion> questions = new TreeMap<>();
  private final Map<Long, Long> categoryOf = new HashMap<>();
  private final Map<Long, String> numbers = new HashMap<>();
  private final Set<Long> helped = new TreeSet<>();
  private QuestionTags tags;

  private QuestionBank() {}

  /**
   * Reads them.
   *
   * @param categories of which all are wanted
   * @param entries which are wanted wherever they lie
   */
  static QuestionBank read(MoodleDatabase database, Set<Long> categories, Set<Long> entries) {
    QuestionBank bank = new QuestionBank();
    bank.readEntries(database, "questioncategoryid", categories);
    bank.readEntries(database, "id", entries);
    bank.readQuestions(database, bank.readVersions(database));
    bank.readHelp(database);
    bank.tags = QuestionTags.read(database, bank.numbers());
    return bank;
  }

  /** All, in the order of the bank. */
  Collection<BankQuestion> questions() {
    return questions.values();
  }

  /** One by its number in the bank; null for what asks nothing or is not ready. */
  BankQuestion question(long entry) {
    return questions.get(entry);
  }

  /** Whether it helps who answers it: by feedback or a hint. */
  boolean helps(BankQuestion question) {
    return question.hasFeedback() || helped.contains(question.question());
  }

  /** What its tags tell. */
  QuestionTags.Told tags(BankQuestion question) {
    return tags.of(question.question());
  }

  private void readEntries(MoodleDatabase database, String column, Set<Long> numbersOf) {
    for (String condition : database.several(numbersOf)) {
      database.each(
          "question_bank_entries",
          "id questioncategoryid idnumber?",
          "WHERE " + column + " " + condition,
          row -> {
            categoryOf.put(row.number("id"), row.number("questioncategoryid"));
            numbers.put(row.number("id"), MoodleNames.clean(row.text("idnumber")));
          });
    }
  }

  /** Entries by the number of the version that counts. */
  private Map<Long, Long> readVersions(MoodleDatabase database) {
    Map<Long, Long> latest = new HashMap<>();
    Map<Long, Long> version = new HashMap<>();
    for (String condition : database.several(new TreeSet<>(categoryOf.keySet()))) {
      database.each(
          "question_versions",
          "questionbankentryid version questionid status",
          "WHERE status = 'ready' AND questionbankentryid " + condition,
          row -> {
            long entry = row.number("questionbankentryid");
            if (row.number("version") > version.getOrDefault(entry, Long.MIN_VALUE)) {
              version.put(entry, row.number("version"));
              latest.put(entry, row.number("questionid"));
            }
          });
    }
    Map<Long, Long> entryOf = new TreeMap<>();
    latest.forEach((entry, question) -> entryOf.put(question, entry));
    return entryOf;
  }

  private void readQuestions(MoodleDatabase database, Map<Long, Long> entryOf) {
    for (String condition : database.several(entryOf.keySet())) {
      database.each(
          "question",
          "id parent qtype questiontext generalfeedback",
          "WHERE id " + condition,
          row -> {
            String type = row.text("qtype");
            if (row.number("parent") == 0 && BankQuestion.isQuestion(type)) {
              long entry = entryOf.get(row.number("id"));
              questions.put(
                  entry,
                  new BankQuestion(
                      entry,
                      row.number("id"),
                      MoodleNames.identifier(numbers.get(entry)),
                      categoryOf.get(entry),
                      BankQuestion.kind(type),
                      BankQuestion.stem(row.text("questiontext")),
                      BankQuestion.says(row.text("generalfeedback"))));
            }
          });
    }
  }

  /** Which questions help: by a hint, or by what they say to an answer. */
  private void readHelp(MoodleDatabase database) {
    for (String condition : database.several(numbers())) {
      database.each(
          "question_hints",
          "questionid hint",
          "WHERE questionid " + condition,
          row -> help(row.number("questionid"), row.text("hint")));
      database.each(
          "question_answers",
          "question feedback",
          "WHERE question " + condition,
          row -> help(row.number("question"), row.text("feedback")));
    }
  }

  private void help(long question, String text) {
    if (BankQuestion.says(text)) {
      helped.add(question);
    }
  }

  private List<Long> numbers() {
    return questions.values().stream().map(BankQuestion::question).toList();
  }
}
