package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkSessions;

/** Questions about a night on the sample. */
class QueryTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void aNight() throws IOException {
    Path sample = Repository.root().resolve("sample-data");
    String text =
        """
        institution: {id: hvsp, name: Học viện, zone: Asia/Ho_Chi_Minh}
        warehouse: ./warehouse
        publish: ./published
        registers: %1$s/registers
        sources:
          - {id: lms-xapi, kind: xapi, path: %1$s/statements}
        policies: [flipped-classroom]
        reports: {nightly: true}
        """
            .formatted(sample);
    Path configuration = Files.writeString(folder.resolve("chuyencan.yaml"), text);
    CommandLines.run("run", "--as-of", "2026-11-02", "--config", configuration.toString()).done();
  }

  private static CommandLines.Result query(String... arguments) {
    return CommandLines.runWithSpark(
        Stream.concat(
                Stream.of(
                    "query",
                    "--lang",
                    "en",
                    "--config",
                    folder.resolve("chuyencan.yaml").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void publishedTablesAnswerWithWhatIsInTheirFiles() throws IOException {
    String answer =
        query("--format", "csv", "SELECT learner_id, status FROM eligibility_decision")
            .done()
            .out();
    assertThat(answer.lines().toList())
        .hasSameSizeAs(
            Files.readAllLines(folder.resolve("published/latest/csv/eligibility_decision.csv")));
    assertThat(answer).startsWith("learner_id,status\n").contains("HV002,MET_BY_COMPENSATION\n");
  }

  @Test
  void theLakeAnswersWithNamesInPlaceOfKeys() {
    assertThat(
            query(
                    "--format",
                    "csv",
                    "SELECT count(*) AS n, count(learner_id) AS known, count(verb_iri) AS verbs"
                        + " FROM events")
                .done()
                .out()
                .lines()
                .toList()
                .get(1)
                .split(",", -1))
        .satisfies(
            cells -> {
              assertThat(cells[0]).isEqualTo(cells[2]);
              assertThat(Integer.parseInt(cells[1]))
                  .isPositive()
                  .isLessThan(Integer.parseInt(cells[0]));
            });
  }

  /** By its path a file could be read that is no table: the vault, and nobody would know. */
  @Test
  void aFileIsNoTable() {
    Path actors = folder.resolve("warehouse/vault/chuyencan/actor/data");
    assertThat(actors).isDirectory();
    for (String file :
        List.of(
            "parquet.`" + actors + "/*.parquet`",
            "parquet.`" + actors + "`",
            "csv.`" + folder.resolve("chuyencan.yaml") + "`",
            "text.`/etc/passwd`",
            "iceberg.`" + actors.getParent() + "`")) {
      query("SELECT * FROM " + file).refused(2);
      query("WITH a AS (SELECT * FROM " + file + ") SELECT count(*) FROM a").refused(2);
    }
  }

  @Test
  void personsAreSeenOnlyByThoseWhoAskForThem() {
    assertThat(query("SELECT * FROM decisions WHERE learner_id = 'HV002'").done().out())
        .doesNotContain("full_name", "Trần Bình");
    assertThat(query("--names", "SELECT * FROM decisions WHERE learner_id = 'HV002'").done().out())
        .contains("full_name", "Trần Bình");
    assertThat(query("SELECT * FROM actor").refused(2).notes())
        .startsWith("E2102: there is no table actor. Tables: activity, ");
    assertThat(query("--names", "--purpose", "audit", "SELECT count(*) FROM actor").done().out())
        .isNotEmpty();
    assertThat(folder.resolve("warehouse/vault/access.jsonl"))
        .content()
        .contains("\"query\"", "SELECT count(*) FROM actor", "audit");
  }

  @Test
  void whatWasMadeForAPublicationAnswersToo() {
    assertThat(
            query(
                    "--format",
                    "csv",
                    "SELECT i.status, max(p.program_id) AS program FROM compliance_indicator i"
                        + " CROSS JOIN circular28_annex1_program p"
                        + " WHERE i.rule_id = 'C28-2.1' GROUP BY i.status")
                .done()
                .out())
        .startsWith("status,program\n")
        .contains(",QLGD-TX\n");
    assertThat(query(".schema", "circular28_annex1_learner").done().out())
        .contains("graduated ", "(C28-");
  }

  @Test
  void tablesAndColumnsAreTold() {
    assertThat(query(".tables").done().out())
        .contains("\n  learner_week ", "\n  learning_event ", "\n  decisions ")
        .doesNotContain("\n  actor ");
    assertThat(query(".schema", "learner_week").done().out())
        .contains("minutes ", "[minutes]", "(FC-X.2");
    assertThat(query(".schema", "decisions").done().out()).contains("course_title ");
    // A column of a view means what it means where it comes from.
    for (String view : List.of("decisions", "criteria", "weeks", "events")) {
      assertThat(query("--names", ".schema", view).done().out()).doesNotContain("–");
    }
    assertThat(schema("decisions", "status")).isEqualTo(schema("eligibility_decision", "status"));
    assertThat(schema("decisions", "as_of")).isEqualTo(schema("eligibility_decision", "as_of"));
    assertThat(schema("weeks", "events")).isEqualTo(schema("learner_course_week", "events"));
    assertThat(schema("events", "verb_iri")).isEqualTo(schema("verb", "iri"));
    assertThat(query(".schema", "nothing").refused(2).notes()).startsWith("E2102: ");
    assertThat(query(".nix").refused(2).notes()).startsWith("E2007: query: \".nix\" is not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE course_run",
        "CREATE TABLE x AS SELECT 1",
        "INSERT INTO course_run SELECT * FROM course_run",
        "WITH a AS (SELECT 1) INSERT INTO course_run SELECT * FROM a",
        "CREATE TEMPORARY VIEW x AS SELECT 1",
        "SET spark.sql.ansi.enabled=false",
        "ADD JAR 'x.jar'",
        "INSERT OVERWRITE DIRECTORY '/nowhere' USING parquet SELECT 1",
        "SELECT reflect('java.lang.System', 'exit', 0)",
        "SELECT 1 WHERE EXISTS (SELECT java_method('java.lang.System', 'exit', 0))",
        "WITH a AS (SELECT try_reflect('java.lang.System', 'exit', 0)) SELECT * FROM a",
        "EXPLAIN SELECT reflect('java.lang.System', 'exit', 0) FROM VALUES (1)",
        "EXPLAIN DROP TABLE course_run"
      })
  void whatIsNoQuestionIsRefused(String sql) {
    assertThat(query(sql).refused(2).notes()).startsWith("E2101: ");
  }

  /** No property of this process is told, however the function that would tell it is named. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT IDENTIFIER('reflect')('java.lang.System', 'getProperty', 'java.home')",
        "SELECT IDENTIFIER('java' || '_method')('java.lang.System', 'getProperty', 'java.home')",
        "SELECT IDENTIFIER('try_reflect')('java.lang.System', 'getProperty', 'java.home')"
      })
  void noFunctionCallsIntoTheProgram(String sql) {
    assertThat(query(sql).refused(2).notes()).startsWith("E2100: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT course_id, count(*) AS n FROM learner_week GROUP BY ROLLUP(course_id) HAVING n > 0"
            + " ORDER BY 1 LIMIT 3 OFFSET 1",
        "WITH a AS (SELECT * FROM learner_week), b(x) AS (SELECT max(minutes) FROM a)"
            + " SELECT DISTINCT a.learner_id FROM a JOIN b ON a.minutes = b.x",
        "SELECT learner_id, rank() OVER w FROM learner_week WINDOW w AS (ORDER BY minutes) LIMIT 1",
        "SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3",
        "SELECT explode(unmet_criteria) FROM eligibility_decision LIMIT 1",
        "SELECT d.learner_id, c FROM eligibility_decision d LATERAL VIEW explode(unmet_criteria) AS c"
            + " LIMIT 1",
        "SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(n, x)",
        "SELECT * FROM range(3)",
        "SELECT * FROM (SELECT certificate, status FROM eligibility_decision)"
            + " PIVOT (count(*) FOR status IN ('MET', 'NOT_MET'))",
        "SELECT count(*) FROM learner_week WHERE minutes > (SELECT avg(minutes) FROM learner_week)",
        "DESCRIBE course_run",
        "EXPLAIN SELECT 1",
        "SHOW TABLES"
      })
  void questionsOfEveryKindAreAnswered(String sql) {
    assertThat(query(sql).done().out()).isNotEmpty();
  }

  @Test
  void whatIsNoSqlIsToldInOneSentence() {
    assertThat(query("SELEC 1").refused(2).notes()).startsWith("E2100: ").contains("SELEC");
    assertThat(query("SELECT nope FROM course_run").refused(2).notes())
        .startsWith("E2100: ")
        .contains("nope", "title");
    assertThat(query("SELECT 1/0 FROM course_run").refused(2).notes())
        .startsWith("E2100: ")
        .contains("Division by zero");
    String deep = "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000);
    assertThat(query(deep).refused(2).notes()).startsWith("E2105: ").hasLineCount(1);
  }

  @Test
  void anAnswerIsWrittenWholeInEveryForm() throws IOException {
    String sql = "SELECT course_id, title FROM course_run ORDER BY course_id";
    Path csv = folder.resolve("answer.csv");
    query("--format", "csv", "--out", csv.toString(), sql).done();
    assertThat(Files.readString(csv)).startsWith("course_id,title\n");
    Path parquet = folder.resolve("answer.parquet");
    query("--format", "parquet", "--out", parquet.toString(), sql).done();
    assertThat(SparkSessions.shared().read().parquet(parquet.toString()).count())
        .isEqualTo(Files.readAllLines(csv).size() - 1L);
    query("--out", folder.resolve("none/answer").toString(), sql).refused(5);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".chuyencan-query"));
    }
  }

  @Test
  void whatCannotBeDoneIsRefusedBeforeAnythingStarts() {
    assertThat(query("--format", "parquet", "SELECT 1").refused(2).notes()).startsWith("E2103: ");
    assertThat(query("--format", "xml", "SELECT 1").refused(2).notes()).startsWith("E2007: ");
    assertThat(query("--limit", "0", "SELECT 1").refused(2).notes()).startsWith("E2007: ");
    assertThat(query().refused(2).notes()).startsWith("E2104: ");
  }

  /** What .schema says of a column, without name, type, unit and laws. */
  private static String schema(String table, String column) {
    return query(".schema", table)
        .done()
        .out()
        .lines()
        .filter(line -> line.startsWith(column + " "))
        .map(line -> line.replaceAll("^\\S+\\s+\\S+\\s+|( \\[[^\\]]*\\])?( \\([^)]*\\))?$", ""))
        .findFirst()
        .orElseThrow();
  }
}
