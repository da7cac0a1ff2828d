package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Progress;
import vn.chuyencan.work.Meter;

class TerminalProgressTest {
  private static final String ERASE = "\r\u001b[2K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Ticking clock = new Ticking();
  private final Meter meter = new Meter();
  private final StatusLine line = new StatusLine(bytes);

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

  private TerminalProgress onTerminal(Language language, Map<String, Duration> earlier) {
    return new TerminalProgress(
        out(line), line, clock, language, meter, () -> Progress.NONE, () -> earlier);
  }

  @Test
  void aTerminalShowsHowMuchOfAStepIsDoneAndHowLongItTakesYet() {
    TerminalProgress progress = onTerminal(Language.EN, Map.of());
    progress.plan(3);
    progress.step("ingest lms");
    assertThat(shown()).isEqualTo(over("0:00  1/3 ingest lms …"));
    meter.begin(8);
    progress.look();
    assertThat(shown()).isEqualTo(over("0:00  1/3 ingest lms  0 % …"));
    pass(20);
    meter.add();
    meter.add();
    progress.look();
    assertThat(shown()).isEqualTo(over("0:20  1/3 ingest lms  25 %  ~1:00 left of this step …"));
    pass(5);
    progress.look();
    assertThat(shown())
        .as("time goes on between two parts")
        .isEqualTo(over("0:25  1/3 ingest lms  25 %  ~0:55 left of this step …"));
    pass(60);
    progress.look();
    assertThat(shown())
        .as("a part that takes longer does not give time back")
        .isEqualTo(over("1:25  1/3 ingest lms  25 %  ~0:00 left of this step …"));
    progress.step("measure");
    assertThat(shown())
        .as("what was counted before is not of this step")
        .isEqualTo(over("1:25  2/3 measure …"));
    progress.part("publish learner_week");
    assertThat(shown()).isEqualTo(over("1:25  2/3 publish learner_week …"));
    progress.done();
    assertThat(shown()).isEqualTo(ERASE);
    progress.look();
    assertThat(shown()).isEmpty();
  }

  /** Hundredths that begin anew in the middle of a step would tell that it goes backwards. */
  @Test
  void hundredthsNeverBeginAnewInAStep() {
    TerminalProgress progress = onTerminal(Language.EN, Map.of());
    progress.step("ingest lms");
    meter.begin(1);
    progress.look();
    assertThat(shown()).as("one part has no hundredths").endsWith(over("0:00  ingest lms …"));
    meter.add();
    meter.begin(4);
    meter.add(4);
    progress.look();
    assertThat(shown()).isEqualTo(over("0:00  ingest lms  100 %  ~0:00 left of this step …"));
    meter.begin(3);
    progress.look();
    assertThat(shown()).isEqualTo(over("0:00  ingest lms  0/3 …"));
    pass(10);
    meter.add();
    progress.look();
    assertThat(shown()).isEqualTo(over("0:10  ingest lms  1/3  ~0:20 left of this step …"));
    progress.step("publish");
    meter.begin(2);
    meter.add();
    progress.look();
    assertThat(shown()).as("each step has its own").contains("publish  50 %");
  }

  @Test
  void theNightBeforeTellsHowLongAllTakes() {
    Map<String, Duration> earlier = new LinkedHashMap<>();
    earlier.put("ingest lms", Duration.ofSeconds(30));
    earlier.put("measure", Duration.ofSeconds(10));
    earlier.put("publish", Duration.ofSeconds(20));
    TerminalProgress progress = onTerminal(Language.VI, earlier);
    progress.plan(3);
    progress.step("ingest lms");
    assertThat(shown()).isEqualTo(over("0:00  1/3 nạp lms  còn ~1:00 …"));
    pass(12);
    meter.begin(4);
    progress.look();
    assertThat(shown()).isEqualTo(over("0:12  1/3 nạp lms  0 %  còn ~0:48 …"));
    pass(20);
    meter.add();
    progress.look();
    assertThat(shown())
        .as("what is counted now is believed more")
        .isEqualTo(over("0:32  1/3 nạp lms  25 %  còn ~1:30 …"));
    progress.step("measure");
    assertThat(shown()).isEqualTo(over("0:32  2/3 đo  còn ~0:30 …"));
    pass(25);
    progress.step("publish");
    assertThat(shown()).isEqualTo(over("0:57  3/3 công bố  còn ~0:20 …"));
    meter.begin(0);
    meter.add();
    progress.look();
    assertThat(shown())
        .as("of how much nobody knows")
        .isEqualTo(over("0:57  3/3 công bố  1  còn ~0:20 …"));
  }

  @Test
  void whatElseIsToldTakesThePlaceOfTheLine() {
    TerminalProgress progress = onTerminal(Language.EN, Map.of());
    progress.step("measure");
    out(line).println("a warning");
    assertThat(shown()).isEqualTo(over("0:00  measure …") + ERASE + "a warning\n");
    line.end();
    progress.look();
    assertThat(shown()).isEmpty();
  }

  @Test
  void elsewhereEachStepIsALineWithItsTime() {
    TerminalProgress progress = new TerminalProgress(out(bytes), clock, () -> Progress.NONE);
    progress.plan(1);
    progress.step("ingest");
    progress.part("table");
    progress.look();
    progress.done();
    assertThat(shown()).isEqualTo("2026-11-02T20:00:00Z ingest\n");
  }

  @Test
  void aTerminalThatIsGoneStopsNothing() {
    StatusLine gone =
        new StatusLine(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("hung up");
              }
            });
    TerminalProgress progress =
        new TerminalProgress(
            out(gone), gone, clock, Language.EN, meter, () -> Progress.NONE, TreeMap::new);
    progress.step("measure");
    progress.step("decide");
    progress.done();
    assertThat(shown()).isEmpty();
  }

  private void pass(long seconds) {
    clock.now = clock.now.plusSeconds(seconds);
  }

  private static String over(String text) {
    return ERASE + "\u001b[?7l" + text + "\u001b[?7h";
  }

  private static PrintStream out(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private String shown() {
    String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    bytes.reset();
    return text;
  }
}
