package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.StoredBytes;

/** What tells who somebody is lies in the vault, and whoever looks at names is noted there. */
class VaultTest {
  @TempDir private Path folder;

  private CommandLines.Result run(String command, String... more) {
    return CommandLines.runAt(CommandLines.NOW, folder, command, more);
  }

  /** The permissions that folders and files beneath have. */
  private static Set<String> permissions(Path vault) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(vault)) {
      for (Path path : all.toList()) {
        found.add(
            (Files.isDirectory(path) ? "d" : "-")
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return found;
  }

  @Test
  void aSpoolThatStoodOpenIsClosedAndThatIsTold() throws IOException {
    CommandLines.write(
        folder,
        "chuyencan.yaml",
        """
        institution: {id: lop, name: Trường Lớp}
        warehouse: ./warehouse
        publish: ./published
        sources:
          - {id: lrs, kind: lrs, url: "http://127.0.0.1:9/xapi", user: u, password: p, spool: ./answers,
             max_retries: 0}
        policies: [flipped-classroom]
        """);
    Path spool = CommandLines.write(folder, "answers/pull-00000001/a.ndjson.gz", "").getParent();
    Path answers = spool.getParent();
    Files.setPosixFilePermissions(answers, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        spool.resolve("a.ndjson.gz"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run("measure", "--as-of", "2026-09-20").notes())
        .contains("the spool stood open to others and is closed now (0700): " + answers);
    assertThat(permissions(answers)).containsExactly("-rw-------", "drwx------");
    assertThat(run("measure", "--as-of", "2026-09-20").notes()).doesNotContain("stood open");
  }

  /** How each command that has the option is made to show names. */
  private static final Map<String, List<String>> SHOWING =
      Map.of("query", List.of("SELECT 1"), "simulate", List.of("--set", "minutes_required=600"));

  @Test
  void everyCommandThatShowsNamesOnDemandNotesIt() throws IOException {
    assertThat(
            Chuyencan.described().getSubcommands().entrySet().stream()
                .filter(
                    command -> command.getValue().getCommandSpec().findOption("--names") != null)
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(SHOWING.keySet());
    SecretClass.write(folder, true);
    run("run", "--as-of", "2026-09-20").done();
    SparkSessions.shared();
    Path log = folder.resolve("warehouse/vault").resolve(AccessLog.FILE);
    int lines = 0;
    for (Map.Entry<String, List<String>> command : new TreeMap<>(SHOWING).entrySet()) {
      String[] words = command.getValue().toArray(String[]::new);
      run(command.getKey(), words).done();
      assertThat(Files.exists(log) ? Files.readAllLines(log) : List.of()).hasSize(lines);

      run(
              command.getKey(),
              Stream.concat(Stream.of("--names", "--purpose", "thanh tra"), Stream.of(words))
                  .toArray(String[]::new))
          .done();
      lines++;
      assertThat(Files.readAllLines(log))
          .hasSize(lines)
          .last()
          .asString()
          .contains("\"command\":\"" + command.getKey() + "\"", "\"purpose\":\"thanh tra\"");
    }
  }

  @Test
  void isClosedHoldsTheIdentifiersAndKnowsWhoLooked() throws IOException {
    SecretClass.write(folder, true);
    Path vault = folder.resolve("apart/vault");
    Files.writeString(
        folder.resolve("chuyencan.yaml"),
        Files.readString(folder.resolve("chuyencan.yaml")) + "vault: {path: ./apart/vault}\n");
    run("run", "--as-of", "2026-09-20").done();
    assertThat(permissions(vault)).containsExactly("-rw-------", "drwx------");
    List<String> identifiers = List.of(SecretClass.SECRET_MAIL, "mat.account");
    assertThat(StoredBytes.find(vault, identifiers, List.of())).isNotEmpty();
    assertThat(StoredBytes.find(folder.resolve("warehouse"), identifiers, List.of())).isEmpty();
    assertThat(StoredBytes.find(folder.resolve("published"), identifiers, List.of())).isEmpty();

    Files.setPosixFilePermissions(vault, PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(run("run", "--as-of", "2026-09-21").done().notes())
        .contains("the vault stood open to others and is closed now (0700): " + vault);
    assertThat(permissions(vault)).containsExactly("-rw-------", "drwx------");

    run("explain", "--learner", "HV02", "--purpose", "khiếu nại 7").done();
    run("identities").done();
    run("lists", "--course", SecretClass.COURSE).done();
    Path log = vault.resolve(AccessLog.FILE);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith(
            "{\"at\":\"2026-12-01T03:04:05Z\",\"user\":\""
                + System.getProperty("user.name")
                + "\",\"command\":\"explain\",\"learner\":\""
                + Tombstones.of("khoa-rieng".getBytes(StandardCharsets.UTF_8), List.of())
                    .hash(Tombstones.Kind.LEARNER, "HV02")
                + "\",\"purpose\":\"khiếu nại 7\",");
    assertThat(AccessLog.look(log).broken()).isEmpty();
    assertThat(run("verify").done().out()).endsWith("The access log hangs together.\n");
    assertThat(permissions(vault)).containsExactly("-rw-------", "drwx------");
    Files.write(log, List.of(lines.get(0), lines.get(2)));
    assertThat(AccessLog.look(log).broken()).containsExactly(2);
    CommandLines.Result told = run("verify");
    assertThat(told.status()).isEqualTo(4);
    assertThat(told.out())
        .contains(
            "All are as they were published.", "E4032 " + log + ":2: ", "backup of the vault");
    assertThat(run("verify", "--json").out())
        .contains("\"holds\" : false", "\"broken_lines\" : [ 2 ]", "\"unreadable_lines\" : [ ]");
    // The machine broke down while the next line was written.
    Files.writeString(log, lines.get(0) + "\n{\"at\":");
    assertThat(run("verify").done().out()).contains("Access log: line 2 is not whole");
    run("identities").done();
    assertThat(run("verify").done().out())
        .contains("line 2 is not whole", "The access log hangs together.");

    Files.delete(log);
    Files.createDirectory(log);
    assertThat(run("explain", "--learner", "HV02").refused(5).notes())
        .startsWith("E5121: nothing is shown: the access log in the vault " + vault);
  }
}
