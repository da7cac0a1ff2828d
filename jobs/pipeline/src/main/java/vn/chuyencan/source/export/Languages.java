package vn.chuyencan.source.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All languages that are known, Vietnamese first. */
final class Languages {
  static final List<MoodleLocale> ALL = load();

  private static final Map<String, Map<String, LogColumn>> HEADINGS = headings();

  private Languages() {}

  private record Bundle(String title, String see, List<MoodleLocale> locales) {}

  static MoodleLocale of(String code) {
    return ALL.stream()
        .filter(locale -> locale.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }

  /** Whether there is such a language. */
  static boolean knows(String code) {
    return ALL.stream().anyMatch(locale -> locale.code().equals(code));
  }

  /** Reads a resource of this package. */
  static <T> T resource(String name, Class<T> type) {
    try (InputStream stream = Languages.class.getResourceAsStream(name)) {
      return new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(stream, type);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What the columns of a log are; empty when the headings are not those of a log. One language
   * need not know all: packs that are translated in part mix in English.
   */
  static Map<LogColumn, Integer> logColumns(List<String> header, MoodleLocale locale) {
    Map<String, LogColumn> own = HEADINGS.get(locale.code());
    Map<String, LogColumn> english = HEADINGS.get("en");
    Map<LogColumn, Integer> columns = new LinkedHashMap<>();
    for (int place = 0; place < header.size(); place++) {
      String key = Phrases.key(header.get(place));
      LogColumn column = own.getOrDefault(key, english.get(key));
      if (column == null) {
        column = LogColumn.ofJson(key);
      }
      if (column != null) {
        columns.putIfAbsent(column, place);
      }
    }
    return columns;
  }

  /** The languages whose headings fit a log best, the likeliest first; empty when it is none. */
  static List<MoodleLocale> ofLog(List<String> header) {
    List<MoodleLocale> best = new ArrayList<>();
    int most = 0;
    for (MoodleLocale locale : ALL) {
      Map<LogColumn, Integer> columns = logColumns(header, locale);
      if (!LogColumn.areOfLog(columns.keySet())) {
        continue;
      }
      Map<String, LogColumn> own = HEADINGS.get(locale.code());
      int score =
          columns.size() * 20
              + (int) header.stream().filter(text -> own.containsKey(Phrases.key(text))).count();
      if (score > most) {
        best.clear();
        most = score;
      }
      if (score == most) {
        best.add(locale);
      }
    }
    return best;
  }

  private static List<MoodleLocale> load() {
    return List.copyOf(resource("locales.json", Bundle.class).locales());
  }

  private static Map<String, Map<String, LogColumn>> headings() {
    Map<String, Map<String, LogColumn>> headings = new HashMap<>();
    for (MoodleLocale locale : ALL) {
      Map<String, LogColumn> columns = new HashMap<>();
      locale
          .headings()
          .forEach(
              (role, texts) ->
                  texts.forEach(text -> columns.put(Phrases.key(text), LogColumn.of(role))));
      headings.put(locale.code(), columns);
    }
    return headings;
  }
}
