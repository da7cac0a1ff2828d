package vn.chuyencan.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.comply.OwnLimits;
import vn.chuyencan.report.document.Letterhead;

/**
 * What reports in official forms say that registers do not.
 *
 * @param database how the national database of higher education is called (X-DB)
 * @param addressed whether «Kính gửi» stands under the heading, which the forms do not have
 * @param switches names under which rules that are not verified are switched on
 * @param recipients who gets a form, by its name, in place of those that the form names
 * @param thresholds the institution's own least values of figures for which the texts set none, by
 *     rule
 * @param limits the institution's own days and months where the texts give no number
 * @param nightly whether a night publishes what rules find
 * @param signer who signs for the institution; empty: the form's words
 */
public record ReportSettings(
    String database,
    boolean addressed,
    Set<String> switches,
    Map<String, List<String>> recipients,
    Map<String, BigDecimal> thresholds,
    OwnLimits limits,
    boolean nightly,
    Optional<Letterhead.Signer> signer) {
  /** Its name in the circular. */
  static final String DATABASE = "hệ thống cơ sở dữ liệu quốc gia về giáo dục đại học";

  /** Where the configuration says nothing. */
  public static final ReportSettings DEFAULT =
      new ReportSettings(
          DATABASE, false, Set.of(), Map.of(), Map.of(), OwnLimits.USUAL, false, Optional.empty());

  public ReportSettings {
    switches = Set.copyOf(switches);
    recipients = Map.copyOf(recipients);
    thresholds = Map.copyOf(thresholds);
  }
}
