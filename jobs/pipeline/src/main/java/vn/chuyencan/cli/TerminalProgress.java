package vn.chuyencan.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import vn.chuyencan.job.Progress;

/**
 * Tells how far a run has come: one line that is written over on a terminal, plain lines with their
 * time elsewhere.
 */
final class TerminalProgress implements Progress {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final Clock clock;
  private final boolean terminal;
  private final Instant start;

  TerminalProgress(PrintStream out, Clock clock, boolean terminal) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
    this.start = clock.instant();
  }

  @Override
  public void step(String step) {
    Instant now = clock.instant();
    if (terminal) {
      out.print(ERASE_LINE + elapsed(now) + " " + step + " …");
      out.flush();
    } else {
      out.println(Instant.ofEpochSecond(now.getEpochSecond()) + " " + step);
    }
  }

  /** Ends the line. */
  void done() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }

  private String elapsed(Instant now) {
    long seconds = Duration.between(start, now).toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
