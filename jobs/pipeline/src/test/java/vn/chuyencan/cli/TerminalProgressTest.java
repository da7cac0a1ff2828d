package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Ticking clock = new Ticking();

  /** A clock that a test moves. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-02T20:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void aTerminalShowsTheTimeGoneAndTheTimeLeft() {
    TerminalProgress progress = new TerminalProgress(out(), clock, true);
    progress.plan(3);
    progress.step("ingest");
    assertThat(shown()).isEqualTo("\r\u001b[2K0:00  ingest …");
    pass(Duration.ofSeconds(40));
    progress.step("measure");
    assertThat(shown()).isEqualTo("\r\u001b[2K0:40 (−1:20)  measure …");
    pass(Duration.ofSeconds(20));
    progress.part("table");
    assertThat(shown()).isEqualTo("\r\u001b[2K1:00 (−2:00)  table …");
    progress.done();
    assertThat(shown()).isEqualTo("\r\u001b[2K");
  }

  @Test
  void elsewhereEachStepIsALineWithItsTime() {
    TerminalProgress progress = new TerminalProgress(out(), clock, false);
    progress.plan(1);
    progress.step("ingest");
    progress.part("table");
    progress.done();
    assertThat(shown()).isEqualToIgnoringNewLines("2026-11-02T20:00:00Z ingest");
  }

  private void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  private PrintStream out() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String shown() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
