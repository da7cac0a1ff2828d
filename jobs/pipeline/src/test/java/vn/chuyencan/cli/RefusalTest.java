package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.testing.Repository;

/** What a user gets wrong: the exit status of DESIGN 7, every fault, and what to do. */
class RefusalTest {
  private static final String STATEMENT =
      "{\"id\":\"7ccd3322-e1a5-411a-a67d-6a735c76f1%02d\",\"timestamp\":\"2026-09-07T08:00:%02dZ\","
          + "\"actor\":{\"account\":{\"homePage\":\"https://lms.example.org\",\"name\":\"an\"}},"
          + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
          + "\"object\":{\"id\":\"https://lms.example.org/page/1\"}}\n";

  @TempDir Path folder;

  private CommandLines.Result run(String command, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--config";
    arguments[2] = folder.resolve("chuyencan.yaml").toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandLines.runWithSpark(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "measure", "decide", "report", "validate"})
  void noConfiguration(String command) {
    String file = folder.resolve("chuyencan.yaml").toString();

    assertThat(run(command).refused(3).notes())
        .isEqualTo("E3000: không có tệp cấu hình " + file + ". Hãy chỉ đường dẫn bằng --config.\n");
    assertThat(run(command, "--lang", "en").refused(3).notes())
        .isEqualTo(
            "E3000: the configuration file "
                + file
                + " does not exist. Give its path with --config.\n");
  }

  @Test
  void aDirectoryAsConfiguration() throws IOException {
    Files.createDirectory(folder.resolve("chuyencan.yaml"));

    assertThat(run("validate", "--lang=en").refused(3).notes())
        .startsWith("E3006: the configuration file ");
  }

  @Test
  void aConfigurationThatIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("chuyencan.yaml"), "name: h\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("validate", "--lang=en").refused(3).notes())
        .contains("chuyencan.yaml:1: the file is not UTF-8 (byte 8).");
  }

  @Test
  void allFaultsOfAConfigurationInBothLanguages() {
    Path file =
        CommandLines.write(
            folder,
            "chuyencan.yaml",
            """
            institution: {id: hvsp, zone: Hanoi}
            publish: ./published
            sorces: []
            sources: [{id: a b, kind: xapi, path: x}]
            """);

    assertThat(
            run("run", "--lang", "en").refused(3).notes().replace(file.toString(), "FILE").lines())
        .hasSize(5)
        .anyMatch(
            line -> line.startsWith("E3003 FILE:1 [institution.name]: the key name is missing."))
        .anyMatch(
            line -> line.startsWith("E3004 FILE:1 [institution.zone]: Hanoi is not a valid value"))
        .anyMatch(
            line -> line.startsWith("E3003 FILE:1 [warehouse]: the key warehouse is missing."))
        .anyMatch(
            line -> line.startsWith("E3002 FILE:3 [sorces]: the key sorces is not known here."))
        .anyMatch(
            line -> line.startsWith("E3004 FILE:4 [sources[0].id]: a b is not a valid value"));
    assertThat(run("run").refused(3).notes().replace(file.toString(), "FILE").lines())
        .hasSize(5)
        .anyMatch(
            line -> line.startsWith("E3002 FILE:3 [sorces]: khóa sorces không được dùng ở đây."))
        .anyMatch(line -> line.startsWith("E3004 FILE:1 [institution.zone]: Hanoi không phải"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void anInvalidRegister(String command) {
    CommandLines.configuration(folder, "");
    CommandLines.write(
        folder, "registers/learner.csv", "learner_id,full_name\nHV001,\nHV001,Bình\n");

    assertThat(run(command, "--lang=en").refused(3).notes())
        .contains("learner.csv:2 [full_name]: the value is missing.")
        .contains("learner.csv:3")
        .contains("HV001");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "validate"})
  void anUnknownPolicyIsToldBeforeAnyWork(String command) {
    CommandLines.configuration(folder, "policies: [flipped-clasroom, ./own.yaml]\n");

    assertThat(run(command, "--lang=en").refused(3).notes().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("E3200: there is no policy " + folder))
        .allMatch(line -> line.contains("Bundled policies: flipped-classroom"));
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @Test
  void registersAndPoliciesAreToldTogether() {
    CommandLines.configuration(folder, "policies: [absent]\n");
    CommandLines.write(folder, "registers/learner.csv", "learner_id\nHV001\n");

    assertThat(run("validate").refused(3).notes()).contains("E3102 ", "E3200: ");
  }

  @Test
  void whatIsValidIsSaidToBe() {
    CommandLines.configuration(folder, "policies: [flipped-classroom]\n");

    assertThat(run("validate").done().out()).isEqualTo("Cấu hình, sổ và bộ quy tắc đều hợp lệ.\n");
    assertThat(run("validate", "--lang=en").done().out())
        .isEqualTo("Configuration, registers and policies are valid.\n");
  }

  @Test
  void aSourceThatIsNotThere() {
    CommandLines.configuration(folder, "");

    assertThat(run("run", "--lang=en").refused(5).notes())
        .contains(
            "E5000: the source lms finds nothing at "
                + folder.resolve("statements")
                + ". Check the path.\n");
    assertThat(folder.resolve("published")).doesNotExist();
    assertThat(folder.resolve("warehouse/_chuyencan/lock")).doesNotExist();
  }

  @Test
  void aSparkSettingThatSparkRefuses() {
    CommandLines.configuration(folder, "");

    assertThat(
            run(
                    "ingest",
                    "--lang=en",
                    "--master=local",
                    "--conf",
                    "spark.sql.shuffle.partitions=many")
                .status())
        .isEqualTo(5);
  }

  @Test
  void aSparkSettingWithoutSpark() {
    CommandLines.configuration(folder, "");

    assertThat(
            run("run", "--conf", "spark.sql.shuffle.partitions=2", "--lang=en").refused(2).notes())
        .startsWith(
            "E2009: the setting spark.sql.shuffle.partitions says something to Spark alone, which"
                + " does not run here. Name a Spark master with --master, or leave the setting"
                + " out.");
    assertThat(folder.resolve("warehouse/_chuyencan/lock")).doesNotExist();
  }

  @Test
  void executorsElsewhereWithoutTheProgram() {
    CommandLines.configuration(folder, "");

    assertThat(run("ingest", "--master=spark://127.0.0.1:7077", "--lang=en").refused(2).notes())
        .startsWith(
            "E2016: the executors of spark://127.0.0.1:7077 do not have this program. Start it with"
                + " spark-submit and the jar that scripts/spark-jar makes");
    assertThat(run("ingest", "--master=yarn").refused(2).notes())
        .startsWith("E2016: các executor của yarn không có chương trình này.");
    assertThat(folder.resolve("warehouse/_chuyencan/lock")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "ingest", "explain --learner=a"})
  void aCatalogThatDoesNotAnswer(String command) {
    CommandLines.configuration(
        folder,
        "catalog: {kind: jdbc, uri: 'jdbc:postgresql://127.0.0.1:1/lake?sslmode=disable', user: u, password: s3}\n");
    CommandLines.write(folder, "statements/a.ndjson", STATEMENT.formatted(1, 1));
    String[] words = (command + " --lang=en").split(" ", 2);

    assertThat(run(words[0], words[1].split(" ", -1)).refused(5).notes())
        .contains("E5110: the catalog jdbc:postgresql://127.0.0.1:1/lake does not answer")
        .doesNotContain("s3");
    assertThat(folder.resolve("warehouse/_chuyencan/lock")).doesNotExist();
    assertThat(folder.resolve("published/latest")).doesNotExist();
  }

  @Test
  void noThreads() {
    CommandLines.configuration(folder, "");

    assertThat(run("run", "--threads", "0", "--lang=en").refused(2).notes())
        .startsWith("E2007: --threads: \"0\" is not a valid value.");
  }

  @Test
  void aLockThatALiveProcessHolds() throws IOException {
    CommandLines.configuration(folder, "");
    ProcessHandle self = ProcessHandle.current();
    Instant since = self.info().startInstant().orElseThrow();
    Path lock = lock(self.pid(), since);

    assertThat(run("run", "--lang=en").refused(6).notes())
        .startsWith("E6000: another run holds the lock " + lock + " since " + since);
    assertThat(lock).exists();
  }

  @Test
  void aLockOfADeadProcessIsTakenOver() throws IOException, InterruptedException {
    CommandLines.configuration(folder, "");
    CommandLines.write(folder, "statements/a.ndjson", STATEMENT.formatted(1, 1));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path lock = lock(dead.pid(), Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(run("ingest", "--lang=en").done().out())
        .isEqualTo(
            "batch 1, source lms, 1 files: read 1 = accepted 1 + duplicate 0 + voided 0 +"
                + " conflicting 0 + rejected 0 + out of scope 0\n");
    assertThat(lock).doesNotExist();
    assertThat(run("ingest", "--lang=en").done().out()).isEqualTo("nothing new\n");
  }

  private Path lock(long process, Instant since) throws IOException {
    String host = InetAddress.getLocalHost().getHostName();
    return CommandLines.write(
        folder, "warehouse/_chuyencan/lock", process + "\n" + host + "\n" + since + "\n");
  }

  @Test
  void tooMuchRejectedPublishesNothing() {
    CommandLines.configuration(folder, "gate: {max_rejected_share: 0.25, min_rejected: 1}\n");
    CommandLines.write(
        folder,
        "statements/a.ndjson",
        STATEMENT.formatted(1, 1) + "{\"id\": 1}\n" + STATEMENT.formatted(2, 2));

    assertThat(run("run", "--lang=en").refused(4).notes())
        .contains(
            "E4001: batch 1: 1 of 3 records were rejected, more than the 0.25 that the"
                + " configuration allows (gate.max_rejected_share). Nothing was taken in or published")
        .contains("E4002 ")
        .contains("1 records rejected as ");
    assertThat(folder.resolve("published/latest")).doesNotExist();
  }

  @Test
  void theDemoDoesNotEmptyAFolderOfSomebodyElse() {
    Path precious = CommandLines.write(folder, "published/thesis.txt", "mine");

    assertThat(
            CommandLines.run(
                    "demo",
                    "--lang=en",
                    "--sample-data",
                    Repository.root().resolve("sample-data").toString(),
                    "--out",
                    folder.toString())
                .refused(2)
                .notes())
        .isEqualTo(
            "E2008: "
                + folder
                + " holds files that this program did not make there. Give a new directory with"
                + " --out.\n");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void theDemoNeedsItsSampleData() {
    assertThat(
            CommandLines.run("demo", "--sample-data", folder.toString(), "--lang", "en")
                .refused(3)
                .notes())
        .startsWith("E3000: the configuration file ");
  }
}
