package vn.chuyencan.job;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.moodle.DatabasePatience;
import vn.chuyencan.source.moodle.JdbcAddress;
import vn.chuyencan.source.moodle.MoodleLog;
import vn.chuyencan.source.moodle.MoodleSettings;
import vn.chuyencan.source.openedx.TrackingLogs;
import vn.chuyencan.source.xapi.StatementFiles;

/** Reads one source of the configuration: what all kinds have in common, and what only one has. */
final class SourceLoader {
  /** The kinds, as the configuration calls them. */
  static final List<String> KINDS = List.of("xapi", "moodle-db", "moodle-export", "lrs", "openedx");

  /** The kind of which no file names the zone of its times. */
  static final String DOWNLOADS = "moodle-export";

  private final SourceWords words;
  private final ZoneId institutionZone;

  /**
   * @param institutionZone zone of sources that name none where one is needed
   */
  SourceLoader(SourceWords words, ZoneId institutionZone) {
    this.words = words;
    this.institutionZone = institutionZone;
  }

  /** Where a source lies, and who reads it. */
  record Place(String where, String mode, RecordSource reader) {}

  /** The source; its id is read already. */
  Configuration.Source read(String id, YamlCursor cursor) {
    String kind = cursor.choice("kind", KINDS);
    Place place =
        switch (kind) {
          case "moodle-db" -> moodle(id, cursor);
          case DOWNLOADS -> new ExportSourceLoader(words, institutionZone).read(id, cursor);
          case "lrs" -> new LrsSourceLoader(words).read(id, cursor);
          case "openedx" -> tracking(id, cursor);
          default -> statements(cursor);
        };
    return new Configuration.Source(
        id,
        kind,
        place.where(),
        place.mode(),
        words.zone(cursor).orElse(null),
        words.duration(cursor, "future_skew").orElse(Duration.ofDays(1)),
        cursor.optionalDate("from").orElse(null),
        cursor.optionalDate("until").orElse(null),
        place.reader());
  }

  private Place statements(YamlCursor cursor) {
    SourceWords.onlyKeys(cursor, "path", "site", "mode", "dialect", "scaled");
    String where = words.path(cursor, "./statements");
    return new Place(
        where,
        SourceWords.mode(cursor),
        new StatementFiles(
            where,
            SourceWords.siteOrNone(cursor),
            SourceWords.dialect(cursor),
            SourceWords.scale(cursor)));
  }

  private Place tracking(String id, YamlCursor cursor) {
    SourceWords.onlyKeys(cursor, "path", "site");
    String where = words.path(cursor, "./tracking");
    return new Place(
        where, SourceWords.LENIENT, new TrackingLogs(where, SourceWords.site(cursor, id)));
  }

  private Place moodle(String id, YamlCursor cursor) {
    SourceWords.onlyKeys(
        cursor,
        "url",
        "user",
        "password",
        "prefix",
        "site",
        "overlap",
        "question_chapter",
        "connect_timeout",
        "timeout");
    String url = cursor.text("url", "jdbc:mariadb://127.0.0.1:3306/moodle");
    if (!url.isEmpty() && JdbcAddress.KINDS.stream().noneMatch(url::startsWith)) {
      cursor.invalid("url", String.join(" | ", JdbcAddress.KINDS));
    }
    JdbcAddress.refusedParameter(url)
        .ifPresent(name -> cursor.fault(ErrorCode.CONFIGURATION_PARAMETER_REFUSED, "url", name));
    String prefix = cursor.optionalText("prefix").orElse("mdl_");
    // It goes into queries as it is.
    if (!prefix.matches("[A-Za-z0-9_]*")) {
      cursor.invalid("prefix", "mdl_");
    }
    MoodleSettings settings =
        new MoodleSettings(
            id,
            url,
            cursor.optionalText("user").orElse(null),
            cursor.filledText("password").orElse(null),
            prefix,
            SourceWords.site(cursor, id),
            words.duration(cursor, "overlap").orElse(MoodleSettings.USUAL_OVERLAP),
            patience(cursor),
            chapters(cursor));
    return new Place(settings.place(), SourceWords.LENIENT, new MoodleLog(settings));
  }

  /** A pattern that names what it finds. */
  private static String chapters(YamlCursor cursor) {
    String told = cursor.optionalText("question_chapter").orElse(MoodleSettings.USUAL_CHAPTERS);
    try {
      if (Pattern.compile(told).matcher("").groupCount() == 1) {
        return told;
      }
    } catch (PatternSyntaxException unreadable) {
      // Refused below.
    }
    cursor.invalid("question_chapter", "chương (\\d+)");
    return MoodleSettings.USUAL_CHAPTERS;
  }

  private DatabasePatience patience(YamlCursor cursor) {
    DatabasePatience usual = DatabasePatience.USUAL;
    return new DatabasePatience(
        wait(cursor, "connect_timeout", usual.connectTimeout()),
        wait(cursor, "timeout", usual.timeout()));
  }

  /** A duration above 0: to a driver 0 means forever. */
  private Duration wait(YamlCursor cursor, String key, Duration usual) {
    Duration wait = words.duration(cursor, key).orElse(usual);
    if (wait.isNegative() || wait.isZero()) {
      cursor.invalid(key, usual.toString());
      return usual;
    }
    return wait;
  }
}
