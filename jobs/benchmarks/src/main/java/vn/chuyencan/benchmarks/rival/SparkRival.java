package vn.chuyencan.benchmarks.rival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The same work in Spark over its own JSON source: a schema of the fields that count, so that
 * nothing is inferred; the registers broadcast; windows for the sessions; generated code.
 *
 * <p>{@code SparkRival DATA AS_OF OUT}. System property: {@code rival.log} to be told how long each
 * view took.
 */
public final class SparkRival {
  private static final Pattern BETWEEN_STATEMENTS = Pattern.compile(";\\s*(\n|$)");
  private static final String ACTIVITY = "STRUCT<id: STRING, definition: STRUCT<type: STRING>>";
  private static final String SCHEMA =
      "id STRING, timestamp TIMESTAMP,"
          + " actor STRUCT<account: STRUCT<homePage: STRING, name: STRING>>,"
          + " verb STRUCT<id: STRING>,"
          + (" object " + ACTIVITY + ",")
          + " result STRUCT<score: STRUCT<raw: DECIMAL(12,5), min: DECIMAL(12,5),"
          + " max: DECIMAL(12,5)>, completion: BOOLEAN>,"
          + " context STRUCT<extensions:"
          + " STRUCT<`http://lrs.learninglocker.net/define/extensions/info`:"
          + " STRUCT<event_name: STRING>>,"
          + (" contextActivities: STRUCT<parent: ARRAY<" + ACTIVITY + ">>>");

  private static final Pattern VIEW = Pattern.compile("CREATE TEMPORARY VIEW (\\w+)");

  /** The files; a type for each column, so that no job looks for them. */
  private static final Map<String, String> REGISTERS =
      Map.of(
          "course_run",
          "course_id STRING, title STRING, iri STRING, opens_on DATE, closes_on DATE,"
              + " estimator STRING",
          "identity",
          "learner_id STRING, kind STRING, home_page STRING, identifier STRING",
          "enrolment",
          "course_id STRING, learner_id STRING, role STRING, enrolled_on STRING, left_on STRING",
          "activity",
          "course_id STRING, activity_id STRING, iri STRING, kind STRING, title STRING,"
              + " forum_kind STRING, counted STRING, max_score DECIMAL(12,5)");

  private static final List<String> RESULTS = List.of("learner_week", "learner_average");

  /** Computed once and held as rows, because more than one view or file is made of them. */
  private static final Set<String> HELD =
      Set.of("heard", "repeated", "figure", "learner_week", "learner_average");

  private final SparkSession spark;

  private SparkRival(SparkSession spark) {
    this.spark = spark;
  }

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: SparkRival DATA AS_OF OUT");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]).toAbsolutePath();
    Path out = Path.of(arguments[2]).toAbsolutePath();
    long start = System.nanoTime();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // Two cores; more partitions only add tasks.
            .config("spark.sql.shuffle.partitions", "2")
            // All sizes are known before; planning again after each stage costs more than it finds.
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.local.dir", out.resolve("spill").toString())
            .config("spark.sql.warehouse.dir", out.resolve("warehouse").toString())
            .getOrCreate()) {
      log("session", start);
      new SparkRival(spark).run(data, "DATE '" + LocalDate.parse(arguments[1]) + "'", out);
    }
    log("all", start);
  }

  private void run(Path data, String asOf, Path out) throws IOException {
    REGISTERS.forEach(
        (name, schema) ->
            spark
                .read()
                .schema(schema)
                .option("header", true)
                .csv(data.resolve("registers").resolve(name + ".csv").toString())
                .createOrReplaceTempView("csv_" + name));
    create("spark-registers.sql", asOf);
    spark
        .read()
        .schema(SCHEMA)
        .json(data.resolve("statements").toString())
        .createOrReplaceTempView("raw");
    create("spark.sql", asOf);
    for (String table : RESULTS) {
      long start = System.nanoTime();
      Dataset<Row> rows = spark.table(table);
      rows.write()
          .mode(SaveMode.Overwrite)
          .option("compression", "zstd")
          .parquet(out.resolve(table + ".parquet").toString());
      rows.write()
          .mode(SaveMode.Overwrite)
          .option("header", true)
          .csv(out.resolve(table + ".csv").toString());
      log(table + " written", start);
    }
  }

  private void create(String resource, String asOf) throws IOException {
    String text = resource(resource).replace("${as_of}", asOf);
    for (String sql : BETWEEN_STATEMENTS.split(text, -1)) {
      if (sql.isBlank()) {
        continue;
      }
      long start = System.nanoTime();
      spark.sql(sql);
      Matcher view = VIEW.matcher(sql);
      if (!view.find()) {
        throw new IllegalStateException("not a view: " + sql);
      }
      String name = view.group(1);
      Dataset<Row> rows = spark.table(name);
      if (resource.equals("spark-registers.sql")) {
        // Small, and of a known size: each join broadcasts them.
        spark.createDataFrame(rows.collectAsList(), rows.schema()).createOrReplaceTempView(name);
      } else if (HELD.contains(name)) {
        // Without the plan that made them: planning a cached one again took longer than all
        // reading.
        rows.localCheckpoint(true).createOrReplaceTempView(name);
      }
      log(name, start);
    }
  }

  private static void log(String what, long start) {
    if (Boolean.getBoolean("rival.log")) {
      System.err.printf("%6.2f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SparkRival.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
