package vn.chuyencan.job.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.Vault;
import vn.chuyencan.testing.TestWorkers;

/** A chain of lines that survives a power cut and lines of any length. */
class AccessLogTest {
  private static final Instant AT = Instant.parse("2026-12-01T03:04:05Z");

  @TempDir private Path folder;

  private Path file;
  private AccessLog log;

  @BeforeEach
  void open() {
    Path vault = folder.resolve("vault");
    file = vault.resolve(AccessLog.FILE);
    log =
        new AccessLog(
            new Vault(vault.toString(), TestWorkers.shared().hadoop()),
            TestWorkers.shared().hadoop());
  }

  private void note(String sql) {
    log.note(AT, "an", "query", Map.of("sql", sql));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void afterALineThatIsLeftHalfTheNextIsWholeAndTheHalfOneIsTold() throws IOException {
    note("select 1");
    note("select 'Hà Nội'");
    byte[] whole = Files.readAllBytes(file);
    byte[] letter = "à".getBytes(StandardCharsets.UTF_8);
    int within = whole.length;
    while (whole[within - 1] != letter[0]) {
      within--;
    }
    Files.write(file, Arrays.copyOf(whole, within));

    note("select 3");
    note("select 4");

    assertThat(lines()).hasSize(4);
    assertThat(lines().get(2)).startsWith("{\"at\":").contains("select 3").endsWith("\"}");
    assertThat(AccessLog.look(file).broken()).isEmpty();
    assertThat(AccessLog.look(file).unreadable()).as("the half line").containsExactly(2);
  }

  @Test
  void aLineThatLacksOnlyItsEndIsWhole() throws IOException {
    note("select 1");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    note("select 2");

    assertThat(lines()).hasSize(2);
    assertThat(AccessLog.look(file).broken()).isEmpty();
  }

  @Test
  void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException {
    note("select 1");
    note("x".repeat(200_000));
    note("select 3");

    assertThat(AccessLog.look(file).broken()).isEmpty();
    List<String> changed = lines();
    changed.set(1, changed.get(1).replaceFirst("xx", "xy"));
    Files.write(file, changed);
    assertThat(AccessLog.look(file).broken()).containsExactly(3);
  }

  @Test
  void whatIsNoLineOfTheLogIsTold() throws IOException {
    note("select 1");
    Files.writeString(file, Files.readString(file) + "\nnothing\n");

    note("select 2");

    assertThat(AccessLog.look(file).broken()).containsExactly(2);
    assertThat(AccessLog.look(file).unreadable()).containsExactly(3);
  }
}
