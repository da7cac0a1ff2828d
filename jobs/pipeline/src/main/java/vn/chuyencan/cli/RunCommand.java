package vn.chuyencan.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.LatestPublication;

/** {@code chuyencan run}. */
@Command(
    name = "run",
    description = "A night: ingest, measure, decide, report and publish.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AcceptOptions acceptance;

  @Option(
      names = "--strict",
      description = "Accept only what the xAPI specification accepts, whatever a source's mode.")
  private boolean strict;

  @Option(
      names = "--csv-bom",
      description = "Begin each CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Option(
      names = "--catch-up",
      description =
          "Run the nights that were missed since the last publication, each with its own, up to"
              + " --as-of.")
  private boolean catchUp;

  @Option(
      names = "--break-lock",
      description =
          "Take the lock of a run on another host that gave no sign of life for ten minutes. Make"
              + " sure first that it is not there any more.")
  private boolean breakLock;

  @Option(names = "--json", description = "The summary as one JSON object, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = strict ? nights.configuration().strict() : nights.configuration();
    if (breakLock) {
      nights.breakLock(configuration);
    }
    TerminalProgress progress = top.progress(options.language());
    try {
      String result = nights.writing(configuration, night -> run(night, nights::runId, progress));
      // Once all is closed: what a program reads is either this or why it failed.
      top.out().print(result);
      return 0;
    } finally {
      progress.done();
    }
  }

  /** The nights, and what is to be told of them. */
  private String run(Night night, Supplier<String> runIds, TerminalProgress progress) {
    List<LocalDate> days = catchUp ? NightSeries.missed(night) : List.of(night.asOf());
    LocalDate last = days.get(days.size() - 1);
    List<NightlyRun.Outcome> outcomes =
        NightlyRun.series(
            acceptance.of(night),
            days,
            runIds,
            new NightlyRun.Publishing(
                csvBom ? CsvMark.PRESENT : CsvMark.ABSENT,
                LatestPublication.Move.ALWAYS,
                new NightIndicators()),
            progress,
            outcome -> {
              progress.done();
              Withheld.tell(top.notes(), outcome, options.language());
              if (!json && outcome.manifest().asOf().isBefore(last)) {
                top.out().println(NightSeries.line(outcome));
              }
            });
    progress.done();
    acceptance.tellUnused(outcomes, top.notes(), options.language());
    if (json) {
      return Json.of(RunJson.of(night, outcomes, options.language())) + "\n";
    }
    NightlyRun.Outcome newest = outcomes.get(outcomes.size() - 1);
    return Summary.of(night, newest, options.language(), top.outColour())
        + WhereNext.NIGHT.text(options.config(), options.language());
  }
}
