package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** Pulls from an LRS that keeps to the standard. */
class LrsPullTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00.123456789Z");

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();

  @AfterEach
  void stop() {
    lrs.close();
  }

  private void fill(int statements) {
    for (int i = 0; i < statements; i++) {
      Instant stored = FIRST.plusSeconds(60L * lrs.content.size());
      lrs.store(stored, stored.minusSeconds(30));
    }
  }

  private LrsSettings settings() {
    return LrsSettings.of("lrs", lrs.url()).limit(40).build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 1000})
  void everyStatementComesAsItIs(int pageSize) {
    lrs.pageSize = pageSize;
    fill(95);
    Pulls pulls = new Pulls(folder);

    LrsPulled pulled = pulls.night(settings());

    assertThat(Pulls.lines(pulled.folder()))
        .containsExactlyElementsOf(lrs.content.stream().map(FakeLrs.Stored::json).toList());
    assertThat(pulled.statements()).isEqualTo(95);
    assertThat(pulled.pages()).isEqualTo(lrs.requests.size());
    assertThat(pulled.isEmpty()).isFalse();
    assertThat(Pulls.files(pulled.folder())).hasSizeGreaterThan(5);
    assertThat(pulls.waits).isEmpty();
    assertThat(pulled.next().stored()).isEqualTo(Instant.parse("2025-10-01T01:34:00.123456Z"));
  }

  @Test
  void theQuestionIsThatOfTheStandard() {
    fill(1);
    List<String> headers = new ArrayList<>();
    lrs.misbehaviour =
        (exchange, request) -> {
          headers.add(exchange.getRequestHeaders().getFirst("X-Experience-API-Version"));
          headers.add(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
          return false;
        };

    new Pulls(folder).night(settings());

    assertThat(FakeLrs.parameters(URI.create(lrs.requests.get(0))))
        .containsOnlyKeys("ascending", "attachments", "limit")
        .containsEntry("ascending", "true")
        .containsEntry("attachments", "false")
        .containsEntry("limit", "40");
    assertThat(headers).containsExactly("1.0.3", "gzip");
    assertThat(lrs.authorizations).containsExactly("null");
  }

  @Test
  void theNextNightAsksForTheOverlapAgain() {
    fill(100);
    Pulls pulls = new Pulls(folder);
    Path first = pulls.night(settings()).folder();
    List<String> kept = Pulls.lines(first);
    fill(20);

    LrsPulled second = pulls.night(settings());

    assertThat(lrs.sinces()).containsExactly("-", "2025-10-01T00:39:00.123Z");
    assertThat(second.statements()).isEqualTo(81);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(second.folder()).isNotEqualTo(first);
    assertThat(Pulls.lines(first)).isEqualTo(kept);
  }

  @Test
  void aNightWithoutNewsKeepsTheCursor() {
    fill(3);
    Pulls pulls = new Pulls(folder);
    Instant stored = pulls.night(settings()).next().stored();
    lrs.content.clear();

    LrsPulled none = pulls.night(settings());

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.next().stored()).isEqualTo(stored);
    assertThat(Pulls.files(none.folder())).isEmpty();
  }

  @Test
  void anEmptyLrsGivesNoCursorYet() {
    Pulls pulls = new Pulls(folder);
    assertThat(pulls.night(settings()).next().stored()).isNull();
    fill(2);
    pulls.night(settings());
    assertThat(lrs.sinces()).containsExactly("-", "-");
    assertThat(pulls.taken).hasSize(2);
  }

  @Test
  void nothingBeforeTheStartIsAskedForUntilTheStartMoves() {
    fill(100);
    Pulls pulls = new Pulls(folder);
    Instant start = Instant.parse("2025-10-01T01:00:00Z");
    pulls.night(LrsSettings.of("lrs", lrs.url()).since(start).build());
    pulls.night(LrsSettings.of("lrs", lrs.url()).since(start).build());
    assertThat(pulls.taken).hasSize(40);
    pulls.night(settings());

    assertThat(lrs.sinces()).containsExactly("2025-10-01T01:00:00Z", "2025-10-01T01:00:00Z", "-");
    assertThat(pulls.taken).hasSize(100);
  }

  @Test
  void anotherLrsIsReadFromItsBeginning() {
    fill(10);
    Pulls pulls = new Pulls(folder);
    pulls.night(settings());
    try (FakeLrs moved = new FakeLrs()) {
      moved.store(FIRST.minusSeconds(86_400 * 9), FIRST.minusSeconds(86_400 * 9));
      LrsPulled pulled = pulls.night(LrsSettings.of("lrs", moved.url()).build());

      assertThat(moved.sinces()).containsExactly("-");
      assertThat(pulled.statements()).isEqualTo(1);
      assertThat(pulled.next().pulls()).isEqualTo(2);
    }
  }

  /** What a pull without commit left is no part of the next one. */
  @Test
  void aPullWithoutCommitIsForgotten() throws IOException {
    fill(60);
    Pulls pulls = new Pulls(folder);
    Path left = pulls.pull(settings()).folder();
    Files.writeString(left.resolve(".statements-00099.part"), "half");
    Files.writeString(left.resolve("statements-00099.ndjson.gz"), "old");
    Files.createDirectories(folder.resolve("pull-00000007/deep"));
    Files.writeString(folder.resolve("notes"), "mine");
    lrs.content.remove(0);

    Path again = pulls.pull(settings()).folder();

    assertThat(again).isEqualTo(left);
    assertThat(Pulls.lines(again)).hasSize(59);
    assertThat(folder.resolve("pull-00000007")).doesNotExist();
    assertThat(folder.resolve("notes")).exists();
    assertThat(lrs.sinces()).containsExactly("-", "-");
  }

  @Test
  void theCursorIsNeverLaterThanWhatTheServerCallsComplete() {
    fill(50);
    lrs.headers.put("X-Experience-API-Consistent-Through", "2025-10-01T07:20:00+07:00");
    LrsPulled pulled = new Pulls(folder).night(settings());
    assertThat(pulled.next().stored()).isEqualTo(Instant.parse("2025-10-01T00:20:00Z"));
    assertThat(pulled.consistentThrough()).isEqualTo(Instant.parse("2025-10-01T00:20:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-01-01T00:00:00Z", "", "gestern"})
  void aHeaderThatIsOfNoUseIsNotUsed(String header) {
    fill(2);
    lrs.headers.put("X-Experience-API-Consistent-Through", header);
    assertThat(new Pulls(folder).night(settings()).next().stored())
        .isEqualTo(Instant.parse("2025-10-01T00:01:00.123456Z"));
  }

  /** One statement from the future would hide all that is stored until then. */
  @Test
  void theCursorIsNeverLaterThanTheServersClock() {
    fill(2);
    lrs.store(Instant.parse("2999-01-01T00:00:00Z"), FIRST);
    assertThat(new Pulls(folder).night(settings()).next().stored())
        .isBefore(Instant.parse("2998-01-01T00:00:00Z"));
  }

  /** Where the server tells no time, this machine's clock is the end of what was seen. */
  @Test
  void norLaterThanOursWhereTheServerTellsNoTime() throws IOException {
    Instant future = Instant.parse("2999-01-01T00:00:00Z");
    String page = "{\"statements\":[" + LrsStatements.of(1, future, FIRST) + "],\"more\":\"\"}";
    try (ClocklessServer clockless = new ClocklessServer(page)) {
      LrsSettings settings = LrsSettings.of("lrs", clockless.url().toString()).build();
      assertThat(new Pulls(folder).night(settings).next().stored())
          .isBefore(Instant.parse("2998-01-01T00:00:00Z"));
    }
  }

  @Test
  void lineEndsBetweenPartsBecomeSpaces() {
    fill(3);
    lrs.body =
        text ->
            "\uFEFF"
                + text.replace("\"verb\":", "\r\n  \"verb\" :\n ")
                    .replace("{\"statements\"", "{\n\"x\":[{\"statements\":[1]}],\"statements\"");
    List<String> lines = Pulls.lines(new Pulls(folder).night(settings()).folder());
    assertThat(lines)
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("    \"verb\" :  {\"id\""));
    assertThat(lines.get(0).replace("    \"verb\" :  ", "\"verb\":"))
        .isEqualTo(lrs.content.get(0).json());
  }

  @Test
  void aPauseKeepsToTheRate() {
    fill(3);
    lrs.pageSize = 1;
    Pulls pulls = new Pulls(folder);
    LrsPatience slow =
        new LrsPatience(Duration.ofSeconds(5), Duration.ofSeconds(5), 0, LrsPatience.pauseOf(20));
    pulls.night(LrsSettings.of("lrs", lrs.url()).patience(slow).build());
    assertThat(pulls.waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
  }

  @Test
  void theScannerReadsTheSpool() throws Exception {
    lrs.pageSize = 17;
    fill(95);
    lrs.content.add(new FakeLrs.Stored(FIRST, FIRST, "17"));
    LrsPulled pulled = new Pulls(folder).night(settings());
    StatementScanner scanner =
        new StatementScanner(
            ScanOptions.of(
                ScanMode.LENIENT,
                "secret".getBytes(StandardCharsets.UTF_8),
                Instant.parse("2027-01-01T00:00:00Z")));
    Counter counter = new Counter();
    Configuration hadoop = new Configuration();
    for (InputSplit split : InputSplits.plan(hadoop, pulled.folder().toString(), 1 << 20)) {
      scanner.scan(split, hadoop, counter);
    }
    assertThat(counter.rejected).hasSize(1);
    assertThat(counter.accepted).isEqualTo(95);
  }

  private static final class Counter implements StatementSink {
    private int accepted;
    private final List<String> rejected = new ArrayList<>();

    @Override
    public void accepted(StatementRecord record) {
      accepted++;
    }

    @Override
    public void rejected(RejectedStatement rejection) {
      rejected.add(rejection.message());
    }

    @Override
    public void outOfScope(StatementRecord record) {
      throw new AssertionError("nothing is out of scope");
    }

    @Override
    public void actor(long key, ActorIdentity identity) {}

    @Override
    public void activity(long key, ActivityDescription description) {}

    @Override
    public void verb(long key, VerbDescription description) {}
  }
}
