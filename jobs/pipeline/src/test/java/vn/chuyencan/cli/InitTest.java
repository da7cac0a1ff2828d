package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.testing.Repository;

/** From statements alone to a configuration and registers that are valid. */
class InitTest {
  private static final String STATEMENTS =
      Repository.root().resolve("sample-data/statements").toString();

  @TempDir private static Path drafted;
  @TempDir private Path folder;

  private static CommandLines.Result drafting;

  @BeforeAll
  static void fromStatements() {
    drafting =
        CommandLines.run(
            "init",
            "--from",
            STATEMENTS,
            "--out",
            drafted.toString(),
            "--lang",
            "en",
            "--id",
            "hvsp",
            "--name",
            "Học viện \"Sư phạm\" số");
  }

  private CommandLines.Result init(String... arguments) {
    return CommandLines.run(
        Stream.concat(
                Stream.of("init", "--lang", "en", "--out", folder.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void whatWasWrittenIsToldAndValid() {
    assertThat(drafting.done().out())
        .startsWith("Drafted:\n  " + drafted.resolve("chuyencan.yaml") + "\n")
        .contains("What must be confirmed:\n")
        .contains("  chuyencan validate --config " + drafted.resolve("chuyencan.yaml") + "\n")
        .doesNotContain("no id or name");
    assertThat(
            CommandLines.run(
                    "validate",
                    "--lang=en",
                    "--config",
                    drafted.resolve("chuyencan.yaml").toString())
                .done()
                .out())
        .isEqualTo("Configuration, registers and policies are valid.\n");
  }

  @Test
  void theRegistersSayWhatTheStatementsShow() {
    Registers real = RegisterReader.read(Repository.root().resolve("sample-data/registers"));
    Registers registers = RegisterReader.read(drafted.resolve("registers"));

    assertThat(registers.present())
        .containsExactly("learner", "identity", "course_run", "enrolment", "activity");
    assertThat(registers.courseRuns())
        .allSatisfy(
            run -> {
              assertThat(run.opensOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
              assertThat(run.closesOn().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            })
        .extracting("iri", "title", "opensOn")
        .containsExactlyInAnyOrderElementsOf(
            real.courseRuns().stream()
                .map(run -> tuple(run.iri(), run.title(), run.opensOn()))
                .toList());
    assertThat(iris(registers, CourseActivityKind.FORUM))
        .containsAll(iris(real, CourseActivityKind.FORUM));
    // Those that are not counted nobody has touched.
    assertThat(iris(registers, CourseActivityKind.EXERCISE))
        .containsExactlyInAnyOrderElementsOf(
            real.activities().stream().filter(Activity::counted).map(Activity::iri).toList());
    assertThat(registers.activities())
        .filteredOn(activity -> activity.title().equals("Thông báo"))
        .isNotEmpty()
        .allSatisfy(forum -> assertThat(forum.forumKind()).isNull());
    assertThat(registers.learners()).extracting("fullName").contains("Lê An");
  }

  private static List<String> iris(Registers registers, CourseActivityKind kind) {
    return registers.activities().stream()
        .filter(activity -> activity.kind() == kind)
        .map(Activity::iri)
        .toList();
  }

  @Test
  void theNotesListWhatAPersonMustLookAt() throws IOException {
    assertThat(Files.readString(drafted.resolve("registers/README.md")))
        .startsWith("# Drafted registers\n")
        .contains("### For whom each forum is (", "### Which exercises count (2)")
        .contains("### Courses whose days are a guess (2)", "### Who learns and who teaches (2)")
        .contains("`104, 125`")
        .doesNotContain("{0}", "{1}");
    assertThat(Files.readString(drafted.resolve("chuyencan.yaml")))
        .contains("name: \"Học viện \\\"Sư phạm\\\" số\"")
        .contains("kind: xapi")
        .contains("# ");
  }

  @Test
  void noLakeIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(drafted)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("chuyencan.yaml", "registers");
    }
  }

  @Test
  void anExistingConfigurationGetsItsRegisters() throws IOException {
    CommandLines.configuration(folder, "");
    Files.createDirectories(folder.resolve("statements"));
    Files.copy(
        Path.of(STATEMENTS, "logstore/2026-W36.ndjson"),
        folder.resolve("statements/2026-W36.ndjson"));
    CommandLines.Result vietnamese =
        CommandLines.run("init", "--from", folder.resolve("chuyencan.yaml").toString());

    assertThat(vietnamese.done().out())
        .startsWith("Đã soạn:\n  " + folder.resolve("registers/learner.csv"))
        .contains("Phần phải xác nhận:");
    assertThat(RegisterReader.check(folder.resolve("registers"))).isEmpty();
    assertThat(folder.resolve("warehouse")).doesNotExist();
    assertThat(
            CommandLines.run("init", "--from", folder.resolve("chuyencan.yaml").toString())
                .refused(2)
                .notes())
        .startsWith("E2010: các tệp này đã có sẵn: ")
        .contains("learner.csv", "README.md");
  }

  @Test
  void whatTheLakeHoldsIsNotReadAgain() throws IOException {
    CommandLines.configuration(folder, "");
    Path statements = Files.createDirectories(folder.resolve("statements"));
    Path week = statements.resolve("2026-W36.ndjson");
    Files.copy(Path.of(STATEMENTS, "logstore/2026-W36.ndjson"), week);
    String configuration = folder.resolve("chuyencan.yaml").toString();
    CommandLines.runWithSpark("ingest", "--config", configuration).done();
    Files.delete(week);

    CommandLines.run("init", "--from", configuration).done();

    assertThat(RegisterReader.read(folder.resolve("registers")).learners()).isNotEmpty();
  }

  @Test
  void nothingIsOverwritten() {
    Path mine = CommandLines.write(folder, "registers/activity.csv", "mine");

    assertThat(init("--from", STATEMENTS).refused(2).notes())
        .isEqualTo(
            "E2010: these files are there already: "
                + mine
                + ". Nothing was written. Give a new directory with --out, or move them away.\n");
    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("chuyencan.yaml")).doesNotExist();
  }

  @Test
  void nothingIsWrittenWhenASourceIsNotThere() {
    assertThat(init("--from", folder.resolve("absent").toString()).refused(5).notes())
        .startsWith("E5000: the source --from finds nothing at " + folder.resolve("absent"));
    assertThat(init("--from", "jdbc:mariadb://127.0.0.1:1/moodle").refused(5).notes())
        .contains("E5010: the database of the source lms-db cannot be reached at ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void filesThatAreNoRecords() {
    Path note = CommandLines.write(folder, "note.txt", "Ghi chú");

    assertThat(init("--from", note.toString()).refused(2).notes())
        .startsWith(
            "E2011: " + note + " is none of the sources that can be recognised. Known are: xapi");
  }

  @Test
  void aConfigurationStandsAlone() {
    assertThat(init("--from", "a.yaml", STATEMENTS).refused(2).notes())
        .startsWith("E2012: a.yaml is a configuration file");
    assertThat(init("--from", folder.resolve("b.yaml").toString()).refused(3).notes())
        .startsWith("E3000: ");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mariadb://127.0.0.1:3306/moodle?user=reader&password=geheim",
    "jdbc:postgresql://reader:geheim@127.0.0.1/moodle"
  })
  void aPasswordOnTheCommandLineIsNotEvenRepeated(String address) {
    assertThat(init("--from", address).refused(2).notes())
        .startsWith("E2013: a password does not belong on the command line")
        .doesNotContain("geheim");
  }

  @Test
  void aPasswordThatIsNowhere() {
    assertThat(
            init(
                    "--from",
                    "jdbc:mariadb://127.0.0.1:1/moodle",
                    "--user",
                    "reader",
                    "--password-env",
                    "CHUYENCAN_NO_SUCH_VARIABLE")
                .refused(2)
                .notes())
        .startsWith("E2014: the environment variable CHUYENCAN_NO_SUCH_VARIABLE");
  }

  @Test
  void databaseOptionsNeedADatabase() {
    assertThat(init("--from", STATEMENTS, "--prefix", "m_").refused(2).notes())
        .startsWith("E2015: --prefix goes with the address of a database only");
    assertThat(init("--from", STATEMENTS, "--user", "reader").refused(2).notes())
        .startsWith("E2015: --user ");
  }

  @ParameterizedTest
  @CsvSource({
    "--id,a b",
    "--zone,Hanoi",
    "--zone,+99:00",
    "--prefix,mdl;",
    "--site,lms",
    "--password-env,a-b"
  })
  void aValueOfAnotherForm(String option, String value) {
    assertThat(init("--from", STATEMENTS, option, value).refused(2).notes())
        .startsWith("E2007: " + option + ": \"" + value + "\" is not a valid value.");
  }

  @Test
  void aSourceMustBeGiven() {
    assertThat(init().refused(2).notes()).startsWith("E2006: what is missing: --from SOURCE.");
  }
}
