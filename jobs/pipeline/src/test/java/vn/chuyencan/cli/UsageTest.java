package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.Repository;

/** A command line that is wrong: status 2, what is wrong, where to read on. */
class UsageTest {

  private static String english(String... arguments) {
    return CommandLines.run(arguments).refused(2).notes();
  }

  @Test
  void anUnknownOption() {
    assertThat(english("run", "--lang", "en", "--confg", "x"))
        .isEqualTo(
            "E2005: there is no --confg here. Known: --accept-anomaly, --as-of, --break-lock, --by,"
                + " --catch-up, --conf, --config, --csv-bom, --help, --json, --lang, --master, --quiet, --strict, --threads, --version.\nchuyencan run --help --lang en\n");
    assertThat(english("run", "--confg"))
        .startsWith("E2005: ở đây không có --confg. Đã biết: --accept-anomaly, ");
  }

  @Test
  void anUnknownCommand() {
    assertThat(english("rum", "--lang=en"))
        .isEqualTo(
            "E2005: there is no rum here. Known: demo, run, backfill, ingest, measure, decide, report, status,"
                + " validate, explain, simulate, verify, query, lists, identities, init, freeze, unfreeze, forget, retain, rotate-key.\nchuyencan --help --lang en\n");
  }

  @Test
  void anUnexpectedWord() {
    assertThat(english("run", "now", "--lang=EN"))
        .startsWith("E2005: there is no now here. Known: --accept-anomaly, ");
  }

  @Test
  void aMissingOption() {
    assertThat(english("explain", "--lang=en"))
        .isEqualTo(
            "E2006: what is missing: --learner ID|NAME. Add it; --help says what it means.\nchuyencan explain --help --lang en\n");
    assertThat(english("explain"))
        .startsWith("E2006: còn thiếu: --learner ID|NAME. Hãy thêm vào; --help nói rõ ý nghĩa.\n");
  }

  @Test
  void aMissingValue() {
    assertThat(english("run", "--lang=en", "--as-of"))
        .startsWith("E2006: what is missing: --as-of DATE. Add it; --help says what it means.\n");
  }

  @Test
  void anOptionThatIsGivenTwice() {
    assertThat(english("explain", "--learner", "A", "--learner", "B"))
        .isEqualTo(
            """
            E2017: --learner được ghi nhiều lần. Hãy chỉ ghi một lần.
            chuyencan explain --help
            """);
    assertThat(english("run", "--config", "a", "--config", "b", "--lang=en"))
        .startsWith("E2017: --config is given more than once. Give it only once.\n");
  }

  @Test
  void optionsOfWhichOneIsTaken() {
    assertThat(english("forget", "--learner", "A", "--identifier", "B"))
        .startsWith(
            "E2018: --learner, --identifier không đi cùng nhau. Hãy chỉ ghi một trong số đó.\n");
  }

  @Test
  void aYearThatIsNone() {
    assertThat(english("report", "--form", "compliance", "--year", "20x6", "--lang=en"))
        .startsWith("E2007: --year: \"20x6\" is not a valid value. It looks like: 2026\n");
  }

  @Test
  void aFolderThatCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(
            CommandLines.run(
                    "demo",
                    "--sample-data",
                    Repository.root().resolve("sample-data").toString(),
                    "--out",
                    file.resolve("demo").toString())
                .refused(5)
                .notes())
        .startsWith("E5006: không ghi được tệp " + file.resolve("demo/chuyencan.yaml") + ": ")
        .contains(" (" + file)
        .doesNotContain("Exception", "E1000");
  }

  @Test
  void aLanguageThatIsNotSpoken() {
    assertThat(english("run", "--lang", "xx"))
        .isEqualTo(
            """
            E2007: --lang: "xx" không phải giá trị hợp lệ. Giá trị có dạng: vi|en
            chuyencan run --help
            """);
    assertThat(english("run", "--lang", "")).contains("\"\" không phải");
  }

  @Test
  void aDayThatDoesNotExist() {
    assertThat(english("run", "--as-of", "2026-13-01", "--lang=en"))
        .isEqualTo(
            """
            E2007: --as-of: "2026-13-01" is not a valid value. It looks like: 2026-10-12
            chuyencan run --help --lang en
            """);
    assertThat(english("run", "--as-of", "", "--lang=en")).contains("\"\" is not a valid value");
    // The calendar ends somewhere, and days of five digits are a slip of the pen.
    for (String day : new String[] {"+999999999-12-31", "+12026-01-01", "-0001-01-01"}) {
      assertThat(english("run", "--as-of=" + day, "--lang=en"))
          .startsWith("E2007: --as-of: \"" + day + "\" is not a valid value.");
    }
  }

  /** What was typed is quoted and may be anything; no terminal gets commands from it. */
  @Test
  void whatCannotBeSeenIsNotPrinted() {
    assertThat(english("run", "--as-of", "\u001b[31m\u0007\u009b2J", "--lang=en"))
        .startsWith("E2007: --as-of: \"\uFFFD[31m\uFFFD\uFFFD2J\" is not a valid value.");
  }

  @Test
  void aSparkSettingWithoutAValue() {
    assertThat(english("run", "--conf", "nothing", "--lang=en")).startsWith("E2007: --conf: ");
  }

  /** Before the command too; its own prevails. */
  @Test
  void theLanguageMayStandBeforeTheCommand() {
    assertThat(english("--lang", "en", "run", "--confg")).startsWith("E2005: there is no --confg");
    assertThat(english("-q", "--lang=en", "explain"))
        .startsWith("E2006: what is missing: --learner");
    assertThat(english("--lang", "en", "run", "--lang", "vi", "--confg"))
        .startsWith("E2005: ở đây không có --confg");
    assertThat(english("--lang", "xx", "run")).startsWith("E2007: --lang: \"xx\" không phải");
    assertThat(english("--lang")).startsWith("E2006: còn thiếu: --lang vi|en");
    assertThat(english("--lang", "en", "rum")).startsWith("E2005: there is no rum here.");
    assertThat(CommandLines.run("--lang", "en", "status", "--config", "nowhere.yaml").notes())
        .startsWith("E3000: the configuration file nowhere.yaml does not exist.");
  }
}
