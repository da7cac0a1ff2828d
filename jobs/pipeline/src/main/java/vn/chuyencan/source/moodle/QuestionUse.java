package vn.chuyencan.source.moodle;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a question is for, as the names of quizzes and categories say (Q3784-V.VI). */
enum QuestionUse {
  INTERACTIVE("tương\\s*tác|interactive"),
  MIDTERM("giữa\\s*k[ỳì]|mid-?\\s*term"),
  FINAL("cuối\\s*k[ỳì]|kết\\s*thúc\\s*(học\\s*phần|môn)|\\bfinal\\b"),
  /** What no name says otherwise. */
  CHAPTER_END("(?!)");

  private static final Map<String, QuestionUse> CALLED =
      Map.ofEntries(
          Map.entry("tương tác", INTERACTIVE),
          Map.entry("câu hỏi tương tác", INTERACTIVE),
          Map.entry("interactive", INTERACTIVE),
          Map.entry("giữa kỳ", MIDTERM),
          Map.entry("giữa kì", MIDTERM),
          Map.entry("midterm", MIDTERM),
          Map.entry("cuối kỳ", FINAL),
          Map.entry("cuối kì", FINAL),
          Map.entry("final", FINAL),
          Map.entry("cuối chương", CHAPTER_END),
          Map.entry("kết thúc chương", CHAPTER_END),
          Map.entry("chapter end", CHAPTER_END));

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

  /** What a text is called that is one of these and nothing beside; null for another text. */
  static QuestionUse called(String text) {
    return text == null ? null : CALLED.get(text.strip().toLowerCase(Locale.ROOT));
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
