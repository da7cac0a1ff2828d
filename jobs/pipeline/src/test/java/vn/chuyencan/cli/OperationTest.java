package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.job.operation.PrometheusText;

/** What runs leave behind for whoever operates them, and what {@code status} tells of it. */
class OperationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path place;

  private CommandLines.Result command(String name, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(name);
    arguments.addAll(
        List.of("--config", place.resolve("chuyencan.yaml").toString(), "--lang", "en"));
    arguments.addAll(List.of(more));
    return CommandLines.run(arguments.toArray(String[]::new));
  }

  private void configure() {
    CommandLines.configuration(
        place,
        "policies: [flipped-classroom]\nmetrics: {textfile: ./metrics/chuyencan.prom}\n"
            + "on_failure: {command: [sh, -c, 'cat > told']}\n"
                .replace("> told", "> " + place.resolve("told")));
    CommandLines.write(place, "statements/one.ndjson", CommandLines.STATEMENT);
  }

  private Map<String, BigDecimal> metrics() throws IOException {
    return PrometheusText.read(Files.readString(place.resolve("metrics/chuyencan.prom")));
  }

  private static String metric(String name) {
    return "chuyencan_" + name + "{institution=\"hvsp\"}";
  }

  private JsonNode status() throws IOException {
    return JSON.readTree(command("status", "--json").done().out());
  }

  private List<JsonNode> log() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(place.resolve("warehouse/_chuyencan/log"))) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    return lines;
  }

  private String csv(String table) throws IOException {
    return Files.readString(place.resolve("published/latest/csv/" + table + ".csv"));
  }

  @Test
  void everyRunIsOnRecordHoweverItEnds() throws IOException {
    configure();
    assertThat(command("status").done().out()).contains("Nothing was published yet", "No run");
    assertThat(place.resolve("warehouse")).doesNotExist();

    command("run", "--as-of", "2026-09-08").done();
    assertThat(log().stream().map(line -> line.path("step").asText()))
        .containsExactly("run", "ingest lms", "measure", "decide", "gate", "publish", "run");
    assertThat(log())
        .allSatisfy(
            line -> {
              assertThat(Instant.parse(line.path("time").asText())).isEqualTo(CommandLines.NOW);
              assertThat(line.path("run").asText()).startsWith("2026-12-01T030405Z-");
              assertThat(line.path("as_of").asText()).isEqualTo("2026-09-08");
            });
    assertThat(log().get(1).at("/counts/accepted").asLong()).isEqualTo(1);
    assertThat(log().get(2).at("/counts/first_time.course_runs").asLong()).isEqualTo(1);
    assertThat(metrics())
        .containsEntry(metric("last_run_exit_status"), BigDecimal.ZERO)
        .containsEntry(metric("gate_open"), BigDecimal.ONE);
    BigDecimal success = metrics().get(metric("last_success_timestamp_seconds"));
    assertThat(success).isEqualByComparingTo(Long.toString(CommandLines.NOW.getEpochSecond()));
    String digest =
        JSON.readTree(Files.readString(place.resolve("published/latest/manifest.json")))
            .path("digest")
            .asText();

    // A run that fails before the lake is opened.
    CommandLines.write(
        place, "registers/learner.csv", "learner_id,full_name\nHV1,\nNguyễn Văn Bí Mật\n");
    assertThat(command("run", "--as-of", "2026-09-08").status()).isEqualTo(3);
    Files.delete(place.resolve("registers/learner.csv"));
    assertThat(metrics())
        .containsEntry(metric("last_run_exit_status"), new BigDecimal("3"))
        .containsEntry(metric("last_success_timestamp_seconds"), success)
        .containsEntry(
            "chuyencan_runs_total{institution=\"hvsp\",status=\"failed\"}", BigDecimal.ONE);
    assertThat(Files.readString(place.resolve("told")))
        .contains("→ 3 (failed", "E31", "learner.csv")
        .doesNotContain("Bí Mật");
    assertThat(log().get(log().size() - 1).toString()).doesNotContain("Bí Mật");

    // One that was killed: it says that it runs, and nobody does.
    Path runs = place.resolve("warehouse/_chuyencan/runs");
    String first;
    try (Stream<Path> files = Files.list(runs)) {
      first =
          Files.readString(
              files.filter(file -> !file.toString().endsWith("-2.json")).findFirst().orElseThrow());
    }
    CommandLines.write(
        place,
        "warehouse/_chuyencan/runs/2026-12-01T020000Z-9.json",
        first
            .replaceAll("\"run_id\":\"[^\"]*\"", "\"run_id\":\"2026-12-01T020000Z-9\"")
            .replace("\"status\":\"done\",\"exit\":0", "\"status\":\"running\",\"exit\":null")
            .replaceAll("\"process\":\\d+", "\"process\":99999999")
            .replaceAll("\"in_history\":true", "\"in_history\":false"));
    assertThat(status().path("runs").findValuesAsText("status"))
        .as(Files.readString(runs.resolve("2026-12-01T020000Z-9.json")))
        .contains("killed");
    command("run", "--as-of", "2026-09-08").done();
    command("run", "--as-of", "2026-09-08").done();
    assertThat(
            csv("run_history")
                .lines()
                .skip(1)
                .map(
                    line ->
                        line.substring(0, line.indexOf(','))
                            + " "
                            + line.replaceAll(
                                ".*Z,(done|failed|killed),.*|.*,(killed),.*", "$1$2")))
        .anyMatch(line -> line.equals("2026-12-01T020000Z-9 killed"))
        .anyMatch(line -> line.endsWith(" failed"))
        .anyMatch(line -> line.endsWith(" done"))
        .hasSize(4);
    assertThat(
            JSON.readTree(Files.readString(place.resolve("published/latest/manifest.json")))
                .path("digest")
                .asText())
        .as("what is on record is no part of the digest")
        .isEqualTo(digest);
  }

  @Test
  void statusTellsWhatItCanOfALockedAndOfABrokenWarehouse() throws IOException {
    configure();
    command("run", "--as-of", "2026-09-08").done();
    CommandLines.write(
        place,
        "warehouse/_chuyencan/lock",
        ProcessHandle.current().pid() + "\nother-host\n2026-11-30T03:04:05Z\n");
    JsonNode locked = status();
    assertThat(locked.at("/lock/host").asText()).isEqualTo("other-host");
    assertThat(locked.at("/lock/seconds").asLong()).isEqualTo(86_400);
    assertThat(locked.at("/publication/as_of").asText()).isEqualTo("2026-09-08");
    assertThat(locked.path("missing_nights")).hasSize(83);
    assertThat(locked.at("/sources/lms/accepted").asLong()).isEqualTo(1);
    assertThat(locked.at("/gate/open").asBoolean()).isTrue();
    assertThat(command("run", "--as-of", "2026-09-09").status()).isEqualTo(6);
    assertThat(metrics()).containsEntry(metric("last_run_exit_status"), new BigDecimal("6"));
    assertThat(command("status").done().out())
        .contains("holds it since", "failed 6 E6000\n", "83 nights are missing");

    CommandLines.write(place, "warehouse/_chuyencan/state.json", "{");
    CommandLines.write(place, "warehouse/_chuyencan/lock", "?");
    JsonNode broken = status();
    assertThat(broken.path("troubles")).hasSize(2);
    assertThat(broken.path("runs")).hasSize(2);
    assertThat(
            CommandLines.run("status", "--config", place.resolve("chuyencan.yaml").toString())
                .done()
                .out())
        .contains("không đọc được")
        .doesNotContain("không ai giữ");
  }

  /** Who lost only the link must not be told that nothing was ever published. */
  @Test
  void statusTellsThatOnlyLatestIsGone() throws IOException {
    configure();
    assertThat(command("status").done().out()).contains("Nothing was published yet.");
    command("run", "--as-of", "2026-09-07").done();
    command("run", "--as-of", "2026-09-08").done();
    assertThat(status().path("without_latest").isNull()).isTrue();
    Path latest = place.resolve("published/latest");
    String newest =
        place.resolve("published").toRealPath().relativize(latest.toRealPath()).toString();
    Files.delete(latest);

    assertThat(status().path("without_latest").asText()).isEqualTo(newest);
    assertThat(command("status").done().out())
        .contains("the last one " + newest + ", and no latest", "ln -s " + newest + " latest")
        .doesNotContain("Nothing was published yet.");
    assertThat(
            CommandLines.run("status", "--config", place.resolve("chuyencan.yaml").toString())
                .done()
                .out())
        .contains("bản sau cùng là " + newest, "ln -s " + newest + " latest");

    // What it advises is what helps.
    Files.createSymbolicLink(latest, Path.of(newest));
    assertThat(status().at("/publication/as_of").asText()).isEqualTo("2026-09-08");
  }

  @Test
  void aSpoiltListOfPublicationsIsToldWithItsPlace() throws IOException {
    configure();
    command("run", "--as-of", "2026-09-07").done();
    Path ledger = place.resolve("published/ledger.csv");
    byte[] good = Files.readAllBytes(ledger);
    Files.write(ledger, new byte[] {'\n', (byte) 0xFF, 0}, StandardOpenOption.APPEND);

    CommandLines.Result night = command("run", "--as-of", "2026-09-08").refused(5);
    assertThat(night.notes())
        .contains(
            "E5118 " + ledger + ":3: the list of publications cannot be read: ",
            "Bring this file back from a backup")
        .as("told before the work, not after it")
        .doesNotContain(" measure");
    assertThat(place.resolve("published/latest").toRealPath()).exists();
    assertThat(command("verify").refused(5).notes()).startsWith("E5118 ");

    Files.write(ledger, good);
    command("run", "--as-of", "2026-09-08").done();
    assertThat(command("verify").done().out()).contains("Chain of publications: 2");
  }

  @Test
  void whatCannotBeWrittenDoesNotStopANight() throws IOException {
    configure();
    CommandLines.write(place, "warehouse/_chuyencan/log", "no folder");
    CommandLines.write(place, "metrics", "no folder");
    CommandLines.Result night = command("run", "--as-of", "2026-09-08").done();
    assertThat(night.notes().lines().filter(line -> line.startsWith("E5095")))
        .hasSize(2)
        .anyMatch(line -> line.contains(place.resolve("warehouse/_chuyencan/log").toString()))
        .anyMatch(line -> line.contains(place.resolve("metrics/chuyencan.prom").toString()));
  }
}
