package vn.chuyencan.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.report.CsvMark;

/** {@code chuyencan run}. */
@Command(
    name = "run",
    description = "A night: ingest, measure, decide, report and publish.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

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

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = strict ? nights.configuration().strict() : nights.configuration();
    TerminalProgress progress = top.progress();
    try {
      return nights.writing(
          configuration,
          night -> {
            List<LocalDate> days = catchUp ? NightSeries.missed(night) : List.of(night.asOf());
            List<NightlyRun.Outcome> outcomes =
                NightlyRun.series(
                    night,
                    days,
                    nights::runId,
                    csvBom ? CsvMark.PRESENT : CsvMark.ABSENT,
                    progress,
                    new NightIndicators());
            progress.done();
            Withheld.tell(top.notes(), days, outcomes, options.language());
            for (int index = 0; index < outcomes.size() - 1; index++) {
              top.out().println(days.get(index) + "  " + outcomes.get(index).manifest().digest());
            }
            top.out()
                .print(Summary.of(night, outcomes.get(outcomes.size() - 1), options.language()));
            return 0;
          });
    } finally {
      progress.done();
    }
  }
}
