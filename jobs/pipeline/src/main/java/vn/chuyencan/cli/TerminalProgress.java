package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.GateReport;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.Recomputed;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.work.Meter;

/**
 * Tells how far a run has come: on a terminal one line that is written over – the time gone, which
 * step of how many, how much of it is done, about how long it takes yet –, elsewhere plain lines
 * with their time.
 */
final class TerminalProgress implements Progress {
  private static final long LOOK_EVERY_MILLISECONDS = 500;

  private final PrintStream out;
  private final StatusLine line;
  private final Clock clock;
  private final Language language;
  private final Meter meter;
  private final Instant start;
  private final Supplier<Progress> beside;
  private final Supplier<Map<String, Duration>> earlier;
  private TimeLeft left;
  private String shown;
  private int planned;
  private int begun;

  /** Plain lines. */
  TerminalProgress(PrintStream out, Clock clock, Supplier<Progress> beside) {
    this(out, null, clock, Language.EN, new Meter(), beside, Map::of);
  }

  /**
   * @param out where plain lines go
   * @param line a terminal's last line; null where there is no terminal
   * @param language of what a terminal shows; plain lines have the names of the log
   * @param meter counts what is done of the step that goes on
   * @param beside who else is told
   * @param earlier how long the steps took the last time; asked when the first one begins
   */
  TerminalProgress(
      PrintStream out,
      StatusLine line,
      Clock clock,
      Language language,
      Meter meter,
      Supplier<Progress> beside,
      Supplier<Map<String, Duration>> earlier) {
    this.beside = beside;
    this.out = out;
    this.line = line;
    this.clock = clock;
    this.language = language;
    this.meter = meter;
    this.earlier = earlier;
    this.start = clock.instant();
  }

  /** Looks again and again, until the process ends. */
  TerminalProgress looking() {
    if (line != null) {
      Thread look = new Thread(this::lookForever, "progress");
      look.setDaemon(true);
      look.start();
    }
    return this;
  }

  private void lookForever() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLISECONDS);
        look();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void plan(int steps) {
    planned = steps;
  }

  @Override
  public void step(String step) {
    beside.get().step(step);
    Instant now = clock.instant();
    if (line == null) {
      out.println(Instant.ofEpochSecond(now.getEpochSecond()) + " " + step);
      return;
    }
    synchronized (this) {
      if (left == null) {
        left = new TimeLeft(earlier.get());
      }
      begun++;
      left.step(step, now, meter.read());
      shown = step;
    }
    look();
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
    if (line != null) {
      synchronized (this) {
        if (left == null) {
          // A command of one step, which logs need not tell.
          left = new TimeLeft(Map.of());
        }
        shown = part;
      }
      look();
    }
  }

  /** Shows how things stand now. */
  synchronized void look() {
    if (shown != null) {
      Instant now = clock.instant();
      left.look(meter.read(), now);
      try {
        line.show(text(now));
      } catch (IOException gone) {
        // Nobody sits before it any more; the work goes on.
        shown = null;
      }
    }
  }

  private String text(Instant now) {
    StringBuilder text = new StringBuilder(minutes(Duration.between(start, now)));
    text.append("  ");
    if (begun > 0 && planned >= begun) {
      text.append(begun).append('/').append(planned).append(' ');
    }
    text.append(StepWords.of(shown, language));
    left.share().ifPresent(share -> text.append("  ").append(share));
    if (left.done() > 0) {
      text.append("  ").append(left.done());
    }
    left.at(now).map(this::words).ifPresent(words -> text.append("  ").append(words));
    return text.append(" …").toString();
  }

  private String words(Duration time) {
    String about = "~" + minutes(time);
    return switch (language) {
      case VI -> (left.isOfAll() ? "còn " : "bước này còn ") + about;
      case EN -> about + (left.isOfAll() ? " left" : " left of this step");
    };
  }

  /** Ends the line; the next step begins another. */
  void done() {
    if (line != null) {
      synchronized (this) {
        shown = null;
      }
      try {
        line.clear();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  private static String minutes(Duration duration) {
    long seconds = duration.toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
