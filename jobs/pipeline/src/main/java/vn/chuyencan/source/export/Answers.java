package vn.chuyencan.source.export;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rows of downloads asked of all files together, and what was answered: who is meant by a
 * name, of which type a module is, which course a log is of. Kept from night to night, so that it
 * is noticed when later files answer otherwise. Both are hashes under the institution's secret: no
 * name leaves the vault.
 */
final class Answers {
  private final SortedMap<Long, Long> byQuestion;

  private Answers(SortedMap<Long, Long> byQuestion) {
    this.byQuestion = byQuestion;
  }

  /** Nothing asked. */
  static Answers none() {
    return new Answers(new TreeMap<>());
  }

  /** Those that {@link #text} wrote; an empty text tells none. */
  static Answers of(String text) {
    Answers answers = none();
    ByteBuffer pairs = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    while (pairs.hasRemaining()) {
      answers.add(pairs.getLong(), pairs.getLong());
    }
    return answers;
  }

  void add(long question, long answer) {
    byQuestion.put(question, answer);
  }

  /** For the lake's state. */
  String text() {
    ByteBuffer pairs = ByteBuffer.allocate(2 * Long.BYTES * byQuestion.size());
    byQuestion.forEach((question, answer) -> pairs.putLong(question).putLong(answer));
    return Base64.getEncoder().encodeToString(pairs.array());
  }

  /** These, and what was answered later, which stands where both answer. */
  Answers and(Answers later) {
    Answers both = new Answers(new TreeMap<>(byQuestion));
    later.byQuestion.forEach(both::add);
    return both;
  }

  /**
   * How many of these questions are answered otherwise now. What nobody answers any more is none:
   * files that told it were taken away, and say nothing against it.
   */
  long otherwise(Answers now) {
    return byQuestion.entrySet().stream()
        .filter(
            asked ->
                !asked
                    .getValue()
                    .equals(now.byQuestion.getOrDefault(asked.getKey(), asked.getValue())))
        .count();
  }
}
