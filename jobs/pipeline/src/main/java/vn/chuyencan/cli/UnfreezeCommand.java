package vn.chuyencan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.FreezeJob;

/** {@code chuyencan unfreeze}. */
@Command(
    name = "unfreeze",
    description = "Lifts the freeze of a course run: the next run decides upon it again.",
    mixinStandardHelpOptions = true)
final class UnfreezeCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private FreezeOptions freeze;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    nights.writing(
        nights.configuration(),
        night -> {
          FreezeJob.unfreeze(night, freeze.course(), freeze.by(), freeze.note());
          return 0;
        });
    top.out()
        .printf(
            options.language() == Language.VI
                ? "Đã bỏ chốt lớp %s; lần chạy sau sẽ quyết định lại.%n"
                : "Not frozen any more: course run %s; the next run decides upon it again.%n",
            freeze.course());
    return 0;
  }
}
