package vn.chuyencan.job;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.source.export.ExportSettings;
import vn.chuyencan.source.export.MoodleDownloads;

/** Reads a source of kind {@code moodle-export} of the configuration. */
final class ExportSourceLoader {
  private final SourceWords words;
  private final ZoneId institutionZone;

  /**
   * @param institutionZone zone of downloads unless the source has its own: no file names one
   */
  ExportSourceLoader(SourceWords words, ZoneId institutionZone) {
    this.words = words;
    this.institutionZone = institutionZone;
  }

  SourceLoader.Place read(String id, YamlCursor cursor) {
    SourceWords.onlyKeys(
        cursor,
        "path",
        "site",
        "course",
        "course_number",
        "locale",
        "encoding",
        "date_format",
        "decimal_mark",
        "year",
        "activities");
    String where = words.path(cursor, "./downloads");
    ExportSettings settings =
        new ExportSettings(
            SourceWords.site(cursor, id),
            cursor.optionalText("course").orElse(null),
            SourceWords.count(cursor, "course_number", "2").map(Integer::longValue).orElse(null),
            words.zone(cursor).orElse(institutionZone),
            locale(cursor).orElse(null),
            encoding(cursor).orElse(null),
            dateFormat(cursor).orElse(null),
            decimalMark(cursor),
            SourceWords.count(cursor, "year", "2026").orElse(null));
    return new SourceLoader.Place(
        where, SourceWords.LENIENT, new MoodleDownloads(where, settings, activities(cursor)));
  }

  /** Pattern of file names → activity, in the order of the file. */
  private static Map<String, String> activities(YamlCursor cursor) {
    Map<String, String> activities = new LinkedHashMap<>();
    cursor
        .optionalMapping("activities")
        .ifPresent(
            named ->
                named
                    .keys()
                    .forEach(
                        pattern -> {
                          isPattern(named, pattern);
                          activities.put(pattern, named.text(pattern, "Q01"));
                        }));
    return activities;
  }

  private static void isPattern(YamlCursor named, String pattern) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException wrong) {
      named.invalid(pattern, "quiz_*_q01*");
    }
  }

  private static Optional<String> locale(YamlCursor cursor) {
    Optional<String> locale = cursor.optionalText("locale");
    if (locale.isPresent() && !ExportSettings.knowsLocale(locale.get())) {
      cursor.invalid("locale", "vi, en, …");
    }
    return locale;
  }

  private static Optional<String> encoding(YamlCursor cursor) {
    Optional<String> encoding = cursor.optionalText("encoding");
    try {
      encoding.ifPresent(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      cursor.invalid("encoding", "windows-1258");
    }
    return encoding;
  }

  private static Optional<String> dateFormat(YamlCursor cursor) {
    Optional<String> format = cursor.optionalText("date_format");
    if (format.isPresent() && !ExportSettings.understandsDates(format.get())) {
      cursor.invalid("date_format", "dmy | mdy | ymd | d/M/yy HH:mm");
    }
    return format;
  }

  private static Character decimalMark(YamlCursor cursor) {
    Optional<String> mark = cursor.optionalText("decimal_mark");
    if (mark.isPresent() && !mark.get().equals(",") && !mark.get().equals(".")) {
      cursor.invalid("decimal_mark", ". | ,");
    }
    return mark.map(text -> text.charAt(0)).orElse(null);
  }
}
