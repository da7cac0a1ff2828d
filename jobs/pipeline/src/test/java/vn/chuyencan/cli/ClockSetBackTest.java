package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of this machine stands before what the last night left. */
class ClockSetBackTest {
  private static final Duration AHEAD = Duration.ofHours(30);

  @TempDir private Path folder;

  private CommandLines.Result night(String asOf) {
    return CommandLines.run(
        "run",
        "--lang",
        "en",
        "--as-of",
        asOf,
        "--config",
        CommandLines.configuration(folder, "").toString());
  }

  @Test
  void isToldBeforeAnythingIsRead() throws IOException {
    CommandLines.write(folder, "statements/one.ndjson", CommandLines.STATEMENT);
    night("2026-09-08").done();
    Path state = folder.resolve("warehouse/_chuyencan/state.json");
    FileTime written = Files.getLastModifiedTime(state);
    byte[] before = Files.readAllBytes(state);
    // As if the clock had stood so far ahead then.
    Files.setLastModifiedTime(state, FileTime.from(written.toInstant().plus(AHEAD)));

    CommandLines.Result refused = night("2026-09-09").refused(5);

    assertThat(refused.notes())
        .contains("E5126: the clock")
        .contains(" " + written.toInstant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS) + ",");
    assertThat(Files.readAllBytes(state)).isEqualTo(before);
    assertThat(folder.resolve("published/2026-09-09")).doesNotExist();

    Files.setLastModifiedTime(state, written);
    assertThat(night("2026-09-09").done().notes()).doesNotContain("recovered");
  }

  /** A server of files that goes by a clock of its own does not show it. */
  @Test
  void isToldWhereOnlyTablesShowIt() throws IOException {
    CommandLines.write(folder, "statements/one.ndjson", CommandLines.STATEMENT);
    night("2026-09-08").done();
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".metadata.json")).toList()) {
        String metadata = Files.readString(file);
        Files.writeString(
            file,
            Pattern.compile("(\"(?:last-updated|timestamp)-ms\" ?: ?)(\\d+)")
                .matcher(metadata)
                .replaceAll(
                    time -> time.group(1) + (Long.parseLong(time.group(2)) + AHEAD.toMillis())));
      }
    }

    assertThat(night("2026-09-09").refused(5).notes()).contains("E5126: the clock");
  }
}
