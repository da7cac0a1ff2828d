package vn.chuyencan.source.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lesson a name or a tag says: the number after «bài», «bài học» or «lesson». */
final class QuestionLesson {
  private static final String NUMBER = "(?:bài(?:\\s+học)?|lesson)\\s*[:.]?\\s*(\\d+(?:\\.\\d+)*)";
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern BEGINS = Pattern.compile("^\\s*" + NUMBER + "\\b", FLAGS);
  private static final Pattern WHOLE = Pattern.compile("\\s*" + NUMBER + "\\s*", FLAGS);

  private QuestionLesson() {}

  /** The lesson with which a name begins; null where it begins with none. */
  static String saidBy(String name) {
    return name == null ? null : number(BEGINS.matcher(name));
  }

  /** The lesson that a text is and says nothing beside; null for another text. */
  static String called(String text) {
    Matcher whole = WHOLE.matcher(text == null ? "" : text);
    return whole.matches() ? whole.group(1) : null;
  }

  private static String number(Matcher found) {
    return found.find() ? found.group(1) : null;
  }
}
