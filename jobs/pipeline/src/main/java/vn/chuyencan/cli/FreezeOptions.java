package vn.chuyencan.cli;

import picocli.CommandLine.Option;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** Which course run is frozen or no more, by whom, and what is noted with it. */
final class FreezeOptions {
  @Option(names = "--course", paramLabel = "ID", required = true, description = "The course run.")
  private String course;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who answers for it (default: the user of this machine).")
  private String by;

  @Option(names = "--note", paramLabel = "TEXT", description = "What is noted with it.")
  private String note;

  String course() {
    return course;
  }

  /** Somebody, for the record of a freeze is worth what its name is. */
  String by() {
    if (by != null && by.isBlank()) {
      throw new PipelineException(Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--by", by, "NAME"));
    }
    return by == null ? System.getProperty("user.name") : by;
  }

  /** Null when nothing is noted. */
  String note() {
    return note;
  }
}
