package vn.chuyencan.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** Which report is wanted, of which year, and where it goes. */
final class FormOptions {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  @Option(
      names = "--form",
      paramLabel = "NAME",
      description = "The report to write, such as circular28-annex1; --list tells all.")
  private String form;

  @Option(
      names = "--list",
      description =
          "Tells all forms with their legal basis, and which registers each still lacks and who"
              + " supplies them.")
  private boolean list;

  @Option(
      names = "--evidence",
      paramLabel = "RULE|FORM",
      description =
          "Packs figures, the rows behind them, the SQL and digests of one rule, such as C28-2.1, or"
              + " one form into the ZIP file --out, for an inspector who has not this program.")
  private String evidence;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The calendar year of the report (default: that of --as-of).")
  private Integer year;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description =
          "Where reports go (default: the folder reports beside the configuration file); with"
              + " --evidence the ZIP file.")
  private Path out;

  /** Whether anything but a publication is wanted. */
  boolean wanted() {
    if (form == null && !list && evidence == null) {
      require(year == null, "--year");
      require(out == null, "--out");
      return false;
    }
    return true;
  }

  private static void require(boolean holds, String option) {
    if (!holds) {
      throw new PipelineException(Fault.of(ErrorCode.OPTION_NEEDS_OPTION, option, "--form"));
    }
  }

  String form() {
    return form;
  }

  boolean list() {
    return list;
  }

  String evidence() {
    return evidence;
  }

  Path out() {
    return out;
  }

  /** The year that was asked for. */
  int year(int standard) {
    if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.OPTION_VALUE_INVALID,
              "--year",
              year.toString(),
              FIRST_YEAR + " … " + LAST_YEAR));
    }
    return year == null ? standard : year;
  }
}
