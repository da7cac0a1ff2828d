package vn.chuyencan.job;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.xapi.StatementFiles;

/** Reads one source of the configuration: what all kinds have in common, and what only one has. */
final class SourceLoader {
  /** The kinds, as the configuration calls them. */
  static final List<String> KINDS = List.of("xapi");

  private static final List<String> COMMON =
      List.of("id", "kind", "zone", "future_skew", "from", "until");

  private final UnaryOperator<String> path;
  private final BiFunction<YamlCursor, String, Optional<ZoneId>> zone;
  private final BiFunction<YamlCursor, String, Optional<Duration>> duration;

  /**
   * @param path makes a path of the file absolute
   * @param zone reads a zone that may be there
   * @param duration reads a duration that may be there
   */
  SourceLoader(
      UnaryOperator<String> path,
      BiFunction<YamlCursor, String, Optional<ZoneId>> zone,
      BiFunction<YamlCursor, String, Optional<Duration>> duration) {
    this.path = path;
    this.zone = zone;
    this.duration = duration;
  }

  /** Where a source lies, and who reads it. */
  private record Place(String where, String mode, RecordSource reader) {}

  /** The source; its id is read already. */
  Configuration.Source read(String id, YamlCursor cursor) {
    String kind = cursor.choice("kind", KINDS);
    Place place =
        switch (kind) {
          default -> statements(cursor);
        };
    return new Configuration.Source(
        id,
        kind,
        place.where(),
        place.mode(),
        zone.apply(cursor, "zone").orElse(null),
        duration.apply(cursor, "future_skew").orElse(Duration.ofDays(1)),
        cursor.optionalDate("from").orElse(null),
        cursor.optionalDate("until").orElse(null),
        place.reader());
  }

  private Place statements(YamlCursor cursor) {
    onlyKeys(cursor, "path", "mode");
    String where = path(cursor, "./statements");
    return new Place(where, mode(cursor), new StatementFiles(where));
  }

  private String path(YamlCursor cursor, String example) {
    return path.apply(cursor.text("path", example));
  }

  private static String mode(YamlCursor cursor) {
    return cursor.has("mode") ? cursor.choice("mode", List.of("lenient", "strict")) : "lenient";
  }

  private static void onlyKeys(YamlCursor cursor, String... own) {
    List<String> keys = new ArrayList<>(COMMON);
    keys.addAll(2, Arrays.asList(own));
    cursor.onlyKeys(keys.toArray(String[]::new));
  }
}
