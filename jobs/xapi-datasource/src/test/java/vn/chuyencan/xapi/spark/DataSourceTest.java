package vn.chuyencan.xapi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data source within Spark. */
class DataSourceTest {
  @TempDir static Path folder;
  private static SparkSession spark;
  private static String logstore;

  @BeforeAll
  static void start() throws IOException {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .getOrCreate();
    Path file = folder.resolve("logstore.jsonl");
    try (InputStream in =
        DataSourceTest.class.getResourceAsStream("/vn/chuyencan/xapi/logstore-sample.jsonl.gz")) {
      Files.copy(new GZIPInputStream(in), file);
    }
    logstore = file.toUri().toString();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Dataset<Row> read(String path) {
    return spark.read().format("xapi").load(path);
  }

  @Test
  void theColumnsAreThoseOfLearningEvent() {
    assertThat(read(logstore).schema().toDDL())
        .isEqualTo(
            "event_id STRING NOT NULL,occurred_at TIMESTAMP NOT NULL,stored_at TIMESTAMP,"
                + "event_date DATE NOT NULL,actor_key BIGINT NOT NULL,course_key BIGINT,"
                + "activity_key BIGINT,verb_key BIGINT NOT NULL,parent_key BIGINT,"
                + "reply_to_key BIGINT,target_actor_key BIGINT,attempt_key BIGINT,"
                + "action STRING NOT NULL,activity_kind STRING NOT NULL,origin STRING NOT NULL,"
                + "score_raw DECIMAL(38,18),score_min DECIMAL(38,18),score_max DECIMAL(38,18),"
                + "score_scaled DECIMAL(38,18),success BOOLEAN,completion BOOLEAN,"
                + "duration_seconds DECIMAL(18,6),voided_id STRING,file_id BIGINT NOT NULL,"
                + "file_offset BIGINT NOT NULL,content_hash BIGINT NOT NULL");
  }

  @Test
  void anySplittingGivesTheSameRows() {
    List<Row> whole = read(logstore).orderBy("file_offset").collectAsList();
    Dataset<Row> cut = spark.read().format("xapi").option("splitBytes", 20_000).load(logstore);

    assertThat(whole).hasSize(159);
    assertThat(cut.rdd().getNumPartitions()).isGreaterThan(5);
    assertThat(cut.orderBy("file_offset").collectAsList()).isEqualTo(whole);
  }

  @Test
  void aRowHoldsTheValuesOfItsStatement(@TempDir Path own) throws IOException {
    Path file = own.resolve("one.json");
    Files.writeString(
        file,
        """
        {"statements": [{"id": "9DC99B37-e920-4a68-a066-917faca28949",
          "actor": {"mbox": "mailto:lan@lms.example"},
          "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
          "object": {"id": "urn:quiz", "definition":
            {"type": "http://adlnet.gov/expapi/activities/assessment"}},
          "result": {"score": {"raw": 7.25, "min": 0, "max": 10}, "success": true,
            "duration": "PT1M0.5S"},
          "timestamp": "2026-09-07T23:30:00.123456+05:00"}], "more": ""}
        """);

    Row row =
        read(file.toUri().toString())
            .select(
                "event_id",
                "occurred_at",
                "event_date",
                "action",
                "activity_kind",
                "score_raw",
                "score_scaled",
                "success",
                "duration_seconds",
                "stored_at",
                "origin")
            .head();

    assertThat(row.getString(0)).isEqualTo("9dc99b37-e920-4a68-a066-917faca28949");
    assertThat(row.<Timestamp>getAs(1).toInstant())
        .isEqualTo(Instant.parse("2026-09-07T18:30:00.123456Z"));
    // 01:30 on the next day in Asia/Ho_Chi_Minh.
    assertThat(row.<Date>getAs(2)).isEqualTo(Date.valueOf("2026-09-08"));
    assertThat(row.getString(3)).isEqualTo("passed");
    assertThat(row.getString(4)).isEqualTo("quiz");
    assertThat(row.getDecimal(5)).isEqualByComparingTo("7.25");
    assertThat(row.isNullAt(6)).isTrue();
    assertThat(row.getBoolean(7)).isTrue();
    assertThat(row.getDecimal(8)).isEqualByComparingTo("60.5");
    assertThat(row.isNullAt(9)).isTrue();
    assertThat(row.getString(10)).isEqualTo("statement");
  }

  @Test
  void onlyTheColumnsThatAreAskedForAreRead() {
    Dataset<Row> grouped = read(logstore).groupBy("origin").count();

    assertThat(grouped.queryExecution().optimizedPlan().toString())
        .contains("RelationV2[origin#")
        .doesNotContain("content_hash");
    assertThat(read(logstore).count()).isEqualTo(159);
    assertThat(grouped.collectAsList()).anyMatch(row -> row.getString(0).equals("cron"));
  }

  @Test
  void rejectedRecordsAreAView(@TempDir Path own) throws IOException {
    Path file = own.resolve("bad.jsonl");
    Files.writeString(file, "{\"đứt\n{}\n");

    List<Row> rejected =
        spark
            .read()
            .format("xapi")
            .option("records", "rejected")
            .load(file.toUri().toString())
            .orderBy("file_offset")
            .collectAsList();

    assertThat(rejected).hasSize(2);
    assertThat(rejected.get(0).getString(0)).isEqualTo("MALFORMED_JSON");
    assertThat(rejected.get(0).getString(2)).endsWith("bad.jsonl");
    assertThat(rejected.get(0).getLong(3)).isZero();
    assertThat(rejected.get(0).getString(4)).isEqualTo("{\"đứt");
    assertThat(rejected.get(1).getString(0)).isEqualTo("MISSING_PROPERTY");
    assertThat(rejected.get(1).getString(1)).isEqualTo("statement has no actor.");
    assertThat(rejected.get(1).getLong(3)).isEqualTo(9);
    assertThat(read(file.toUri().toString()).count()).isZero();
  }

  @Test
  void strictAndLenientDiffer() {
    assertThat(spark.read().format("xapi").option("mode", "strict").load(logstore).count())
        .isEqualTo(158);
    assertThat(spark.read().format("xapi").option("mode", "LENIENT").load(logstore).count())
        .isEqualTo(159);
  }

  @Test
  void aRangeOfTimeLeavesTheRestOut() {
    long all = read(logstore).filter("occurred_at >= '2026-09-07 00:00:00'").count();

    assertThat(
            spark
                .read()
                .format("xapi")
                .option("from", "2026-09-07T00:00:00Z")
                .load(logstore)
                .count())
        .isEqualTo(all)
        .isBetween(1L, 158L);
  }

  @Test
  void sqlReadsItAsAView() {
    spark.sql("CREATE TEMPORARY VIEW statements USING xapi OPTIONS (path '" + logstore + "')");

    assertThat(spark.sql("SELECT DISTINCT action FROM statements").collectAsList())
        .extracting(row -> row.getString(0))
        .contains("viewed", "replied", "satisfied");
  }

  @Test
  void severalPathsAreReadTogether() {
    assertThat(spark.read().format("xapi").load(logstore, logstore).count()).isEqualTo(318);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode|lax|The option mode is lax; it must be one of lenient, strict.",
        "records|all|The option records is all; it must be one of events, rejected.",
        "version|3|The option version is 3; it must be one of 1.0.3, 2.0.",
        "unzoned|guess|The option unzoned is guess; it must be one of reject, zone.",
        "dialect|edx|The option dialect is edx; it must be one of auto, cmi5, logstore_xapi, open_edx,",
        "zone|Hanoi|The option zone is Hanoi; it must be a zone such as UTC.",
        "from|yesterday|The option from is yesterday; it must be an instant such as",
        "until|2026-09-07|The option until is 2026-09-07; it must be an instant such as",
        "latest|soon|The option latest is soon; it must be an instant such as",
        "lineLimit|big|The option lineLimit is big; it must be a number of bytes.",
        "lineLimit|1|The line limit is 1 bytes; it must lie between 64 and 1 GiB.",
        "splitBytes|0|The option splitBytes is 0; it must be a positive number of bytes.",
        "actorSecret|''|The option actorSecret is empty. Give any text.",
        "header|true|The format xapi has no option header. It has actorSecret, dialect, from,"
      })
  void aWrongOptionSaysWhatIsAllowed(String name, String value, String message) {
    assertThatThrownBy(() -> spark.read().format("xapi").option(name, value).load(logstore))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aReadWithoutAPathSaysSo() {
    assertThatThrownBy(() -> spark.read().format("xapi").load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no path to read.");
  }

  @Test
  void aPathThatIsNotThereSaysSo() {
    String nowhere = folder.resolve("nowhere").toUri().toString();

    assertThatThrownBy(() -> read(nowhere).count())
        .hasRootCauseInstanceOf(java.io.FileNotFoundException.class)
        .hasStackTraceContaining("There is no file at " + nowhere);
  }
}
