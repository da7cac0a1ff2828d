package vn.chuyencan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.job.Configuration;

/** {@code chuyencan status}. */
@Command(
    name = "status",
    description = {
      "Tells how the nights go: last runs, lock, publication, sources, missing nights.",
      "Also what the sources last gave, and the data gate. It only reads, asks for no lock, and tells",
      "what it can where a warehouse is absent, locked or broken."
    },
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many of the last runs are told (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--json", description = "One JSON document, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.asWritten();
    Status status =
        Status.of(configuration, nights.lastDay(configuration), top.now(), Nights.host(), runs);
    top.out()
        .println(
            json ? Json.of(status.values()) : status.text(options.language(), top.outColour()));
    return 0;
  }
}
