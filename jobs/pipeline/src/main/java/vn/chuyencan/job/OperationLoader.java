package vn.chuyencan.job;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.chuyencan.policy.YamlCursor;

/**
 * Reads whom and what a run tells: the sections {@code log}, {@code metrics}, {@code on_failure}.
 */
final class OperationLoader {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final BiFunction<YamlCursor, String, Optional<Path>> pathOf;
  private final BiFunction<YamlCursor, String, Optional<Duration>> durationOf;

  /**
   * @param pathOf reads a path of this machine that may be there
   * @param durationOf reads a duration that may be there
   */
  OperationLoader(
      BiFunction<YamlCursor, String, Optional<Path>> pathOf,
      BiFunction<YamlCursor, String, Optional<Duration>> durationOf) {
    this.pathOf = pathOf;
    this.durationOf = durationOf;
  }

  /** Reads them; what is left out has its default. */
  OperationSettings read(YamlCursor root) {
    Optional<YamlCursor> log = root.optionalMapping("log");
    Optional<YamlCursor> metrics = root.optionalMapping("metrics");
    Optional<YamlCursor> failure = root.optionalMapping("on_failure");
    metrics.ifPresent(cursor -> cursor.onlyKeys("textfile"));
    return new OperationSettings(
        log.map(this::log).orElse(OperationSettings.Log.DEFAULT),
        metrics.flatMap(cursor -> textfile(cursor)),
        failure.flatMap(this::webhook),
        failure.map(OperationLoader::command).orElse(List.of()));
  }

  private OperationSettings.Log log(YamlCursor cursor) {
    cursor.onlyKeys("folder", "keep_days", "max_megabytes");
    return new OperationSettings.Log(
        pathOf.apply(cursor, "folder"),
        (int) whole(cursor, "keep_days", OperationSettings.Log.DEFAULT.keepDays()),
        whole(cursor, "max_megabytes", OperationSettings.Log.DEFAULT.maxBytes() >> 20) << 20);
  }

  private static long whole(YamlCursor cursor, String key, long otherwise) {
    BigDecimal number =
        cursor
            .optionalNumber(key, Long.toString(otherwise))
            .map(exact -> exact.floor(6))
            .orElse(BigDecimal.valueOf(otherwise));
    if (number.stripTrailingZeros().scale() > 0
        || number.signum() <= 0
        || number.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) > 0) {
      cursor.invalid(key, "1 … " + Short.MAX_VALUE);
      return otherwise;
    }
    return number.longValueExact();
  }

  private Optional<Path> textfile(YamlCursor cursor) {
    if (!cursor.has("textfile")) {
      cursor.missing("textfile", "/var/lib/node_exporter/textfile/chuyencan.prom");
      return Optional.empty();
    }
    Optional<Path> file = pathOf.apply(cursor, "textfile");
    // The collector reads no other files, and would say nothing about it.
    if (file.isPresent() && !file.get().toString().endsWith(".prom")) {
      cursor.invalid("textfile", "….prom");
    }
    return file;
  }

  private Optional<OperationSettings.Webhook> webhook(YamlCursor cursor) {
    cursor.onlyKeys("webhook", "secret", "timeout", "command");
    if (!cursor.has("webhook") && !cursor.has("command")) {
      cursor.missing("webhook", "https://chat.example.edu.vn/hooks/abc");
    }
    Optional<URI> url = cursor.optionalText("webhook").flatMap(text -> address(cursor, text));
    Duration timeout = durationOf.apply(cursor, "timeout").orElse(TIMEOUT);
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      cursor.invalid("timeout", "PT1S … " + LONGEST);
    }
    String secret = cursor.filledText("secret").orElse(null);
    if (secret != null && url.isPresent() && !isGuarded(url.get())) {
      cursor.invalid("webhook", "https://… (secret)");
    }
    return url.map(there -> new OperationSettings.Webhook(there, secret, timeout));
  }

  /** A secret leaves this machine under encryption only. */
  private static boolean isGuarded(URI url) {
    return "https".equals(url.getScheme().toLowerCase(Locale.ROOT))
        || List.of("127.0.0.1", "localhost", "[::1]").contains(url.getHost());
  }

  private static Optional<URI> address(YamlCursor cursor, String text) {
    try {
      URI url = new URI(text);
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      if (List.of("http", "https").contains(scheme)
          && url.getHost() != null
          && url.getUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException notAnAddress) {
      // Told below.
    }
    cursor.invalid("webhook", "https://…");
    return Optional.empty();
  }

  private static List<String> command(YamlCursor cursor) {
    return cursor.has("command")
        ? cursor.texts("command", "[mail, -s, chuyencan, admin@example.edu.vn]")
        : List.of();
  }
}
