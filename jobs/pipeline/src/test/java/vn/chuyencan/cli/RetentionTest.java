package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.RetentionJob;
import vn.chuyencan.testing.StoredBytes;

/** {@code retention}: events go from the disk, measures stay, and nothing comes back. */
class RetentionTest {
  @TempDir private Path folder;

  private Instant now = CommandLines.NOW;

  private CommandLines.Result run(String command, String asOf) {
    now = now.plusSeconds(60);
    return CommandLines.runAt(
            now,
            command,
            "--config",
            folder.resolve("chuyencan.yaml").toString(),
            "--lang",
            "en",
            "--as-of",
            asOf)
        .done();
  }

  private JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("published/latest/manifest.json").toFile());
  }

  private List<String> events() {
    // Files of removals tell places only, and no event.
    return StoredBytes.find(
            folder.resolve("warehouse/chuyencan/learning_event/data"), List.of("PAR1"), List.of())
        .stream()
        .filter(file -> !file.contains("-deletes."))
        .toList();
  }

  private List<String> quoted() {
    return StoredBytes.find(
        folder.resolve("warehouse"), List.of("sha1sum is " + SecretClass.SECRET_MAIL), List.of());
  }

  @Test
  void deletesWholeMonthsAndLeavesMeasuresAlone() throws IOException {
    SecretClass.write(folder, true);
    run("run", "2026-10-20");
    assertThat(events()).isNotEmpty();
    String digest = manifest().get("digest").asText();
    assertThat(run("retain", "2026-10-20").out()).isEqualTo("Nothing is past its period.\n");

    Path configuration = folder.resolve("chuyencan.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            + "retention: {learning_event: 21d, rejected_record: 1d}\n");
    assertThat(run("retain", "2026-10-21").out()).isEqualTo("Nothing is past its period.\n");
    assertThat(events()).isNotEmpty();
    assertThat(quoted()).as("the message quotes the address").isNotEmpty();
    // A text that was refused in October is due in November.
    assertThat(run("retain", "2026-10-22").out()).isEqualTo("learning_event: deleted 188\n");
    assertThat(events()).isEmpty();
    assertThat(run("retain", "2026-11-02").out()).isEqualTo("rejected_record: deleted 4\n");
    assertThat(quoted()).isEmpty();

    Files.copy(folder.resolve("statements/one.ndjson"), folder.resolve("statements/again.ndjson"));
    run("run", "2026-10-22");
    assertThat(manifest().get("digest").asText()).isEqualTo(digest);
    assertThat(manifest().get("counts").get("out_of_scope").asLong()).isEqualTo(190);
    assertThat(events()).isEmpty();
  }

  /** What it would delete can be had from nowhere, and what it would leave out is read once. */
  @Test
  void aYearThatSomebodyMistypedDeletesNothing() throws IOException {
    SecretClass.write(folder, true);
    run("run", "2026-10-20");
    Path configuration = folder.resolve("chuyencan.yaml");
    Files.writeString(
        configuration, Files.readString(configuration) + "retention: {learning_event: 5y}\n");

    assertThat(run("retain", "2062-10-20").out()).isEqualTo("Nothing is past its period.\n");
    Files.writeString(folder.resolve("statements/new.ndjson"), CommandLines.STATEMENT);
    run("run", "2062-10-20");

    assertThat(events()).isNotEmpty();
    assertThat(manifest().get("counts").get("out_of_scope").asLong()).isZero();
  }

  @Test
  void whatAKilledRetentionLeftOnTheDiskGoesTheNextTime() throws IOException {
    SecretClass.write(folder, true);
    run("run", "2026-10-20");
    Path file = folder.resolve("chuyencan.yaml");
    Files.writeString(file, Files.readString(file) + "retention: {learning_event: 21d}\n");
    Configuration configuration = ConfigurationLoader.load(file, name -> null);
    now = now.plusSeconds(60);
    Nights nights = CommandLines.nights(now, LocalDate.parse("2026-10-22"));
    assertThatThrownBy(
            () ->
                nights.writing(
                    configuration,
                    night ->
                        RetentionJob.run(
                            night,
                            step -> {
                              throw new IllegalStateException("killed at " + step);
                            })))
        .hasMessage("killed at delete earlier snapshots");
    assertThat(events()).isNotEmpty();

    assertThat(run("retain", "2026-10-22").out()).isEqualTo("Nothing is past its period.\n");
    assertThat(events()).isEmpty();
    assertThat(run("retain", "2026-10-22").notes()).doesNotContain("delete earlier snapshots");
  }
}
