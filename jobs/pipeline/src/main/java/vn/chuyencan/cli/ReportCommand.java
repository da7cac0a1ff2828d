package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.DataGate;
import vn.chuyencan.job.NightReports;
import vn.chuyencan.job.ReportJob;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.LatestPublication;

/** {@code chuyencan report}. */
@Command(
    name = "report",
    description = {
      "Publishes what the lake holds, or writes reports that the law demands.",
      "With --form: one report for Word, Excel, CSV and Parquet, beside the configuration. With",
      "--list: which there are, and what data each still lacks. With --evidence: what a rule or a",
      "report rests on, packed for an inspector."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private FormOptions forms;
  @Mixin private AcceptOptions acceptance;
  @Mixin private AccessOptions access;

  @Option(
      names = "--csv-bom",
      description = "Begin each published CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Override
  public Integer call() {
    if (forms.wanted()) {
      if (csvBom) {
        throw new PipelineException(
            Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--csv-bom", "--form", "chuyencan report"));
      }
      return new FormOutput(top, options, forms, access).call();
    }
    Nights nights = top.nights(options);
    Configuration configuration = nights.configuration();
    TerminalProgress progress = top.progress(options.language());
    try {
      nights.writing(
          configuration,
          night -> {
            DataGate.pass(acceptance.of(night), progress);
            try (NightReports.Begun reports = new NightIndicators().begin(night)) {
              ReportJob.Published made =
                  ReportJob.run(
                      night,
                      nights.runId(),
                      csvBom ? CsvMark.PRESENT : CsvMark.ABSENT,
                      LatestPublication.Move.ALWAYS,
                      progress,
                      reports);
              progress.done();
              Withheld.tell(top.notes(), night.asOf(), made.withheld(), options.language());
              top.out()
                  .println(
                      Path.of(configuration.publish(), "latest") + "  " + made.manifest().digest());
              return 0;
            }
          });
    } finally {
      progress.done();
    }
    top.tellNext(WhereNext.NIGHT, options);
    return 0;
  }
}
