package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.xapi.rules.XapiVersion;

/** The fast path tells just what the reference tells, and most statements take it. */
class FastPathTest {
  @TempDir Path folder;

  static Stream<ScanOptions> options() {
    return Stream.of(
        Scans.strict(),
        Scans.lenient(),
        Scans.strict().withUnversioned(XapiVersion.V1_0_3),
        Scans.lenient().withZone(ZoneId.of("Asia/Ho_Chi_Minh")),
        Scans.lenient()
            .withRange(
                Instant.parse("2021-12-01T00:00:00Z"), Instant.parse("2026-09-20T00:00:00Z")),
        ScanOptions.of(ScanMode.LENIENT, Scans.SECRET, Instant.parse("2026-09-20T00:00:00Z")),
        Scans.lenient().withLineLimit(1_500),
        Scans.fingerprinting());
  }

  @ParameterizedTest
  @MethodSource("options")
  void theConformanceCases(ScanOptions options) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String suite : List.of("1.0.3", "2.0")) {
      for (String line : Scans.lines("conformance-cases-" + suite + ".jsonl.gz")) {
        JsonNode statement = Samples.JSON.readTree(line).get("statement");
        lines.append(statement).append('\n');
        if (statement instanceof ObjectNode object && !object.has("stored")) {
          object.put("stored", "2026-09-07T00:00:00Z");
          lines.append(object).append('\n');
        }
        // Without this the fast path would give up after so many in a row that it cannot take.
        lines.append(Samples.statement(lines.length())).append('\n');
      }
    }
    BothPaths.same(file(lines.toString()), options);
  }

  @ParameterizedTest
  @MethodSource("options")
  void theSamples(ScanOptions options) throws Exception {
    for (String sample : List.of("logstore-sample.jsonl.gz", "fun-mooc-sample.jsonl.gz")) {
      String lines = String.join("\n", Scans.lines(sample));
      // Twice, so that all is known the second time.
      BothPaths.same(file(lines + "\n" + lines), options);
    }
  }

  @Test
  void theSamplesTakeTheFastPath() throws Exception {
    BothPaths.Told logstore =
        BothPaths.same(
            file(String.join("\n", Scans.lines("logstore-sample.jsonl.gz"))), Scans.lenient());
    assertThat(logstore.fast).isGreaterThan(logstore.counts.read() * 95 / 100);
    BothPaths.Told video =
        BothPaths.same(
            file(String.join("\n", Scans.lines("fun-mooc-sample.jsonl.gz"))), Scans.lenient());
    assertThat(video.fast).isGreaterThan(video.counts.read() * 95 / 100);
  }

  @Test
  void allOfTheSharedData() {
    BothPaths.same(RealDataTest.shared("logstore-xapi-sample.jsonl.gz"), Scans.strict());
    for (String name :
        List.of("logstore-xapi-sample.jsonl.gz", "fun-mooc-video-statements.jsonl.gz")) {
      BothPaths.Told told = BothPaths.same(RealDataTest.shared(name), Scans.lenient());
      assertThat(told.fast).as(name).isGreaterThan(told.counts.read() * 95 / 100);
    }
  }

  /** When the tables of what is remembered are full they are emptied, and nothing changes. */
  @Test
  void moreThanIsRemembered() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 70_000; i++) {
      lines
          .append("{\"actor\":{\"mbox\":\"mailto:a")
          .append(i % 40_000)
          .append("@x.vn\"},\"verb\":{\"id\":\"urn:v:")
          .append(i % 5_000)
          .append("\"},\"object\":{\"id\":\"urn:o:")
          .append(i)
          .append("\"},\"timestamp\":\"2026-01-01T00:00:00Z\"}\n");
    }
    BothPaths.Told told = BothPaths.same(file(lines.toString()), Scans.strict());
    assertThat(told.fast).isEqualTo(70_000);
  }

  private Path file(String content) throws Exception {
    Path file = Files.createTempFile(folder, "both", ".jsonl");
    return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
