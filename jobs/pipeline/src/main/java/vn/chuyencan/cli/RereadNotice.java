package vn.chuyencan.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Execution;
import vn.chuyencan.job.RereadPlan;
import vn.chuyencan.table.OvertakenReading;

/** What the next night will read again, and what would keep it from doing so. */
final class RereadNotice {
  private final List<String> lines = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private RereadNotice() {}

  /**
   * Looks into the lake as the last commit left it; a warehouse that cannot be opened is told and
   * is no fault of the configuration.
   *
   * @param asOf the last day that a night of now counts
   */
  static RereadNotice of(
      Configuration configuration, Execution execution, LocalDate asOf, Language language) {
    RereadNotice notice = new RereadNotice();
    try {
      RereadPlan plan =
          execution.during(
              workers ->
                  OvertakenReading.during(
                      workers.hadoop(),
                      configuration.lake(),
                      lake -> RereadPlan.of(lake, configuration, asOf, workers.hadoop())));
      if (!plan.isNothing()) {
        notice.tell(plan, language);
      }
    } catch (PipelineException closed) {
      closed.faults().forEach(fault -> notice.lines.add(fault.message(language)));
    }
    return notice;
  }

  private void tell(RereadPlan plan, Language language) {
    plan.reasons().forEach(reason -> lines.add(RereadLines.text(reason, language)));
    faults.addAll(plan.refusals());
    if (faults.isEmpty()) {
      lines.add(
          (language == Language.VI
                  ? "đêm chạy tới sẽ đọc lại từ đầu các nguồn: "
                  : "the next night reads these sources again from the beginning: ")
              + String.join(", ", plan.sources()));
    }
  }

  /** To be told to whoever asks. */
  List<String> lines() {
    return lines;
  }

  /** For which the next night would be refused. */
  List<Fault> faults() {
    return faults;
  }
}
