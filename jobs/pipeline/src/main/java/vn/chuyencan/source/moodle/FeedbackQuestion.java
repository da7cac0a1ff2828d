package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.model.QuestionKind;

/**
 * A question of the feedback module.
 *
 * @param text what is asked
 * @param kind what is answered
 * @param choices the choices in their order: words, of a rating points; empty where there are none
 */
record FeedbackQuestion(String text, QuestionKind kind, List<String> choices) {
  private static final String TYPE_END = ">>>>>";
  private static final String ADJUSTMENT = "<<<<<";
  private static final String POINTS_END = "####";

  FeedbackQuestion {
    choices = List.copyOf(choices);
  }

  /** The question of an item; null for what is no question, or would tell who answered. */
  static FeedbackQuestion of(String name, String type, String presentation) {
    QuestionKind kind =
        switch (String.valueOf(type)) {
          case "textarea", "textfield" -> QuestionKind.TEXT;
          case "numeric" -> QuestionKind.NUMBER;
          case "multichoice" -> QuestionKind.CHOICE;
          case "multichoicerated" -> QuestionKind.RATING;
          // A label, a page break, a captcha, or when and where somebody answered.
          default -> null;
        };
    String text = MoodleNames.clean(withoutTags(name));
    if (kind == null || text == null) {
      return null;
    }
    boolean choosing = kind == QuestionKind.CHOICE || kind == QuestionKind.RATING;
    return new FeedbackQuestion(
        text, kind, choosing ? choices(String.valueOf(presentation), kind) : List.of());
  }

  /** A letter for the kind of list, the choices with bars between, and how they stand. */
  private static List<String> choices(String presentation, QuestionKind kind) {
    int begin = presentation.indexOf(TYPE_END);
    String list = begin < 0 ? presentation : presentation.substring(begin + TYPE_END.length());
    int end = list.indexOf(ADJUSTMENT);
    List<String> choices = new ArrayList<>();
    for (String line : (end < 0 ? list : list.substring(0, end)).split("\\|", -1)) {
      int points = line.indexOf(POINTS_END);
      String choice = kind == QuestionKind.RATING && points >= 0 ? line.substring(0, points) : line;
      String words = MoodleNames.clean(withoutTags(choice));
      choices.add(words == null ? "" : words);
    }
    return choices;
  }

  private static String withoutTags(String html) {
    return html == null
        ? null
        : MultilingualText.of(html).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  /** What a stored value says; null when nothing was answered. */
  String answer(String value) {
    String said = MoodleNames.clean(value);
    if (said == null || choices.isEmpty()) {
      return said;
    }
    List<String> chosen = new ArrayList<>();
    for (String number : said.split("\\|", -1)) {
      if (number.matches("[0-9]{1,9}")) {
        int place = Integer.parseInt(number) - 1;
        if (place >= 0 && place < choices.size() && !choices.get(place).isEmpty()) {
          chosen.add(choices.get(place));
        }
      }
    }
    return chosen.isEmpty() ? null : String.join("|", chosen);
  }
}
