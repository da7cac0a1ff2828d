package vn.chuyencan.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.report.document.Letterhead;

/**
 * What reports in official forms say that registers do not.
 *
 * @param database how the national database of higher education is called (X-DB)
 * @param addressed whether «Kính gửi» stands under the heading, which the forms do not have
 * @param switches names under which rules that are not verified are switched on
 * @param recipients who gets a form, by its name, in place of those that the form names
 * @param signer who signs for the institution; empty: the form's words
 */
public record ReportSettings(
    String database,
    boolean addressed,
    Set<String> switches,
    Map<String, List<String>> recipients,
    Optional<Letterhead.Signer> signer) {
  /** Its name in the circular. */
  static final String DATABASE = "hệ thống cơ sở dữ liệu quốc gia về giáo dục đại học";

  /** Where the configuration says nothing. */
  public static final ReportSettings DEFAULT =
      new ReportSettings(DATABASE, false, Set.of(), Map.of(), Optional.empty());

  public ReportSettings {
    switches = Set.copyOf(switches);
    recipients = Map.copyOf(recipients);
  }
}
