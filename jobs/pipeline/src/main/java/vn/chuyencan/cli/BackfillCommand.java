package vn.chuyencan.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.LatestPublication;

/** {@code chuyencan backfill}. */
@Command(
    name = "backfill",
    description = {
      "Runs past nights again, each with a publication of its own.",
      "One after the other, from what is known today. When a later night had been published it is",
      "run again at the end, so that latest goes on naming it."
    },
    mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AcceptOptions acceptance;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first night, by its last day that counts, as 2026-10-01.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last night.")
  private LocalDate to;

  @Option(
      names = "--csv-bom",
      description = "Begin each CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Option(
      names = "--json",
      description =
          "What came of the nights as one JSON object, for programs; details are of the last"
              + " one.")
  private boolean json;

  @Override
  public Integer call() {
    if (options.asOf() != null) {
      throw new PipelineException(
          Fault.of(ErrorCode.OPTIONS_EXCLUDE_EACH_OTHER, "--as-of, --from"));
    }
    Nights nights = top.nights(options);
    TerminalProgress progress = top.progress(options.language());
    try {
      String result =
          nights.writing(nights.configuration(), night -> run(night, nights::runId, progress));
      // Once all is closed: what a program reads is either this or why it failed.
      top.out().print(result);
    } finally {
      progress.done();
    }
    top.tellNext(WhereNext.NIGHT, options);
    return 0;
  }

  /** The nights; what a program is to be told of them, people being told of each as it is done. */
  private String run(Night night, Supplier<String> runIds, TerminalProgress progress) {
    List<NightlyRun.Outcome> outcomes =
        NightlyRun.series(
            acceptance.of(night.asOf(to)),
            NightSeries.span(night, from, to),
            runIds,
            new NightlyRun.Publishing(
                csvBom ? CsvMark.PRESENT : CsvMark.ABSENT,
                LatestPublication.Move.UNLESS_EARLIER,
                new NightIndicators()),
            progress,
            outcome -> {
              progress.done();
              Withheld.tell(top.notes(), outcome, options.language());
              if (!json) {
                top.out().println(NightSeries.line(outcome));
              }
            });
    progress.done();
    acceptance.tellUnused(outcomes, top.notes(), options.language());
    if (!json) {
      return "";
    }
    LocalDate last = outcomes.get(outcomes.size() - 1).manifest().asOf();
    return Json.of(RunJson.of(night.asOf(last), outcomes, options.language())) + "\n";
  }
}
