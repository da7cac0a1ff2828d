package vn.chuyencan.job.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.table.LakeState;

/**
 * All that a publication follows from, but for the program and the institution's key. No secret
 * stands in it; whom the registers name stands in the files that it refers to.
 *
 * @param format version of this form
 * @param runId the run
 * @param asOf the last day that counted
 * @param codeVersion the program's version
 * @param key names the institution's key, under which actors have their keys, without telling it
 * @param institution id of the institution
 * @param zone zone of days and weeks
 * @param sources what the configuration says of its sources
 * @param maxRejectedShare the data gate's
 * @param integrity what was looked for in traces
 * @param policies the policies as they were written
 * @param registers SHA-256 of the rows of each register that was there, which name their files
 * @param covered course runs of which registers tell all
 * @param lake the lake as the run left it
 */
public record RunRecord(
    int format,
    String runId,
    LocalDate asOf,
    String codeVersion,
    String key,
    String institution,
    String zone,
    List<SourcePart> sources,
    BigDecimal maxRejectedShare,
    IntegrityLimits integrity,
    List<PolicyPart> policies,
    Map<String, String> registers,
    Map<String, Set<String>> covered,
    LakeState lake) {

  /** The form that this program writes and reads. */
  public static final int FORMAT = 1;

  public RunRecord {
    sources = List.copyOf(sources);
    policies = List.copyOf(policies);
    registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    covered = Collections.unmodifiableMap(new TreeMap<>(covered));
  }

  /** The same with the registers. */
  RunRecord with(Map<String, String> rows, Map<String, Set<String>> whole) {
    return new RunRecord(
        format,
        runId,
        asOf,
        codeVersion,
        key,
        institution,
        zone,
        sources,
        maxRejectedShare,
        integrity,
        policies,
        rows,
        whole,
        lake);
  }

  /** A source, as far as results depend on it; durations and days are ISO texts. */
  public record SourcePart(
      String id,
      String kind,
      String mode,
      String zone,
      String futureSkew,
      String from,
      String until,
      String site,
      TraceForm form) {}

  /**
   * A policy.
   *
   * @param file how messages call it
   * @param hash its SHA-256, as decisions name it
   * @param text its YAML
   */
  public record PolicyPart(String file, String hash, String text) {}
}
