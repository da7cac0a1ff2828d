package vn.chuyencan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.DecideJob;
import vn.chuyencan.job.MeasureJob;

/** {@code chuyencan decide}. */
@Command(
    name = "decide",
    description = "Decides upon certificates from the measures of the lake.",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.configuration();
    TerminalProgress progress = top.progress(options.language());
    try {
      nights.writing(
          configuration,
          night -> {
            DecideJob.run(night, MeasureJob.courses(night), progress);
            return 0;
          });
    } finally {
      progress.done();
    }
    top.tellNext(WhereNext.DECIDE, options);
    return 0;
  }
}
