package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkSessions;

/** One night on a week of the sample, and what can be asked afterwards. */
class ExplainTest {
  @TempDir private static Path folder;
  private static CommandLines.Result night;

  @BeforeAll
  static void aNight() throws IOException {
    Path sample = Repository.root().resolve("sample-data");
    Files.createDirectories(folder.resolve("registers"));
    try (Stream<Path> registers = Files.list(sample.resolve("registers"))) {
      for (Path register : registers.toList()) {
        Files.copy(register, folder.resolve("registers").resolve(register.getFileName()));
      }
    }
    Files.createDirectories(folder.resolve("statements"));
    Files.copy(
        sample.resolve("statements/logstore/2026-W36.ndjson"),
        folder.resolve("statements/2026-W36.ndjson"));
    CommandLines.configuration(folder, "policies: [flipped-classroom]\n");
    night = run("run", "--lang", "en", "--as-of", "2026-09-13");
  }

  private static CommandLines.Result run(String... arguments) {
    return CommandLines.runWithSpark(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--config", folder.resolve("chuyencan.yaml").toString()))
            .toArray(String[]::new));
  }

  @Test
  void theNightIsDoneAndToldLineByLine() {
    night.done();
    assertThat(night.out()).startsWith("Học viện – up to and including 2026-09-13\n");
    assertThat(night.notes().lines().toList())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("2026-12-01T03:04:05Z "));
    assertThat(folder.resolve("published/latest/manifest.json")).exists();
  }

  @Test
  void theSessionOfTheProgramAroundItRunsOn() {
    assertThat(SparkSessions.shared().isUsable()).isTrue();
    assertThat(SparkSessions.shared().conf().getOption("spark.sql.catalog.lake").isEmpty())
        .isTrue();
  }

  @Test
  void aDecisionIsExplainedInBothLanguages() throws IOException {
    List<String> row = firstDecision();
    String english = explain(row.get(0), row.get(1), "en").done().out();
    String vietnamese = explain(row.get(0), row.get(1), "vi").done().out();

    assertThat(english).contains(row.get(0), row.get(1)).isNotEqualTo(vietnamese);
    assertThat(vietnamese).contains(row.get(0), row.get(1));
  }

  @Test
  void anUnknownCourseIsAnsweredWithTheKnownOnes() throws IOException {
    assertThat(explain("NO-SUCH", firstDecision().get(1), "en").refused(2).notes())
        .startsWith("E2002: no course run NO-SUCH. Known: ")
        .contains(firstDecision().get(0));
  }

  @Test
  void anUnknownLearnerIsAnsweredWithTheKnownOnes() throws IOException {
    List<String> first = firstDecision();
    String course = first.get(0);

    assertThat(explain(course, "Trần Văn Không", "en").refused(2).notes())
        .startsWith("E2001: no learner Trần Văn Không in course run " + course + ".")
        .contains(first.get(1));
    assertThat(explain(course, "", "vi").refused(2).notes()).contains("Đã biết: ");
  }

  @Test
  void aLearnerIsFoundByName() {
    String byName = explain("LHDN-2026-1", "  trần   BÌNH", "vi").done().out();
    assertThat(byName).isEqualTo(explain("LHDN-2026-1", "HV002", "vi").done().out());
    String decomposed = Normalizer.normalize("Trần Bình", Normalizer.Form.NFD);
    assertThat(explain("LHDN-2026-1", decomposed, "vi").done().out()).isEqualTo(byName);
  }

  @Test
  void aNameThatTwoShareIsAnsweredWithTheirIds() {
    assertThat(explain("LHDN-2026-1", "Nguyễn Thu Hà", "en").refused(2).notes())
        .startsWith(
            "E2050: several learners are called Nguyễn Thu Hà: HV004 (DGHT-2026-1, LHDN-2026-1),"
                + " HV025 (LHDN-2026-1).");
    assertThat(explain("LHDN-2026-1", "Nguyễn Thu Hà", "vi").refused(2).notes())
        .startsWith(
            "E2050: có nhiều học viên tên Nguyễn Thu Hà: HV004 (DGHT-2026-1, LHDN-2026-1), ");
  }

  @Test
  void whoIsNoLearnerIsSaidToBeNone() {
    assertThat(explain("LHDN-2026-1", "GV01", "en").refused(2).notes())
        .startsWith(
            "E2051: nothing was decided on GV01: GV01 is in the registers but is no learner");
    assertThat(explain("LHDN-2026-1", "GV01", "vi").refused(2).notes())
        .startsWith("E2051: chưa xét GV01: ");
  }

  @Test
  void withoutACourseAllOfTheLearnersAreExplained() {
    String all = run("explain", "--learner", "HV002", "--lang", "en").done().out();
    assertThat(all).isEqualTo(explain("LHDN-2026-1", "HV002", "en").done().out());
  }

  @Test
  void oneCertificateIsChosen() {
    String theory =
        run("explain", "--learner", "HV002", "--certificate", "theory", "--lang", "en")
            .done()
            .out();
    assertThat(theory).contains("FC-LT.1").doesNotContain("FC-TT.1", "FC-TH.1");
    assertThat(
            run("explain", "--learner", "HV002", "--certificate", "gold", "--lang", "en")
                .refused(2)
                .notes())
        .startsWith(
            "E2052: no certificate gold is decided on here. Known: overall, practice,"
                + " theory.");
    assertThat(
            run("explain", "--learner", "HV002", "--certificate", "gold", "--lang", "vi")
                .refused(2)
                .notes())
        .startsWith("E2052: ở đây không xét chứng nhận gold. ");
  }

  @Test
  void anotherDayThanThatOfTheDecisionsIsRefused() {
    assertThat(
            run("explain", "--learner", "HV002", "--as-of", "2026-09-10", "--lang", "en")
                .refused(2)
                .notes())
        .startsWith("E2075: the stored decisions, on which this rests, count up to 2026-09-13,");
    run("explain", "--learner", "HV002", "--as-of", "2026-09-13").done();
  }

  @Test
  void allGoesWithEvidence() {
    assertThat(run("explain", "--learner", "HV002", "--all", "--lang", "en").refused(2).notes())
        .startsWith("E2053: --all goes together with --evidence.");
    assertThat(run("explain", "--learner", "HV002", "--all", "--lang", "vi").refused(2).notes())
        .startsWith("E2053: --all đi cùng với --evidence.");
    assertThat(
            run("explain", "--learner", "HV002", "--all", "--evidence", "--lang", "en")
                .done()
                .out())
        .contains("exactly the published figure");
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheKnownOnes() {
    assertThat(
            run("explain", "--learner", "HV002", "--format", "pdf", "--lang", "en")
                .refused(2)
                .notes())
        .startsWith(
            "E2007: --format: \"pdf\" is not a valid value. It looks like: text|markdown|html|json");
  }

  @Test
  void itIsWrittenIntoAFile() throws IOException {
    Path file = folder.resolve("HV002.html");
    String[] wanted = {"explain", "--learner", "HV002", "--format", "html"};
    String printed = run(wanted).done().out();
    String told =
        run(Stream.concat(Stream.of(wanted), Stream.of("--out", file.toString()))
                .toArray(String[]::new))
            .done()
            .out();
    assertThat(told.strip()).isEqualTo(file.toString());
    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(printed);
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Path file = folder.resolve("no/such/folder/HV002.txt");
    assertThat(
            run("explain", "--learner", "HV002", "--lang", "en", "--out", file.toString())
                .refused(5)
                .notes())
        .startsWith("E5050: the explanation cannot be written to " + file);
    assertThat(
            run("explain", "--learner", "HV002", "--lang", "vi", "--out", file.toString())
                .refused(5)
                .notes())
        .startsWith("E5050: không ghi được bản giải thích vào " + file);
  }

  @Test
  void nothingDecidedYet() {
    Path empty = CommandLines.configuration(folder.resolve("empty"), "");

    assertThat(
            CommandLines.runWithSpark(
                    "explain",
                    "--learner",
                    "a",
                    "--course",
                    "b",
                    "--lang",
                    "en",
                    "--config",
                    empty.toString())
                .refused(2)
                .notes())
        .startsWith("E2004: nothing has been decided in the warehouse ");
  }

  private static CommandLines.Result explain(String course, String learner, String language) {
    return run("explain", "--course", course, "--learner", learner, "--lang", language);
  }

  /** Course and learner of the first published decision. */
  private static List<String> firstDecision() throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("published/latest/csv/eligibility_decision.csv"));
    List<String> columns = List.of(lines.get(0).split(",", -1));
    String[] cells = lines.get(1).split(",", -1);
    return List.of(cells[columns.indexOf("course_id")], cells[columns.indexOf("learner_id")]);
  }
}
