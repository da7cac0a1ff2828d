package vn.chuyencan.benchmarks.rival;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The same work in Spark over its own JSON source: a schema of the fields that count, so that
 * nothing is inferred; the registers broadcast; windows for the sessions; generated code.
 *
 * <p>{@code SparkRival DATA AS_OF OUT}.
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

  private final SparkSession spark;
  private final Path registers;

  private SparkRival(SparkSession spark, Path registers) {
    this.spark = spark;
    this.registers = registers;
  }

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: SparkRival DATA AS_OF OUT");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]).toAbsolutePath();
    Path out = Path.of(arguments[2]).toAbsolutePath();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // Two cores; more partitions only add tasks.
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.local.dir", out.resolve("spill").toString())
            .config("spark.sql.warehouse.dir", out.resolve("warehouse").toString())
            .getOrCreate()) {
      new SparkRival(spark, data.resolve("registers"))
          .run(data.resolve("statements"), LocalDate.parse(arguments[1]), out);
    }
  }

  private void run(Path statements, LocalDate asOf, Path out) throws IOException {
    registers();
    spark.read().schema(SCHEMA).json(statements.toString()).createOrReplaceTempView("raw");
    String text = resource().replace("${as_of}", "DATE '" + asOf + "'");
    Dataset<Row> act = null;
    for (String sql : BETWEEN_STATEMENTS.split(text, -1)) {
      if (sql.contains("VIEW session")) {
        act = spark.table("seen").dropDuplicates("event_id").drop("event_id");
        // Held because two tables are made of it; reading the JSON twice would cost far more.
        act.persist(StorageLevel.MEMORY_AND_DISK()).createOrReplaceTempView("act");
      }
      if (!sql.isBlank()) {
        spark.sql(sql);
      }
    }
    for (String table : List.of("learner_week", "learner_average")) {
      Dataset<Row> rows = spark.table(table).coalesce(1).sortWithinPartitions(keys(table));
      rows.persist(StorageLevel.MEMORY_AND_DISK());
      rows.write()
          .mode(SaveMode.Overwrite)
          .option("compression", "zstd")
          .parquet(out.resolve(table + ".parquet").toString());
      rows.write()
          .mode(SaveMode.Overwrite)
          .option("header", true)
          .csv(out.resolve(table + ".csv").toString());
    }
  }

  private static org.apache.spark.sql.Column[] keys(String table) {
    return table.equals("learner_week")
        ? new org.apache.spark.sql.Column[] {col("course_id"), col("learner_id"), col("iso_week")}
        : new org.apache.spark.sql.Column[] {col("course_id"), col("learner_id")};
  }

  private void registers() {
    Dataset<Row> run =
        csv("course_run")
            .select(
                monotonically_increasing_id().as("run"),
                col("course_id"),
                col("iri"),
                expr("unix_date(to_date(opens_on))").as("opens_on"),
                expr("unix_date(to_date(closes_on))").as("closes_on"));
    view("run", run);
    Dataset<Row> learner =
        csv("identity")
            .where("kind = 'account'")
            .select(
                monotonically_increasing_id().as("learner"),
                col("learner_id"),
                col("home_page"),
                col("identifier"));
    view("learner", learner);
    view(
        "roster",
        csv("enrolment")
            .where("role = 'learner'")
            .join(broadcast(run), "course_id")
            .join(broadcast(learner), "learner_id")
            .select("run", "learner"));
    view(
        "module",
        csv("activity")
            .join(broadcast(run.select("run", "course_id")), "course_id")
            .selectExpr(
                "run",
                "activity_id",
                "iri",
                "kind",
                "forum_kind",
                "counted",
                "CAST(max_score AS DECIMAL(12, 5)) AS max_score"));
  }

  private void view(String name, Dataset<Row> rows) {
    rows.createOrReplaceTempView(name);
  }

  private Dataset<Row> csv(String register) {
    return spark.read().option("header", true).csv(registers.resolve(register + ".csv").toString());
  }

  private static String resource() throws IOException {
    try (InputStream in = SparkRival.class.getResourceAsStream("spark.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
