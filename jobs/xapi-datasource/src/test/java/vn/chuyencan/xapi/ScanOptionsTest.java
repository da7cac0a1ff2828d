package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What travels to tasks, and what is refused before anything is read. */
class ScanOptionsTest {
  private static final Instant AT = Instant.parse("2026-09-07T00:00:00Z");

  @Test
  void wrongOptionsAreRefused() {
    assertThatThrownBy(() -> ScanOptions.of(ScanMode.STRICT, new byte[0], AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The actor secret is empty. Give at least one byte.");
    assertThatThrownBy(() -> Scans.strict().withRange(AT, AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The range 2026-09-07T00:00:00Z to 2026-09-07T00:00:00Z is empty.");
    assertThatThrownBy(() -> Scans.strict().withLineLimit(63))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it must lie between 64 and 1 GiB.");
    assertThatThrownBy(() -> Dialect.of("edx"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edx is no dialect; there are auto, logstore_xapi, open_edx, cmi5, plain.");
    assertThatThrownBy(() -> new ScanCounts(3, 1, 1, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Read 3 is not 1 + 1 + 0.");
    assertThatThrownBy(() -> new InputSplit("file:/x", 1, 10, 0, 5, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not lie in file:/x");
    assertThatThrownBy(() -> InputSplits.plan(Scans.HADOOP, "file:///", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The wanted length is 0 bytes.");
    assertThatThrownBy(() -> InputSplits.plan(Scans.HADOOP, "file:///there/is/nothing", 1))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("There is no file at file:///there/is/nothing");
  }

  @Test
  void optionsTravelAndKeepTheirSecretOutOfLogs() throws Exception {
    byte[] secret = {'s', 'e', 'c'};
    ScanOptions options =
        ScanOptions.of(ScanMode.LENIENT, secret, AT)
            .withZone(ZoneOffset.ofHours(7))
            .withDialect(Dialect.of("open_edx"));
    secret[0] = 'x';
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(options);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ScanOptions arrived = (ScanOptions) in.readObject();
      assertThat(arrived.actorSecret()).containsExactly('s', 'e', 'c');
      assertThat(arrived.zoneOfUnzonedTimestamps()).isEqualTo(ZoneOffset.ofHours(7));
      assertThat(arrived.dialect()).isEqualTo(Dialect.OPEN_EDX);
      assertThat(arrived.toString()).contains("LENIENT").doesNotContain("ecret");
    }
  }

  @Test
  void plainLinesAreCutAndNothingElse(@TempDir Path folder) throws Exception {
    byte[] lines =
        (Samples.statement(1) + "\n" + Samples.statement(2) + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path plain = Files.write(folder.resolve("plain"), lines);
    Path zipped = Files.write(folder.resolve("zipped"), Scans.gzip(lines));
    Path list = Files.writeString(folder.resolve("list"), "[\n" + Samples.statement(1) + "\n]");

    assertThat(plan(plain)).hasSize((lines.length + 99) / 100);
    assertThat(plan(plain).get(0).isWholeFile()).isFalse();
    assertThat(plan(zipped)).singleElement().matches(InputSplit::isWholeFile);
    assertThat(plan(list)).singleElement().matches(InputSplit::isWholeFile);
    assertThat(plan(plain)).last().matches(split -> split.end() == lines.length);
  }

  @Test
  void aFileThatVanishesIsAnErrorOfTheSource(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("gone"), Samples.statement(1).toString());
    InputSplit split = plan(file).get(0);
    Files.delete(file);

    assertThatThrownBy(
            () ->
                new StatementScanner(Scans.strict())
                    .scan(split, Scans.HADOOP, new Scans.Collected()))
        .isInstanceOf(FileNotFoundException.class);
  }

  private static List<InputSplit> plan(Path file) throws Exception {
    return InputSplits.plan(Scans.HADOOP, file.toUri().toString(), 100);
  }
}
