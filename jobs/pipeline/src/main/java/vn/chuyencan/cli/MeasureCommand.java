package vn.chuyencan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.MeasureJob;

/** {@code chuyencan measure}. */
@Command(
    name = "measure",
    description = "Measures what the events of the lake tell of each learner.",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(
      names = "--everything",
      description = "Measure every learner again, not only those whom new events touch.")
  private boolean everything;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.configuration();
    TerminalProgress progress = top.progress(options.language());
    try {
      nights.writing(
          configuration,
          night -> {
            MeasureJob.run(
                night,
                everything ? MeasureJob.Extent.EVERYTHING : MeasureJob.Extent.TOUCHED,
                progress);
            return 0;
          });
    } finally {
      progress.done();
    }
    top.tellNext(WhereNext.MEASURE, options);
    return 0;
  }
}
