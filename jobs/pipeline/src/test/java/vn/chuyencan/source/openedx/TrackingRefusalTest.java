package vn.chuyencan.source.openedx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.source.openedx.Lines.line;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.rules.Reason;

/** No line is lost: what cannot be taken says why, and its neighbours are taken. */
class TrackingRefusalTest {
  private static final String GOOD = line("browser", "page_close", "\"{}\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Traceback (most recent call last):|MALFORMED_JSON|The line holds no JSON object.",
        "{\"name\": \"x\", \"time\": \"2026-09-07T01:00|MALFORMED_JSON|Unexpected end-of-input",
        "{\"name\": \"x\"} {}|MALFORMED_JSON|Trailing token",
        "{\"name\": \"x\", \"name\": \"y\"}|DUPLICATE_KEY|Duplicate field 'name'",
        "{\"name\": \"x\"}|MISSING_TIMESTAMP|The line tells no time.",
        "{\"name\": \"x\", \"time\": 3}|INVALID_TIMESTAMP|time is 3, not a string.",
        "{\"name\": \"x\", \"time\": \"2026-02-30T01:00:00+00:00\"}|INVALID_TIMESTAMP|time",
        "{\"name\": \"x\", \"time\": \"2026-09-07T01:00:00.1\"}|UNZONED_TIMESTAMP|names no zone",
        "{\"time\": \"2026-09-07T01:00:00+00:00\"}|MISSING_PROPERTY|The line names no event.",
        "{\"name\": \"x\", \"time\": \"2031-09-07T01:00:00+00:00\"}|FUTURE_TIMESTAMP|after"
      })
  void eachFaultHasItsReason(String line, Reason reason, String message) {
    Tracked told = Tracked.read(GOOD + "\n" + line + "\n" + GOOD.replace("sv1", "sv2") + "\n");

    assertThat(told.events).hasSize(2);
    RejectedStatement rejected = told.rejected.get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.message()).contains(message);
    assertThat(rejected.fileOffset()).isEqualTo(GOOD.length() + 1);
    assertThat(told.counts.read()).isEqualTo(3);
    assertThat(told.counts.rejected()).isEqualTo(1);
  }

  @Test
  void aMarkThatCannotBeKeptIsRefused() {
    assertThat(Tracked.read(Lines.checked("sv1", 1, "1e999999999", Lines.START)).rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.INVALID_SCORE);
  }

  @Test
  void wrongEncodingIsRefused() {
    byte[] bytes = (GOOD + "\n" + GOOD.replace("sv1", "hà")).getBytes(StandardCharsets.ISO_8859_1);
    Tracked told = Tracked.read(bytes, Tracked.options(), Long.MAX_VALUE);

    assertThat(told.events).hasSize(1);
    assertThat(told.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.INVALID_ENCODING);
  }

  @Test
  void aLineBeyondTheLimitIsRefusedAndTheNextIsRead() {
    String longer = GOOD.replace("Mozilla", "M".repeat(5_000));
    byte[] bytes = (longer + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    Tracked told = Tracked.read(bytes, Tracked.options().withLineLimit(1_000), Long.MAX_VALUE);

    assertThat(told.events).hasSize(1);
    assertThat(told.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.LINE_TOO_LONG);
  }

  @Test
  void whatCameBeforeTheEndOfATruncatedArchiveIsGood() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      lines.append(GOOD.replace("sv1", "sv" + Integer.toHexString(i * 7919))).append('\n');
    }
    byte[] zipped = Tracked.gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
    Tracked whole = Tracked.read(zipped, Tracked.options(), 100);
    Tracked cut =
        Tracked.read(Arrays.copyOf(zipped, zipped.length / 2), Tracked.options(), Long.MAX_VALUE);

    assertThat(whole.events).hasSize(2_000);
    assertThat(cut.events).isNotEmpty().isEqualTo(whole.events.subList(0, cut.events.size()));
    assertThat(cut.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.SOURCE_TRUNCATED);
  }

  @Test
  void theSourcesZoneMayBeGiven() {
    byte[] line =
        "{\"name\": \"x\", \"time\": \"2026-09-07T01:00:00.1\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Tracked.read(line, Tracked.options().withZone(ZoneOffset.UTC), 1_000).events)
        .extracting(Tracked.Event::occurredAt)
        .containsExactly(java.time.Instant.parse("2026-09-07T01:00:00.1Z"));
  }
}
