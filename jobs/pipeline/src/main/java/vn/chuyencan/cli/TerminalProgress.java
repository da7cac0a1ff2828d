package vn.chuyencan.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.chuyencan.job.GateReport;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.Recomputed;
import vn.chuyencan.report.Manifest;

/**
 * Tells how far a run has come: on a terminal one line that is written over, with the time gone
 * and, in brackets, the time left; elsewhere plain lines with their time.
 */
final class TerminalProgress implements Progress {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final Clock clock;
  private final boolean terminal;
  private final Instant start;
  private final Supplier<Progress> beside;
  private int planned;
  private int begun;

  TerminalProgress(PrintStream out, Clock clock, boolean terminal) {
    this(out, clock, terminal, () -> Progress.NONE);
  }

  /**
   * @param beside who else is told
   */
  TerminalProgress(PrintStream out, Clock clock, boolean terminal, Supplier<Progress> beside) {
    this.beside = beside;
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
    this.start = clock.instant();
  }

  @Override
  public void plan(int steps) {
    planned = steps;
  }

  @Override
  public void step(String step) {
    begun++;
    beside.get().step(step);
    tell(step);
  }

  @Override
  public void counts(Map<String, Long> counts) {
    beside.get().counts(counts);
  }

  @Override
  public void night(LocalDate day) {
    beside.get().night(day);
  }

  @Override
  public void recomputed(LocalDate day, List<Recomputed> causes) {
    beside.get().recomputed(day, causes);
  }

  @Override
  public void gate(GateReport report) {
    beside.get().gate(report);
  }

  @Override
  public void published(Manifest manifest) {
    beside.get().published(manifest);
  }

  @Override
  public void part(String part) {
    if (terminal) {
      tell(part);
    }
  }

  private void tell(String what) {
    Instant now = clock.instant();
    if (terminal) {
      out.print(ERASE_LINE + elapsed(now) + left(now) + "  " + what + " …");
      out.flush();
    } else {
      out.println(Instant.ofEpochSecond(now.getEpochSecond()) + " " + what);
    }
  }

  /** The time left if the steps to come take as long as those that are done. */
  private String left(Instant now) {
    int done = begun - 1;
    if (done < 1 || planned < begun) {
      return "";
    }
    Duration left = Duration.between(start, now).multipliedBy(planned - done).dividedBy(done);
    return " (−" + minutes(left) + ")";
  }

  /** Ends the line. */
  void done() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }

  private String elapsed(Instant now) {
    return minutes(Duration.between(start, now));
  }

  private static String minutes(Duration duration) {
    long seconds = duration.toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
