package vn.chuyencan.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.table.Tables;

/**
 * Says that a night was published without what rules find, and why. The night did what certificates
 * need, so its exit status stays 0.
 */
final class Withheld {

  private Withheld() {}

  /** Of a night that was run. */
  static void tell(PrintStream notes, NightlyRun.Outcome outcome, Language language) {
    tell(notes, outcome.manifest().asOf(), outcome.withheld(), language);
  }

  /** Of one; nothing where nothing was kept back. */
  static void tell(PrintStream notes, LocalDate day, List<Fault> withheld, Language language) {
    if (withheld.isEmpty()) {
      return;
    }
    notes.println(
        language == Language.VI
            ? day + ": KHÔNG xuất bản " + Tables.COMPLIANCE_INDICATOR + " vì các lỗi sau:"
            : day + ": published WITHOUT " + Tables.COMPLIANCE_INDICATOR + ", because:");
    withheld.forEach(fault -> notes.println("  " + fault.message(language)));
  }
}
