package vn.chuyencan.xapi.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import vn.chuyencan.xapi.Dialect;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.rules.XapiVersion;

/**
 * The options of {@code spark.read().format("xapi")}, all optional but the path.
 *
 * @param paths files, folders or patterns
 * @param records which records the rows are
 * @param zone zone whose day {@code event_date} is
 * @param splitBytes wanted length of a split of plain NDJSON
 * @param scan how the statements are read
 */
record ReadOptions(
    List<String> paths, Records records, ZoneId zone, long splitBytes, ScanOptions scan)
    implements Serializable {

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "path",
              "paths",
              "records",
              "mode",
              "version",
              "zone",
              "unzoned",
              "dialect",
              "actorSecret",
              "from",
              "until",
              "latest",
              "lineLimit",
              "splitBytes"));

  /** Which records the rows are. */
  enum Records {
    /** The accepted statements. */
    EVENTS,
    /** The records that were not accepted. */
    REJECTED
  }

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if one is unknown or has a wrong value; the message says what
   *     is allowed
   */
  static ReadOptions of(CaseInsensitiveStringMap given) {
    for (String name : given.keySet()) {
      if (NAMES.stream().noneMatch(name::equalsIgnoreCase)) {
        throw new IllegalArgumentException(
            "The format xapi has no option " + name + ". It has " + String.join(", ", NAMES) + ".");
      }
    }
    ZoneId zone = value(given, "zone", "Asia/Ho_Chi_Minh", "a zone such as UTC", ZoneId::of);
    ScanMode mode =
        choice(
            given,
            "mode",
            "lenient",
            Map.of("lenient", ScanMode.LENIENT, "strict", ScanMode.STRICT));
    ZoneId unzoned =
        choice(given, "unzoned", "reject", Map.of("reject", false, "zone", true)) ? zone : null;
    String secret = given.getOrDefault("actorSecret", "chuyencan");
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("The option actorSecret is empty. Give any text.");
    }
    Instant latest = instant(given, "latest", "9999-12-31T23:59:59Z");
    ScanOptions scan =
        ScanOptions.of(mode, secret.getBytes(StandardCharsets.UTF_8), latest)
            .withZone(unzoned)
            .withRange(instant(given, "from", null), instant(given, "until", null))
            .withUnversioned(
                choice(
                    given,
                    "version",
                    "2.0",
                    Map.of("1.0.3", XapiVersion.V1_0_3, "2.0", XapiVersion.V2_0)))
            .withDialect(
                choice(
                    given,
                    "dialect",
                    "auto",
                    Arrays.stream(Dialect.values())
                        .collect(Collectors.toMap(Dialect::code, Function.identity()))))
            .withLineLimit(
                value(
                    given,
                    "lineLimit",
                    Integer.toString(ScanOptions.DEFAULT_LINE_LIMIT),
                    "a number of bytes",
                    Integer::valueOf));
    long splitBytes =
        value(given, "splitBytes", "67108864", "a positive number of bytes", ReadOptions::positive);
    Records records =
        choice(
            given,
            "records",
            "events",
            Map.of("events", Records.EVENTS, "rejected", Records.REJECTED));
    return new ReadOptions(paths(given), records, zone, splitBytes, scan);
  }

  private static List<String> paths(CaseInsensitiveStringMap given) {
    List<String> paths = new ArrayList<>();
    if (given.containsKey("paths")) {
      try {
        paths.addAll(List.of(new ObjectMapper().readValue(given.get("paths"), String[].class)));
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException(
            "The option paths is no JSON array of strings: " + given.get("paths"), broken);
      }
    }
    if (given.containsKey("path")) {
      paths.add(given.get("path"));
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no path to read. Give one: spark.read().format(\"xapi\").load(path).");
    }
    return paths;
  }

  private static Instant instant(CaseInsensitiveStringMap given, String name, String otherwise) {
    return value(given, name, otherwise, "an instant such as 2026-09-07T00:00:00Z", Instant::parse);
  }

  private static long positive(String text) {
    long value = Long.parseLong(text);
    if (value <= 0) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static <T> T choice(
      CaseInsensitiveStringMap given, String name, String otherwise, Map<String, T> choices) {
    String text = given.getOrDefault(name, otherwise).toLowerCase(Locale.ROOT);
    T chosen = choices.get(text);
    if (chosen == null) {
      throw new IllegalArgumentException(
          "The option "
              + name
              + " is "
              + text
              + "; it must be one of "
              + String.join(", ", new TreeSet<>(choices.keySet()))
              + ".");
    }
    return chosen;
  }

  private static <T> T value(
      CaseInsensitiveStringMap given,
      String name,
      String otherwise,
      String expected,
      Function<String, T> parse) {
    String text = given.getOrDefault(name, otherwise);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException | NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "The option " + name + " is " + text + "; it must be " + expected + ".", wrong);
    }
  }
}
