package vn.chuyencan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.FreezeJob;

/** {@code chuyencan freeze}. */
@Command(
    name = "freeze",
    description =
        "Freezes the decisions of a closed course run: later evidence gives correction notices.",
    mixinStandardHelpOptions = true)
final class FreezeCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private FreezeOptions freeze;

  @Option(names = "--force", description = "Freeze it though it has not closed.")
  private boolean force;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    FreezeJob.Frozen frozen =
        nights.writing(
            nights.configuration(),
            night ->
                FreezeJob.freeze(
                    night,
                    freeze.course(),
                    freeze.by(),
                    freeze.note(),
                    force ? FreezeJob.Demand.ANY : FreezeJob.Demand.CLOSED));
    boolean vietnamese = options.language() == Language.VI;
    top.out()
        .printf(
            vietnamese
                ? "Đã chốt lớp %s: %d quyết định, tính tới ngày %s.%n"
                : "Frozen: course run %s, %d decisions as of %s.%n",
            freeze.course(),
            frozen.decisions(),
            frozen.asOf());
    if (frozen.openCases() > 0) {
      top.notes()
          .printf(
              vietnamese
                  ? "Còn %d trường hợp chưa có kết luận; kết luận sau khi chốt chỉ ra thông báo"
                      + " đính chính.%n"
                  : "%d cases are still open; what is decided in them from now on gives correction"
                      + " notices only.%n",
              frozen.openCases());
    }
    return 0;
  }
}
