package vn.chuyencan.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import vn.chuyencan.job.draft.DraftRequest;

/** How to enter a Moodle's database; a password never stands on the command line. */
final class DatabaseOptions {
  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "User of the database; one that may only read is enough.")
  private String user;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      defaultValue = "MOODLE_PASSWORD",
      description =
          "Environment variable that holds the user's password (default: ${DEFAULT-VALUE}); the"
              + " password itself is written nowhere.")
  private String passwordVariable;

  @Option(
      names = "--site",
      paramLabel = "URL",
      description = "Address of the Moodle site, as its statements name it.")
  private String site;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "Prefix of the database's tables (default: mdl_).")
  private String prefix;

  /** The options, checked. */
  DraftRequest.Database entry() {
    return new DraftRequest.Database(
        Optional.ofNullable(user),
        Optional.ofNullable(
            InitCommand.checked(
                "--site", site, "[A-Za-z][A-Za-z0-9+.-]*:\\S+", "https://lms.example")),
        Optional.ofNullable(InitCommand.checked("--prefix", prefix, "[A-Za-z0-9_]*", "mdl_")),
        InitCommand.checked(
            "--password-env", passwordVariable, "[A-Za-z_][A-Za-z0-9_]*", "MOODLE_PASSWORD"),
        System::getenv);
  }
}
