package vn.chuyencan.cli;

import picocli.CommandLine.Option;

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

  String by() {
    return by == null ? System.getProperty("user.name") : by;
  }

  /** Null when nothing is noted. */
  String note() {
    return note;
  }
}
