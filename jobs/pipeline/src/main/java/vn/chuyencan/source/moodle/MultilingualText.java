package vn.chuyencan.source.moodle;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a site wrote in several languages, in the one of the lists that people sign. Moodle
 * keeps all of them in one text and shows each reader one: by its own filter as spans of the class
 * {@code multilang} that follow each other, by the plugin Multi-Language Content (v2) in brackets,
 * {@code {mlang vi}…{mlang}}. Where there is no Vietnamese the first language stands.
 */
final class MultilingualText {
  private static final String LANGUAGE = "vi";

  /** Of the plugin: for readers of all languages that are not named. */
  private static final String OTHER = "other";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String SPAN =
      "<span(?:\\s+lang=\"[a-z0-9_-]+\"|\\s+class=\"multilang\"){2}\\s*>.*?</span>";
  private static final Pattern SPANS = Pattern.compile(SPAN + "(?:\\s*" + SPAN + ")+", FLAGS);
  private static final Pattern ONE_SPAN =
      Pattern.compile("<span[^>]*?\\slang=\"([a-z0-9_-]+)\"[^>]*>(.*?)</span>", FLAGS);
  private static final Pattern BRACKETS =
      Pattern.compile("\\{\\s*mlang\\s+([a-z0-9_,\\s-]+?)\\s*\\}(.*?)\\{\\s*mlang\\s*\\}", FLAGS);

  private MultilingualText() {}

  /**
   * The text in one language.
   *
   * @param text as Moodle keeps it, or null
   */
  static String of(String text) {
    if (text == null || (text.indexOf('{') < 0 && text.indexOf('<') < 0)) {
      return text;
    }
    String one =
        SPANS
            .matcher(text)
            .replaceAll(spans -> Matcher.quoteReplacement(in(spans.group(), ONE_SPAN)));
    return in(one, BRACKETS);
  }

  /** With the passages of one language and without those of the others. */
  private static String in(String text, Pattern passages) {
    String language = language(text, passages);
    return passages
        .matcher(text)
        .replaceAll(
            passage ->
                languages(passage.group(1)).contains(language)
                    ? Matcher.quoteReplacement(passage.group(2))
                    : "");
  }

  private static String language(String text, Pattern passages) {
    String first = null;
    Set<String> all = new TreeSet<>();
    Matcher passage = passages.matcher(text);
    while (passage.find()) {
      List<String> some = languages(passage.group(1));
      first = first == null ? some.get(0) : first;
      all.addAll(some);
    }
    return all.contains(LANGUAGE) ? LANGUAGE : all.contains(OTHER) ? OTHER : first;
  }

  private static List<String> languages(String told) {
    return List.of(told.toLowerCase(Locale.ROOT).split("[\\s,]+", -1));
  }
}
