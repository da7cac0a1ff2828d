package vn.chuyencan.job;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.xapi.Dialect;

/**
 * How values of the configuration are read that all kinds of sources have.
 *
 * @param path makes a path of the file absolute
 * @param zoneOf reads a zone that may be there
 * @param durationOf reads a duration that may be there
 * @param faults takes a fault that was found elsewhere
 */
record SourceWords(
    UnaryOperator<String> path,
    BiFunction<YamlCursor, String, Optional<ZoneId>> zoneOf,
    BiFunction<YamlCursor, String, Optional<Duration>> durationOf,
    Consumer<Fault> faults) {
  /** How statements are read unless the configuration says otherwise. */
  static final String LENIENT = "lenient";

  private static final List<String> COMMON =
      List.of("id", "kind", "zone", "future_skew", "from", "until");

  /** Notes every key that neither all kinds have nor this one. */
  static void onlyKeys(YamlCursor cursor, String... own) {
    List<String> keys = new ArrayList<>(COMMON);
    keys.addAll(2, Arrays.asList(own));
    cursor.onlyKeys(keys.toArray(String[]::new));
  }

  String path(YamlCursor cursor, String example) {
    return path.apply(cursor.text("path", example));
  }

  Optional<ZoneId> zone(YamlCursor cursor) {
    return zoneOf.apply(cursor, "zone");
  }

  Optional<Duration> duration(YamlCursor cursor, String key) {
    return durationOf.apply(cursor, key);
  }

  /** A whole number of at least 0 that may be there. */
  static Optional<Integer> count(YamlCursor cursor, String key, String example) {
    return cursor
        .optionalNumber(key, example)
        .flatMap(
            number -> {
              int whole = number.floor(0).intValue();
              if (whole < 0 || number.floor(6).stripTrailingZeros().scale() > 0) {
                cursor.invalid(key, example);
                return Optional.empty();
              }
              return Optional.of(whole);
            });
  }

  static Dialect dialect(YamlCursor cursor) {
    if (!cursor.has("dialect")) {
      return Dialect.AUTO;
    }
    List<String> codes = Arrays.stream(Dialect.values()).map(Dialect::code).toList();
    return Dialect.of(cursor.choice("dialect", codes));
  }

  /** Between what scaled scores lie; null where nobody says. */
  static ScoreScale scale(YamlCursor cursor) {
    List<String> codes = Arrays.stream(ScoreScale.values()).map(ScoreScale::code).toList();
    return cursor.has("scaled") ? ScoreScale.of(cursor.choice("scaled", codes)) : null;
  }

  static String mode(YamlCursor cursor) {
    return cursor.has("mode") ? cursor.choice("mode", List.of(LENIENT, "strict")) : LENIENT;
  }

  /** Two sources of one site have the same people and courses only when they say the same site. */
  static String site(YamlCursor cursor, String id) {
    String site = siteOrNone(cursor);
    return site == null ? "urn:site:" + id : site;
  }

  /** The address of a platform without a slash at its end, or null. */
  static String siteOrNone(YamlCursor cursor) {
    return cursor
        .optionalText("site")
        .map(site -> site.endsWith("/") ? site.substring(0, site.length() - 1) : site)
        .orElse(null);
  }
}
