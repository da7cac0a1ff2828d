package vn.chuyencan.source.moodle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.chuyencan.model.Digests;

/**
 * A question of a bank in the version that a quiz gives today: the latest that is ready.
 *
 * @param entry its number in the bank, which all its versions share
 * @param question the number of this version
 * @param idNumber what its authors call it; null where nothing
 * @param category in which it lies
 * @param kind as the register calls it
 * @param stem digest of its text; null where it has none
 * @param hasFeedback whether it has general feedback
 */
record BankQuestion(
    long entry,
    long question,
    String idNumber,
    long category,
    String kind,
    String stem,
    boolean hasFeedback) {

  /** So many digits of a digest are enough for the questions of a course. */
  private static final int STEM_DIGITS = 16;

  /** What asks nothing, and what stands for another question. */
  private static final Set<String> NO_QUESTIONS = Set.of("description", "random", "missingtype");

  /** Answered by choosing among what is given. */
  private static final Set<String> CHOICES =
      Set.of(
          "multichoice",
          "calculatedmulti",
          "multichoiceset",
          "oumultiresponse",
          "match",
          "randomsamatch",
          "ordering",
          "gapselect",
          "ddwtos",
          "ddimageortext",
          "ddmarker");

  private static final Map<String, String> LEVELS =
      Map.of(
          "nhận biết", "remember",
          "thông hiểu", "understand",
          "vận dụng", "apply",
          "vận dụng cao", "apply_high",
          "remember", "remember",
          "understand", "understand",
          "apply", "apply",
          "apply_high", "apply_high");

  private static final Pattern PICTURE =
      Pattern.compile("<img[^>]*\\bsrc=\"([^\"]*)\"[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;");
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Whether a type of Moodle's asks something. */
  static boolean isQuestion(String type) {
    return type != null && !NO_QUESTIONS.contains(type);
  }

  /** A type of Moodle's as the register calls it. */
  static String kind(String type) {
    if (type.equals("truefalse")) {
      return "true_false";
    }
    return CHOICES.contains(type) ? "multiple_choice" : "open";
  }

  /** The level that a tag tells; null for a tag that tells none. */
  static String level(String tag) {
    String name = MoodleNames.clean(tag);
    return name == null ? null : LEVELS.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The digest of a question's text without markup, spaces and case, so that equal ones count once;
   * null for a text in which nothing stands. A picture tells by its file's name.
   */
  static String stem(String html) {
    String plain = plain(html);
    if (plain.isEmpty()) {
      return null;
    }
    return Digests.sha256(plain).substring(0, STEM_DIGITS);
  }

  /** Whether a text says anything. */
  static boolean says(String html) {
    return !plain(html).isEmpty();
  }

  private static String plain(String html) {
    if (html == null) {
      return "";
    }
    String text = PICTURE.matcher(html).replaceAll(" $1 ");
    text = SPACE.matcher(MARKUP.matcher(text).replaceAll("")).replaceAll("");
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
