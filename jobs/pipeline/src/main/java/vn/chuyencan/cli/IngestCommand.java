package vn.chuyencan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.IngestJob;
import vn.chuyencan.model.Batch;

/** {@code chuyencan ingest}. */
@Command(
    name = "ingest",
    description = "Takes in what the sources hold and the lake does not.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AcceptOptions acceptance;

  @Option(
      names = "--strict",
      description = "Accept only what the xAPI specification accepts, whatever a source's mode.")
  private boolean strict;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = strict ? nights.configuration().strict() : nights.configuration();
    TerminalProgress progress = top.progress(options.language());
    try {
      nights.writing(
          configuration,
          night -> {
            IngestJob.Taken taken = IngestJob.take(acceptance.of(night), progress);
            List<Batch> batches = taken.batches();
            progress.done();
            RereadLines.of(taken.reread(), taken.rereadSources(), options.language())
                .forEach(top.out()::println);
            batches.forEach(batch -> top.out().println(BatchLine.of(batch, options.language())));
            if (batches.isEmpty()) {
              top.out().println(BatchLine.nothing(options.language()));
            }
            return 0;
          });
    } finally {
      progress.done();
    }
    top.tellNext(WhereNext.INGEST, options);
    return 0;
  }
}
