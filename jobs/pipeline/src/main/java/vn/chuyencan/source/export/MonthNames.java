package vn.chuyencan.source.export;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of months in one language, English beside it. */
final class MonthNames {
  private static final int SHORTEST = 3;
  private static final Map<String, MonthNames> KNOWN = new ConcurrentHashMap<>();

  /** Vietnamese counts months; some packs write the numbers out. */
  private static final List<String> VIETNAMESE =
      List.of(
          "một",
          "hai",
          "ba",
          "tư",
          "năm",
          "sáu",
          "bảy",
          "tám",
          "chín",
          "mười",
          "mười một",
          "mười hai");

  private final Map<String, Integer> months = new HashMap<>();
  private final boolean suffixed;

  private MonthNames(String language) {
    add(Locale.forLanguageTag(language));
    add(Locale.ENGLISH);
    months.putIfAbsent("sept", 9);
    suffixed = language.equals("eu");
  }

  static MonthNames of(String language) {
    return KNOWN.computeIfAbsent(language, MonthNames::new);
  }

  /** The number that follows "tháng" when it is written out, longest first; null when none is. */
  static Integer vietnamese(String words) {
    Integer found = null;
    int length = 0;
    for (int month = 1; month <= VIETNAMESE.size(); month++) {
      String word = VIETNAMESE.get(month - 1);
      if (words.startsWith(word) && word.length() > length) {
        found = month;
        length = word.length();
      }
    }
    return words.startsWith("giêng") ? Integer.valueOf(1) : found;
  }

  /** The month that a word means, or null. */
  Integer month(String word) {
    String key = key(word);
    Integer exact = months.get(key);
    if (exact != null || key.length() < SHORTEST) {
      return exact;
    }
    Integer found = null;
    for (Map.Entry<String, Integer> name : months.entrySet()) {
      boolean same =
          name.getKey().length() >= SHORTEST
              && (name.getKey().startsWith(key) || (suffixed && key.startsWith(name.getKey())));
      if (same && found != null && !found.equals(name.getValue())) {
        return null;
      }
      found = same ? name.getValue() : found;
    }
    return found;
  }

  private void add(Locale locale) {
    for (Month month : Month.values()) {
      for (TextStyle style :
          List.of(
              TextStyle.FULL,
              TextStyle.FULL_STANDALONE,
              TextStyle.SHORT,
              TextStyle.SHORT_STANDALONE)) {
        String key = key(month.getDisplayName(style, locale));
        if (!key.isEmpty() && key.chars().noneMatch(Character::isDigit)) {
          months.putIfAbsent(key, month.getValue());
        }
      }
    }
  }

  private static String key(String name) {
    return Phrases.key(name).replace(".", "");
  }
}
