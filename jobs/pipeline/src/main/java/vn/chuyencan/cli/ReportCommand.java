package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ReportJob;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;

/** {@code chuyencan report}. */
@Command(
    name = "report",
    description = "Publishes what the lake holds.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(
      names = "--csv-bom",
      description = "Begin each CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.configuration();
    TerminalProgress progress = top.progress();
    try {
      return nights.writing(
          configuration,
          night -> {
            Manifest manifest =
                ReportJob.run(
                    night, nights.runId(), csvBom ? CsvMark.PRESENT : CsvMark.ABSENT, progress);
            progress.done();
            top.out()
                .println(Path.of(configuration.publish(), "latest") + "  " + manifest.digest());
            return 0;
          });
    } finally {
      progress.done();
    }
  }
}
