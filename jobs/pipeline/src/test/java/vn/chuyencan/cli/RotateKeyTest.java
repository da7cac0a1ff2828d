package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.Execution;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.job.privacy.KeyRotation;
import vn.chuyencan.table.OperatorKey;
import vn.chuyencan.testing.StoredBytes;

/** {@code rotate-key}: another key, and everything else as if there had been none before. */
class RotateKeyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST = "khoa-rieng";
  private static final String SECOND = "khoa-thu-hai-dai-hon";
  private static final String THIRD = "khoa-thu-ba-con-dai-hon";
  private static final String EARLY = "2026-09-19";
  private static final String LATE = "2026-09-20";

  private static String undisturbed;

  @TempDir private Path folder;

  private Instant now = CommandLines.NOW;

  /** What the nights publish where nobody ever rotates a key. */
  @BeforeAll
  static void nightsUnderOneKey(@TempDir Path where) throws IOException {
    SecretClass.write(where, true);
    String file = where.resolve("chuyencan.yaml").toString();
    CommandLines.run("run", "--config", file, "--as-of", EARLY).done();
    CommandLines.run("run", "--config", file, "--as-of", LATE).done();
    undisturbed = digest(where);
  }

  private static String digest(Path where) throws IOException {
    return JSON.readTree(where.resolve("published/latest/manifest.json").toFile())
        .get("digest")
        .asText();
  }

  @BeforeEach
  void writeInstitution() throws IOException {
    SecretClass.write(folder, true);
    key(FIRST);
  }

  /** The key of the configuration, in a file. */
  private void key(String key) throws IOException {
    keyFile("key", key);
    Path file = folder.resolve("chuyencan.yaml");
    Files.writeString(file, Files.readString(file).replace("key: khoa-rieng", "key_file: ./key"));
  }

  private Path keyFile(String name, String key) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, key + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private CommandLines.Result run(String command, String... more) {
    now = now.plusSeconds(60);
    return CommandLines.runAt(now, folder, command, more);
  }

  private CommandLines.Result rotate(String next, String... more) throws IOException {
    return run(
        "rotate-key",
        Stream.concat(
                Stream.of("--new-key-file", keyFile("next", next).toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Path wrapped() {
    return folder.resolve("warehouse/vault/secret.json");
  }

  private JsonNode wrappedSecret() throws IOException {
    return JSON.readTree(wrapped().toFile());
  }

  private void refused(int status, String begin, String... command) {
    assertThat(
            run(command[0], Stream.of(command).skip(1).toArray(String[]::new))
                .refused(status)
                .notes())
        .startsWith(begin);
  }

  @Test
  void nothingChangesButTheKey() throws IOException {
    run("run", "--as-of", EARLY).done();
    CommandLines.Result first = rotate(SECOND, "--reason", "nhân viên thôi việc").done();
    assertThat(first.out())
        .contains("is now under the key named " + wrappedSecret().get("key_name").asText())
        .contains(", number 2.\n");
    assertThat(first.notes()).contains("remains its first key");
    assertThat(Files.getPosixFilePermissions(wrapped()))
        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    assertThat(Files.getPosixFilePermissions(wrapped().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(StoredBytes.find(folder.resolve("warehouse"), List.of(FIRST, SECOND), List.of()))
        .as("neither key nor secret lies in plain words")
        .isEmpty();

    for (String command : List.of("run", "retain", "identities", "verify", "lists")) {
      refused(3, "E3023: ", command);
    }
    refused(3, "E3023: ", "explain", "--learner", "HV02");
    refused(3, "E3023: ", "forget", "--learner", SecretClass.SECRET, "--yes");
    refused(3, "E3023: ", "validate", "--connect");
    assertThat(run("status").done().out()).contains("rotate-key");

    key(SECOND);
    run("run", "--as-of", LATE).done();
    assertThat(digest(folder)).isEqualTo(undisturbed);
    assertThat(rotate(THIRD).done().out()).contains(", number 3.\n");
    refused(3, "E3023: ", "run");
    key(THIRD);
    assertThat(run("verify").done().out()).contains("All are as they were published.");
    String early =
        Files.readAllLines(folder.resolve("published/ledger.csv")).get(1).split(",", -1)[1];
    assertThat(run("verify", "--run", early).done().out()).contains("\nEqual: ");
    assertThat(run("explain", "--learner", "HV02").done().out()).contains("Trần Mở");

    Path log = folder.resolve("warehouse/vault").resolve(AccessLog.FILE);
    assertThat(Files.readString(log))
        .contains("\"command\":\"rotate-key\"", "\"reason\":\"nhân viên thôi việc\"");
    assertThat(AccessLog.look(log).broken()).isEmpty();
    List<String> steps =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("rotate-key"))
            .map(
                line ->
                    line.replaceFirst(".*\"generation\":\"(\\d)\".*\"step\":\"(\\w+)\".*", "$1 $2"))
            .toList();
    assertThat(steps).containsExactly("2 begins", "2 done", "3 begins", "3 done");
  }

  @Test
  void whoWasErasedStaysErased() throws IOException {
    run("run", "--as-of", EARLY).done();
    run("forget", "--learner", SecretClass.SECRET, "--yes").done();
    rotate(SECOND).done();
    key(SECOND);
    Files.copy(folder.resolve("statements/one.ndjson"), folder.resolve("statements/again.ndjson"));
    assertThat(run("run", "--as-of", LATE).done().notes())
        .contains("a register still tells of erased persons, delete the lines: learner.csv 3");
    List<String> words = List.of(SecretClass.SECRET, SecretClass.SECRET_NAME, "mat.account");
    assertThat(StoredBytes.find(folder.resolve("warehouse"), words, List.of())).isEmpty();

    // Who is erased after a rotation is known again after the next one.
    run("forget", "--learner", "HV02", "--yes", "--also-decisions").done();
    rotate(THIRD).done();
    key(THIRD);
    Files.copy(folder.resolve("statements/one.ndjson"), folder.resolve("statements/more.ndjson"));
    run("ingest").done();
    assertThat(
            StoredBytes.find(folder.resolve("warehouse"), List.of("mo.account", "HV02"), List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "wrap", "name", "end"})
  void whatBrokeOffIsDoneByTheSameCommand(String at) throws IOException {
    run("run", "--as-of", EARLY).done();
    Configuration configuration =
        ConfigurationLoader.load(folder.resolve("chuyencan.yaml"), name -> null);
    KeyRotation.Request request =
        new KeyRotation.Request(OperatorKey.of("lop", SECOND), false, "DPO", null, now);
    assertThatThrownBy(
            () ->
                new Execution(1, Optional.empty(), Map.of())
                    .during(
                        workers ->
                            new KeyRotation(configuration, workers, request)
                                .run(
                                    step -> {
                                      if (step.equals(at)) {
                                        throw new IllegalStateException("killed at " + step);
                                      }
                                    })))
        .hasMessage("killed at " + at);
    boolean done = List.of("name", "end").contains(at);
    key(done ? FIRST : SECOND);
    run("identities").refused(3);
    key(done ? SECOND : FIRST);
    run("identities").done();
    key(FIRST);
    assertThat(rotate(SECOND).done().out()).contains(", number 2.\n");
    refused(3, "E3023: ", "identities");
    key(SECOND);
    assertThat(run("verify").done().out()).contains("All are as they were published.");
    run("run", "--as-of", LATE).done();
    assertThat(digest(folder)).isEqualTo(undisturbed);
  }

  @Test
  void anotherKeyIsRefusedBeforeEverybodyBecomesAStranger() throws IOException {
    run("run", "--as-of", EARLY).done();
    key("mot-khoa-khac-han");
    refused(3, "E3024: ", "run", "--as-of", LATE);
    refused(3, "E3024: ", "explain", "--learner", "HV02");
    assertThat(rotate(SECOND).refused(3).notes()).startsWith("E3024: ");
    assertThat(wrapped()).doesNotExist();
    key(FIRST);
    run("identities").done();
  }

  @ParameterizedTest
  @CsvSource({"ngan,E2120", FIRST + "-" + FIRST + ",E2121"})
  void anUnfitKeyIsRefused(String next, String error) throws IOException {
    key(FIRST + "-" + FIRST);
    assertThat(rotate(next).refused(2).notes()).startsWith(error + ": ");
    assertThat(wrapped()).doesNotExist();
  }

  @Test
  void theNewKeyIsNobodyElses() throws IOException {
    Path open = keyFile("open", SECOND);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    refused(3, "E3020: ", "rotate-key", "--new-key-file", open.toString());
    refused(3, "E3005: ", "rotate-key", "--new-key-env", "CHUYENCAN_NOT_SET_ANYWHERE");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @Test
  void aLostOrDamagedSecretIsTold() throws IOException {
    run("run", "--as-of", EARLY).done();
    rotate(SECOND).done();
    key(SECOND);
    byte[] whole = Files.readAllBytes(wrapped());
    Files.delete(wrapped());
    refused(5, "E5123: the secret of the warehouse ", "run", "--as-of", LATE);
    assertThat(rotate(THIRD).refused(5).notes()).startsWith("E5123: ");
    Files.createDirectory(wrapped());
    refused(5, "E5122: ", "run", "--as-of", LATE);
    Files.delete(wrapped());
    Files.write(wrapped(), new byte[] {'{'});
    refused(5, "E5122: ", "run", "--as-of", LATE);
    ObjectNode changed = (ObjectNode) JSON.readTree(whole);
    changed.put("generation", 7);
    JSON.writeValue(wrapped().toFile(), changed);
    refused(5, "E5122: ", "run", "--as-of", LATE);
    assertThat(rotate(THIRD).refused(5).notes()).startsWith("E5122: ").contains("changed");
    Files.write(wrapped(), whole);
    run("identities").done();
  }

  @Test
  void aDrawnSecretIsNoKeyThatAnybodyHad() throws IOException {
    CommandLines.Result drawn = rotate(SECOND, "--draw-secret").done();
    assertThat(drawn.notes()).doesNotContain("remains its first key");
    assertThat(wrappedSecret().get("drawn").asBoolean()).isTrue();
    refused(3, "E3023: ", "run", "--as-of", EARLY);
    key(SECOND);
    run("run", "--as-of", LATE).done();
    assertThat(digest(folder)).as("no published figure depends on it").isEqualTo(undisturbed);
    assertThat(rotate(THIRD).done().notes()).doesNotContain("remains its first key");
    key(THIRD);
    assertThat(run("verify", "--run", "latest").done().out()).contains("\nEqual: ");
    assertThat(rotate(FIRST + FIRST, "--draw-secret").refused(2).notes()).startsWith("E2122: ");
  }
}
