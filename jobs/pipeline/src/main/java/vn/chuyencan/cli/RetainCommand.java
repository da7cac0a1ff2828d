package vn.chuyencan.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.RetentionJob;

/** {@code chuyencan retain}. */
@Command(
    name = "retain",
    description = {
      "Deletes what the configuration (retention) keeps no longer; nights do it too.",
      "Whole months go, from the disk as well; measures stay as they are."
    },
    mixinStandardHelpOptions = true)
final class RetainCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    TerminalProgress progress = top.progress(options.language());
    Map<String, Long> gone =
        nights.writing(
            nights.configuration(),
            night -> {
              try {
                return RetentionJob.run(night, progress);
              } finally {
                progress.done();
              }
            });
    boolean vietnamese = options.language() == Language.VI;
    if (gone.isEmpty()) {
      top.out().println(vietnamese ? "Không có gì quá hạn lưu." : "Nothing is past its period.");
    }
    gone.forEach(
        (table, rows) ->
            top.out().println(table + (vietnamese ? ": đã xóa " : ": deleted ") + rows));
    return 0;
  }
}
