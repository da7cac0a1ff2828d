package vn.chuyencan.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.table.Vault;

/** Notes, in the log of the vault, who is about to see names; what commands that show them take. */
final class AccessOptions {
  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "Why it is looked at; noted with who and when in the vault's access log.")
  private String purpose;

  /**
   * Notes it, before anything is shown.
   *
   * @param what of whom, by option; null values are left out
   */
  void note(Night night, String command, Map<String, String> what) {
    note(night.lake().vault(), night.workers().hadoop(), night.startedAt(), command, what);
  }

  /** The same of a command that makes no night. */
  void note(
      Vault vault, Configuration hadoop, Instant at, String command, Map<String, String> what) {
    Map<String, String> all = new LinkedHashMap<>(what);
    all.put("purpose", purpose);
    new AccessLog(vault, hadoop).note(at, System.getProperty("user.name"), command, all);
  }
}
