package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

/** One night on the whole sample, and what would be otherwise. */
class SimulateTest {
  private static final String GOLDEN =
      "jobs/pipeline/src/test/resources/vn/chuyencan/cli/simulate/";

  @TempDir private static Path folder;

  @BeforeAll
  static void aNight() throws IOException {
    Path sample = Repository.root().resolve("sample-data");
    for (String part : List.of("registers", "statements")) {
      try (Stream<Path> files = Files.walk(sample.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(sample.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    CommandLines.configuration(folder, "policies: [flipped-classroom]\n");
    run("run", "--as-of", "2026-11-02").done();
  }

  private static CommandLines.Result run(String command, String... arguments) {
    return CommandLines.runWithSpark(
        Stream.concat(
                Stream.of(command, "--config", folder.resolve("chuyencan.yaml").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static CommandLines.Result simulate(String... arguments) {
    return run("simulate", arguments);
  }

  /** Only the number of the process that published is not the same each time. */
  private static void assertGolden(String name, String text) throws IOException {
    Golden.assertSame(
        Repository.root().resolve(GOLDEN + name),
        text.replaceAll("2026-12-01T030405Z-[0-9]+(-[0-9]+)?", "2026-12-01T030405Z-1")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aThresholdInBothLanguages() throws IOException {
    assertGolden(
        "threshold_en.txt",
        simulate("--set", "minutes_required=600", "--names", "--lang", "en").done().out());
    assertGolden(
        "threshold_vi.txt", simulate("--set", "minutes_required=600", "--names").done().out());
  }

  @Test
  void anEstimatorOfOneCertificate() throws IOException {
    assertGolden(
        "estimator_en.txt",
        simulate(
                "--estimator",
                "use_stats",
                "--course",
                "LHDN-2026-1",
                "--certificate",
                "theory",
                "--lang",
                "en")
            .done()
            .out());
  }

  @Test
  void theTableOfReadings() throws IOException {
    assertGolden(
        "sensitivity_en.txt",
        simulate("--sensitivity", "--course", "LHDN-2026-1", "--lang", "en").done().out());
    assertGolden(
        "sensitivity_vi.txt",
        simulate("--sensitivity", "--course", "LHDN-2026-1", "--lang", "vi").done().out());
    assertGolden(
        "sensitivity.csv",
        simulate("--sensitivity", "--course", "LHDN-2026-1", "--format", "csv").done().out());
  }

  @Test
  void tablesAndJsonTellTheSame() throws IOException {
    Path out = folder.resolve("out");
    String csv =
        simulate("--set", "minutes_required=600", "--format=csv", "--out", out.toString())
            .done()
            .out();
    JsonNode json =
        new ObjectMapper()
            .readTree(
                simulate("--set", "minutes_required=600", "--format=json", "--names").done().out());

    assertThat(Files.readString(out.resolve("simulation_change.csv"))).isEqualTo(csv);
    assertGolden("threshold.csv", csv);
    assertThat(out.resolve("sensitivity.csv")).doesNotExist();
    List<String> decisions = Files.readAllLines(out.resolve("simulation_decision.csv"));
    assertThat(decisions).hasSize(json.path("decisions").asInt() + 1);
    assertThat(decisions.stream().filter(line -> line.endsWith(",status")))
        .hasSize(json.path("changed").asInt());
    assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[2]).distinct().sorted())
        .containsExactlyElementsOf(
            json.path("changes").findValuesAsText("learner_id").stream()
                .distinct()
                .sorted()
                .toList());
    assertThat(json.path("assumptions").path(0).path("after").asText()).isEqualTo("600");
    assertThat(json.path("changes").path(0).path("name").asText()).isNotEmpty();
  }

  @Test
  void aNightThatRunsMeanwhileIsNoHindrance() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Path lock =
        CommandLines.write(
            folder,
            "warehouse/_chuyencan/lock",
            self.pid()
                + "\n"
                + InetAddress.getLocalHost().getHostName()
                + "\n"
                + self.info().startInstant().orElse(Instant.EPOCH)
                + "\n");
    try {
      assertThat(simulate("--gap", "15", "--lang=en").done().out())
          .contains("time estimator: standard → standard/15");
      assertThat(lock).exists();
    } finally {
      Files.delete(lock);
    }
  }

  @Test
  void withoutAnyAssumptionNothingChanges() {
    assertThat(simulate("--lang=en").done().out())
        .contains("  nothing is taken to be otherwise\n", "0 of ")
        .doesNotContain("→");
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThat(simulate("--set", "minuten=600", "--lang=en").refused(2).notes())
        .startsWith(progress() + "E2070: no policy has a parameter minuten. Known: ")
        .contains("minutes_required, minutes_to_compensate, ");
    assertThat(simulate("--estimator", "standart", "--lang=en").refused(2).notes())
        .isEqualTo(
            progress()
                + "E2071: there is no estimator standart. Known: standard, dedication, use_stats,"
                + " attendance_register.\n");
    assertThat(simulate("--certificate", "theorie", "--lang=en").refused(2).notes())
        .contains(
            "E2052: no certificate theorie is decided on here. Known: overall, theory, practice.");
    assertThat(simulate("--course", "LHDN", "--lang=en").refused(2).notes())
        .contains("E2002: no course run LHDN. Known: DGHT-2026-1, LHDN-2026-1.");
    assertThat(simulate("--variant", "lunar_weeks", "--lang=en").refused(2).notes())
        .contains("E2076: no policy has a variant lunar_weeks. Known: compensation_reviewed, ");
    assertThat(simulate("--variant", "lunar_weeks").refused(2).notes())
        .contains("E2076: không bộ quy tắc nào có phương án lunar_weeks. Đã biết: ");
    assertThat(simulate("--set", "minuten=600").refused(2).notes())
        .contains("E2070: không bộ quy tắc nào có tham số minuten. Đã biết: ");
    assertThat(simulate("--estimator", "standart").refused(2).notes())
        .contains("E2071: không có cách ước lượng standart. Đã biết: standard, ");
    assertThat(simulate("--certificate", "theorie").refused(2).notes())
        .contains("E2052: ở đây không xét chứng nhận theorie. Đã biết: overall, ");
  }

  private static String progress() {
    return "2026-12-01T03:04:05Z simulate\n";
  }

  @Test
  void daysAreThoseOfOneCourseRun() {
    assertThat(simulate("--opens-on", "2026-09-08", "--lang=en").refused(2).notes())
        .contains(
            "E2072: --opens-on and --closes-on say the days of one course run. Name it with"
                + " --course; course runs: DGHT-2026-1, LHDN-2026-1.");
    assertThat(
            simulate("--course=LHDN-2026-1", "--closes-on=2026-09-01", "--lang=en")
                .refused(2)
                .notes())
        .contains(
            "E2073: the course run LHDN-2026-1 would close on 2026-09-01, before it opens on"
                + " 2026-09-07.");
    assertThat(simulate("--closes-on", "2026-09-08").refused(2).notes()).contains("E2072: ");
    assertThat(
            simulate("--course=LHDN-2026-1", "--closes-on=9999-12-31", "--lang=en")
                .refused(3)
                .notes())
        .contains("E3123: from 2026-09-07 to 9999-12-31 is longer than ten years");
    assertThat(
            simulate("--course=LHDN-2026-1", "--closes-on=2026-09-01", "--lang=vi")
                .refused(2)
                .notes())
        .contains("E2073: lớp LHDN-2026-1 sẽ kết thúc ngày 2026-09-01");
  }

  @Test
  void theDayIsThatOfTheDecisions() {
    assertThat(simulate("--as-of", "2026-10-01", "--lang=en").refused(2).notes())
        .isEqualTo(
            "E2075: the stored decisions, on which this rests, count up to 2026-11-02, and not up to"
                + " 2026-10-01. Leave --as-of out, or run the night of that day first.\n");
    assertThat(simulate("--as-of", "2026-10-01").refused(2).notes())
        .startsWith("E2075: các quyết định đã lưu");
    simulate("--as-of", "2026-11-02").done();
  }

  @Test
  void valuesThatAreNone() {
    assertThat(simulate("--gap", "4", "--lang=en").refused(2).notes())
        .startsWith("E2007: --gap: \"4\" is not a valid value. It looks like: 5 … 1440");
    assertThat(simulate("--format", "xml", "--lang=en").refused(2).notes())
        .startsWith("E2007: --format: \"xml\"");
    assertThat(simulate("--set", "minutes_required", "--lang=en").refused(2).notes())
        .startsWith("E2007: --set: ");
    assertThat(
            simulate("--set=minutes_required=600", "--set=minutes_required=500", "--lang=en")
                .refused(2)
                .notes())
        .isEqualTo("E2017: --set minutes_required is given more than once. Give it only once.\n");
  }

  @Test
  void allFaultsOfAPolicyWithTheirLines() {
    Path policy =
        CommandLines.write(
            folder,
            "faulty.yaml",
            """
            id: faulty
            version: 1.0.0
            title: {vi: Thử, en: Trial}
            in_force: {from: 2026-01-01}
            certificates:
              - id: overall
                title: {vi: Chung, en: Overall}
                criteria:
                  - id: A
                    kind: at_least
                    law: {id: A, citation: A}
                    label: {vi: A, en: A}
                    measure: minuten
                    threshold: many
                    unit: minute
            """);

    assertThat(simulate("--policy", policy.toString(), "--lang=en").refused(3).notes())
        .contains("faulty.yaml:13 ", "faulty.yaml:14 ", "E3205 ", "E3204 ");
    assertThat(simulate("--policy", folder.resolve("none.yaml").toString()).refused(3).notes())
        .contains("E3200: ");
    assertThat(simulate("--set", "minutes_required=many", "--lang=en").refused(3).notes())
        .contains("flipped-classroom.yaml:");
  }

  @Test
  void aFolderThatCannotBeWritten() {
    Path file = CommandLines.write(folder, "in-the-way", "");

    CommandLines.Result result = simulate("--out", file.resolve("below").toString(), "--lang=en");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.notes())
        .contains("E5070: the results cannot be written to " + file.resolve("below"));
    assertThat(simulate("--out", file.resolve("below").toString()).notes())
        .contains("E5070: không ghi được kết quả vào ");
  }

  @Test
  void nothingDecidedYet() {
    Path empty = CommandLines.configuration(folder.resolve("empty"), "");

    assertThat(
            CommandLines.run("simulate", "--config", empty.toString(), "--lang", "en")
                .refused(2)
                .notes())
        .startsWith("E2004: nothing has been decided in the warehouse ");
    assertThat(folder.resolve("empty/warehouse")).doesNotExist();
  }

  @Test
  void daysThatNoRegisterSaysCannotBeOthers() throws IOException {
    Path bare = folder.resolve("bare");
    Files.createDirectories(bare.resolve("statements"));
    Files.copy(
        Repository.root().resolve("sample-data/statements/logstore/2026-W37.ndjson.gz"),
        bare.resolve("statements/2026-W37.ndjson.gz"));
    String config = CommandLines.configuration(bare, "policies: [flipped-classroom]\n").toString();
    CommandLines.runWithSpark("run", "--config", config, "--as-of", "2026-09-13").done();
    List<String> runs = Files.readAllLines(bare.resolve("published/latest/csv/course_run.csv"));
    String course = runs.get(1).split(",", -1)[0];

    for (String language : List.of("en", "vi")) {
      assertThat(
              CommandLines.runWithSpark(
                      "simulate",
                      "--config",
                      config,
                      "--course",
                      course,
                      "--opens-on",
                      "2026-09-01",
                      "--lang",
                      language)
                  .refused(2)
                  .notes())
          .contains("E2074: ", course, "registers/course_run.csv");
    }
    assertThat(CommandLines.runWithSpark("simulate", "--config", config, "--lang=en").done().out())
        .contains("0 of ");
  }
}
