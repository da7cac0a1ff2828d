package vn.chuyencan.source.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * What an event is.
 *
 * @param event Moodle's class name of the event, or its last part where several modules have one;
 *     null when it is not known
 * @param action what was done, one of {@link Action#ALL}
 * @param object to what: {@code course}, {@code module}, {@code discussion}, {@code post}, {@code
 *     attempt}, {@code chapter}, {@code quiz}, {@code person}, {@code lms}; null when not known
 */
record Meaning(String event, String action, String object) {
  /** An event that nobody knows is activity all the same. */
  static final Meaning UNKNOWN = new Meaning(null, Action.OTHER, null);

  private static final List<Sentence> SENTENCES;
  private static final Map<String, Map<String, Meaning>> NAMES = new HashMap<>();

  static {
    Bundle bundle = Languages.resource("descriptions.json", Bundle.class);
    SENTENCES =
        bundle.sentences().stream()
            .map(
                entry ->
                    new Sentence(
                        Pattern.compile(
                            entry.sentence(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        new Meaning(entry.event(), entry.action(), entry.object())))
            .toList();
    for (MoodleLocale locale : Languages.ALL) {
      Map<String, Meaning> names = new HashMap<>();
      locale
          .events()
          .forEach(
              (event, name) -> {
                List<String> told = bundle.names().get(event);
                names.put(Phrases.key(name), new Meaning(told.get(0), told.get(1), told.get(2)));
              });
      NAMES.put(locale.code(), names);
    }
  }

  private record Bundle(List<Entry> sentences, Map<String, List<String>> names) {}

  private record Entry(
      @JsonProperty("sentence") String sentence, String event, String action, String object) {}

  private record Sentence(Pattern pattern, Meaning meaning) {}

  /**
   * By the description, which is English in nearly every language and so the same in all downloads;
   * else by the event's name in the language of the file or in English.
   */
  static Meaning of(String description, String eventName, MoodleLocale locale) {
    for (Sentence sentence : SENTENCES) {
      if (sentence.pattern().matcher(description).find()) {
        return sentence.meaning();
      }
    }
    String key = Phrases.key(eventName);
    Meaning named = NAMES.get(locale.code()).getOrDefault(key, NAMES.get("en").get(key));
    if (named != null) {
      return named;
    }
    boolean viewed = description.contains(" viewed ") || key.endsWith("viewed");
    return viewed ? new Meaning(null, Action.VIEWED, null) : UNKNOWN;
  }

  /** Whether such an event was told, wherever it happened. */
  boolean is(String name) {
    return event != null && (event.equals(name) || event.endsWith("\\" + name));
  }
}
