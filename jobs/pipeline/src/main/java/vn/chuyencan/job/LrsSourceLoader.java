package vn.chuyencan.job;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.source.lrs.FiltersOn;
import vn.chuyencan.source.lrs.LrsPatience;
import vn.chuyencan.source.lrs.LrsSettings;
import vn.chuyencan.source.lrs.LrsSettingsBuilder;
import vn.chuyencan.source.lrs.LrsSource;
import vn.chuyencan.source.lrs.Secret;

/** Reads a source of kind {@code lrs} of the configuration. */
final class LrsSourceLoader {
  private final SourceWords words;

  LrsSourceLoader(SourceWords words) {
    this.words = words;
  }

  SourceLoader.Place read(String id, YamlCursor cursor) {
    SourceWords.onlyKeys(
        cursor,
        "url",
        "user",
        "password",
        "password_file",
        "token",
        "token_file",
        "site",
        "limit",
        "filters_on",
        "overlap",
        "since",
        "version",
        "connect_timeout",
        "timeout",
        "max_retries",
        "pause",
        "proxy",
        "trust_store",
        "trust_store_password",
        "spool",
        "keep_pulls",
        "mode",
        "dialect",
        "scaled");
    String url = cursor.text("url", "https://lrs.example/xapi");
    LrsSettingsBuilder settings =
        LrsSettings.of(id, url)
            .user(cursor.optionalText("user").orElse(null))
            .password(secret(cursor, "password"))
            .token(secret(cursor, "token"))
            .overlap(words.duration(cursor, "overlap").orElse(null))
            .since(instant(cursor).orElse(null))
            .patience(patience(cursor))
            .proxy(cursor.optionalText("proxy").orElse(null));
    SourceWords.count(cursor, "limit", "500").ifPresent(settings::limit);
    cursor.optionalText("version").ifPresent(settings::version);
    if (cursor.has("filters_on")) {
      String word = cursor.choice("filters_on", List.of("auto", "stored", "timestamp"));
      settings.filtersOn(FiltersOn.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    cursor
        .optionalText("trust_store")
        .ifPresent(
            store ->
                settings.trustStore(
                    Path.of(words.path().apply(store)),
                    cursor.optionalText("trust_store_password").map(Secret::of).orElse(null)));
    Path spool = Path.of(words.path().apply(cursor.optionalText("spool").orElse("./spool/" + id)));
    String mode = SourceWords.mode(cursor);
    try {
      return new SourceLoader.Place(
          url,
          mode,
          new LrsSource(
              settings.build(),
              spool,
              SourceWords.count(cursor, "keep_pulls", "60").orElse(0),
              SourceWords.siteOrNone(cursor),
              SourceWords.dialect(cursor),
              SourceWords.scale(cursor)));
    } catch (PipelineException wrong) {
      wrong.faults().forEach(words.faults());
      return new SourceLoader.Place(url, mode, null);
    }
  }

  private Secret secret(YamlCursor cursor, String key) {
    Optional<String> file = cursor.optionalText(key + "_file");
    return file.isPresent()
        ? Secret.inFile(Path.of(words.path().apply(file.get())))
        : cursor.optionalText(key).map(Secret::of).orElse(null);
  }

  private LrsPatience patience(YamlCursor cursor) {
    LrsPatience usual = LrsPatience.USUAL;
    return new LrsPatience(
        words.duration(cursor, "connect_timeout").orElse(usual.connectTimeout()),
        words.duration(cursor, "timeout").orElse(usual.timeout()),
        SourceWords.count(cursor, "max_retries", "6").orElse(usual.maxRetries()),
        words.duration(cursor, "pause").orElse(Duration.ZERO));
  }

  private static Optional<Instant> instant(YamlCursor cursor) {
    return cursor
        .optionalText("since")
        .flatMap(
            text -> {
              try {
                return Optional.of(Instant.parse(text));
              } catch (DateTimeException none) {
                cursor.invalid("since", "2026-09-01T00:00:00Z");
                return Optional.empty();
              }
            });
  }
}
