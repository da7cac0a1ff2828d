package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.testing.Repository;

/**
 * How {@code scripts/chuyencan} sets up the Java machine for a command, wherever the command stands
 * among the words. Installed beside a Java that only repeats what it is told.
 */
class LauncherScriptTest {
  private static final String QUICK = "-XX:TieredStopAtLevel=1";
  private static final String THOROUGH = "-XX:+UseParallelGC";

  private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-09-07T20:00:00Z"));
  private static final FileTime LAST_RUN = FileTime.from(Instant.parse("2026-09-07T21:00:00Z"));
  private static final FileTime AFTER = FileTime.from(Instant.parse("2026-09-07T22:00:00Z"));

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    Path script = file("home/scripts/chuyencan", "");
    Files.copy(
        Repository.root().resolve("scripts/chuyencan"),
        script,
        StandardCopyOption.REPLACE_EXISTING);
    file("home/app/.package", "test\n");
    file("home/app/pipeline-0.jar", "");
    file("java/release", "JAVA_VERSION=\"17.0.1\"\n");
    assertThat(
            file("java/bin/java", "#!/bin/sh\nprintf '%s\\n' \"locale $LC_ALL\" \"$@\"\n")
                .toFile()
                .setExecutable(true))
        .isTrue();
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> started(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = launcher(arguments);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told.lines().toList();
  }

  private ProcessBuilder launcher(String... arguments) {
    List<String> words = new ArrayList<>(List.of("bash", folder + "/home/scripts/chuyencan"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().put("CACHE_DIRECTORY", folder.resolve("cache").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("CHUYENCAN_"));
    return builder;
  }

  @ParameterizedTest
  @CsvSource({
    "run,                  true,  true",
    "-q run,               true,  true",
    "--lang en run,        true,  true",
    "--lang=en run --json, true,  true",
    "--lang en ingest,     true,  true",
    "backfill,             true,  true",
    "status,               true,  false",
    "--lang run status,    true,  false",
    "verify,               false, false",
    "--lang en verify,     false, false",
    "--help,               true,  false",
  })
  void theCommandIsFoundWhereverItStands(String line, boolean quick, boolean wholeHeap)
      throws IOException, InterruptedException {
    List<String> options = started(line.split(" ", -1));
    assertThat(options).contains("-XX:+UseSerialGC").doesNotContain(THOROUGH);
    assertThat(options.contains(QUICK)).isEqualTo(quick);
    assertThat(options.stream().anyMatch(option -> option.startsWith("-Xms"))).isEqualTo(wholeHeap);
    assertThat(String.join(" ", options)).endsWith(line);
  }

  @Test
  void muchThatIsNewIsLarge() throws IOException, InterruptedException {
    file("chuyencan.yaml", "warehouse: ./warehouse\nsources:\n  - {id: a, path: ./statements}\n");
    assertThat(started("--lang", "en", "run")).contains(QUICK).doesNotContain(THOROUGH);

    Path statements = file("statements/2026-09-07.ndjson.gz", "");
    Files.write(statements, new byte[11 << 20]);
    assertThat(started("--lang", "en", "run")).contains(THOROUGH).doesNotContain(QUICK);
    assertThat(started("status")).contains(QUICK).doesNotContain(THOROUGH);
  }

  @Test
  void muchThatIsOldIsNewWhereTheConfigurationIs() throws IOException, InterruptedException {
    Path statements = file("statements/2026-09-07.ndjson.gz", "");
    Files.write(statements, new byte[11 << 20]);
    Path configuration =
        file(
            "chuyencan.yaml",
            "warehouse: ./warehouse\nsources:\n  - {id: a, path: ./statements}\n");
    lastRun(statements, configuration);
    assertThat(started("run")).contains(QUICK).doesNotContain(THOROUGH);

    Files.setLastModifiedTime(configuration, AFTER);
    assertThat(started("run")).contains(THOROUGH).doesNotContain(QUICK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registers/course_run.csv", "rules/ours.yaml", "chuyencan.yaml"})
  void manyLearnersToMeasureAgainAreLarge(String changed) throws IOException, InterruptedException {
    Path configuration = file("chuyencan.yaml", "warehouse: ./warehouse\nregisters: 'registers'\n");
    Path enrolments = file("registers/enrolment.csv", "learner\n".repeat(10_000));
    Path courses = file("registers/course_run.csv", "course_run\n");
    Path policy = file("rules/ours.yaml", "id: ours\n");
    lastRun(configuration, enrolments, courses, policy);
    assertThat(started("run")).contains(QUICK).doesNotContain(THOROUGH);
    assertThat(started("backfill")).contains(THOROUGH).doesNotContain(QUICK);
    assertThat(started("simulate")).contains(THOROUGH).doesNotContain(QUICK);
    assertThat(started("simulate", "--course=A")).contains(QUICK).doesNotContain(THOROUGH);

    Files.setLastModifiedTime(folder.resolve(changed), AFTER);
    assertThat(started("run")).contains(THOROUGH).doesNotContain(QUICK);

    Files.writeString(enrolments, "learner\n".repeat(9_999));
    assertThat(started("run")).contains(QUICK).doesNotContain(THOROUGH);
    assertThat(started("backfill")).contains(QUICK).doesNotContain(THOROUGH);
  }

  /** Lets the last run have ended after these files came to be. */
  private void lastRun(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, BEFORE);
    }
    Path state = folder.resolve("warehouse/_chuyencan");
    Files.createDirectories(state);
    Files.setLastModifiedTime(state, LAST_RUN);
  }

  @ParameterizedTest
  @CsvSource({
    "status,                quá cũ. Hãy cài Java runtime 17 trở lên",
    "--lang en status,      too old. Install a Java runtime 17 or newer",
    "status --lang=en -q,   too old. Install a Java runtime 17 or newer",
    "--lang vi status,      quá cũ. Hãy cài Java runtime 17 trở lên",
  })
  void whatIsWrongIsSaidInTheProgramsLanguage(String line, String said)
      throws IOException, InterruptedException {
    file("java/release", "JAVA_VERSION=\"11.0.2\"\n");
    Process process = launcher((line + " --json").split(" ", -1)).start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("chuyencan: ")
        .contains(said);
    JsonNode failure = new ObjectMapper().readTree(process.getInputStream());
    assertThat(process.waitFor()).isEqualTo(3);
    JsonNode fault = failure.get("faults").get(0);
    assertThat(fault.get("message").textValue()).contains(said);
    assertThat(fault.get("what").textValue() + " " + fault.get("what_to_do").textValue())
        .isEqualTo(fault.get("message").textValue());
  }

  @Test
  void memoryIsASize() throws IOException, InterruptedException {
    ProcessBuilder builder = launcher("--lang", "en", "status");
    builder.environment().put("CHUYENCAN_MEMORY", "much");
    Process process = builder.start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("CHUYENCAN_MEMORY is much, which is no size. Write it like 2g or 700m.");
    assertThat(process.waitFor()).isEqualTo(3);
    builder.environment().put("CHUYENCAN_MEMORY", "700m");
    assertThat(builder.start().waitFor()).isZero();
  }

  /** Whoever sends files may name them as they like; cron names no language. */
  @Test
  void namesOfFilesAreNoProgram() throws IOException, InterruptedException {
    Path configuration =
        file(
            "chuyencan.yaml",
            "# path: /\nwarehouse: ./warehouse\nregisters: ./none\nsources:\n  - {path: ./statements}\n");
    file("statements/x\ntotal[$(id>pwned)] .ndjson", "");
    file("statements/Tuần\nmới 1", "");
    assertThat(started("run")).contains("locale C.UTF-8", QUICK);
    lastRun(configuration);
    Process process = launcher("run").start();
    process.getInputStream().readAllBytes();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @Test
  void theWayToTheProgramIsTheUsersWhateverTheShellKnows()
      throws IOException, InterruptedException {
    ProcessBuilder builder = launcher("status");
    builder.command(List.of("bash", "home/scripts/chuyencan", "status"));
    builder.environment().put("CDPATH", ".");
    Process process = builder.start();
    assertThat(process.getInputStream().readAllBytes()).isNotEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
