package vn.chuyencan.source.moodle;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a question is for, as the names of quizzes and categories say (Q3784-V.VI). */
enum QuestionUse {
  INTERACTIVE("tương\\s*tác|interactive"),
  MIDTERM("giữa\\s*k[ỳì]|mid-?\\s*term"),
  FINAL("cuối\\s*k[ỳì]|kết\\s*thúc\\s*(học\\s*phần|môn)|\\bfinal\\b"),
  /** What no name says otherwise. */
  CHAPTER_END("(?!)");

  private final Pattern words;

  QuestionUse(String words) {
    this.words =
        Pattern.compile(
            words,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** What a name says; null where it says nothing of it. */
  static QuestionUse saidBy(String name) {
    for (QuestionUse use : values()) {
      if (name != null && use.words.matcher(name).find()) {
        return use;
      }
    }
    return null;
  }

  /** Whether it is an examination, of which it matters what a learner is given. */
  boolean isExamination() {
    return this == MIDTERM || this == FINAL;
  }

  /** How the register calls it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
