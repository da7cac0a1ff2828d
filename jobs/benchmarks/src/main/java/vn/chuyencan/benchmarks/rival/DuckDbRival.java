package vn.chuyencan.benchmarks.rival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.chuyencan.model.Estimator;

/**
 * The same work in DuckDB, as one who knows it well would write it: from NDJSON and registers to
 * the tables of weeks and averages, as Parquet and CSV. The SQL lies beside this class and says
 * what was tried.
 *
 * <p>{@code DuckDbRival kept|stateless DATA AS_OF OUT}: {@code kept} writes the extracted events
 * too, as the lake of chuyencan holds them. System properties: {@code rival.estimator}, and {@code
 * rival.log} to be told how long each statement took.
 */
public final class DuckDbRival {
  private static final Pattern BETWEEN_STATEMENTS = Pattern.compile(";\\s*(\n|$)");

  /** Kept events are each there once; without them the acts are made so. */
  private static final Map<String, List<String>> FILES =
      Map.of(
          "kept",
          List.of("settings", "registers", "events", "kept", "acts", "measures"),
          "stateless",
          List.of("settings", "registers", "events", "stateless", "acts", "once", "measures"));

  private DuckDbRival() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException, SQLException {
    if (arguments.length != 4 || !FILES.containsKey(arguments[0])) {
      System.err.println("usage: DuckDbRival kept|stateless DATA AS_OF OUT");
      System.exit(2);
    }
    String mode = arguments[0];
    Path data = Path.of(arguments[1]).toAbsolutePath();
    LocalDate asOf = LocalDate.parse(arguments[2]);
    Path out = Files.createDirectories(Path.of(arguments[3])).toAbsolutePath();
    Estimator estimator = estimator(System.getProperty("rival.estimator", "standard"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String file : FILES.get(mode)) {
        String text =
            resource(file + ".sql")
                .replace("${statements}", data.resolve("statements").toString())
                .replace("${registers}", data.resolve("registers").toString())
                .replace("${out}", out.toString())
                .replace("${stretches}", stretches(estimator))
                .replace("${access_gap}", Long.toString(estimator.accessGapMicros()))
                .replace("${gap}", Long.toString(estimator.gapMicros()))
                .replace("${tail}", Long.toString(estimator.tailMicros()))
                .replace("${shortest}", Long.toString(shortest(estimator)))
                .replace("${as_of}", "DATE '" + asOf + "'")
                .replace("${event_id}", mode.equals("kept") ? "" : "event_id,");
        for (String sql : BETWEEN_STATEMENTS.split(text, -1)) {
          run(statement, sql);
        }
      }
    }
  }

  private static Estimator estimator(String id) {
    return Estimator.presets().stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no estimator is called " + id));
  }

  /** Time is that of the accesses unless the estimator takes a longer silence for time. */
  private static String stretches(Estimator estimator) throws IOException {
    return estimator.gap().equals(estimator.accessGap())
        ? "SELECT run, learner, starts, 1 AS accesses, ends - starts AS length FROM session"
        : resource("stretches.sql");
  }

  /** Sessions not longer than this many microseconds are dropped from the time; −1 drops none. */
  private static long shortest(Estimator estimator) {
    return estimator.shortest().isZero() ? -1 : estimator.shortest().toNanos() / 1000;
  }

  private static void run(Statement statement, String sql) throws SQLException {
    if (sql.isBlank()) {
      return;
    }
    long start = System.nanoTime();
    statement.execute(sql);
    if (Boolean.getBoolean("rival.log")) {
      System.err.printf(
          "%6.2f s  %s%n",
          (System.nanoTime() - start) / 1e9,
          sql.replaceAll("(?m)^--.*$", "").strip().lines().findFirst().orElse(""));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DuckDbRival.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
