package vn.chuyencan.xapi;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan counted. Always {@code read = accepted + rejected + outOfScope}.
 *
 * @param read records met
 * @param accepted records handed to {@link StatementSink#accepted}
 * @param rejected records handed to {@link StatementSink#rejected}
 * @param outOfScope records handed to {@link StatementSink#outOfScope}
 * @param harmlessFaults name of a {@link vn.chuyencan.xapi.rules.HarmlessFault} to the number of
 *     records that had it and were not rejected
 */
public record ScanCounts(
    long read, long accepted, long rejected, long outOfScope, Map<String, Long> harmlessFaults)
    implements Serializable {

  /** Nothing counted. */
  public static final ScanCounts NONE = new ScanCounts(0, 0, 0, 0, Map.of());

  /**
   * Checks the equation.
   *
   * @throws IllegalArgumentException if the numbers do not add up
   */
  public ScanCounts {
    if (read != accepted + rejected + outOfScope) {
      throw new IllegalArgumentException(
          "Read " + read + " is not " + accepted + " + " + rejected + " + " + outOfScope + ".");
    }
    harmlessFaults = Collections.unmodifiableMap(new TreeMap<>(harmlessFaults));
  }

  /** The counts of both scans together. */
  public ScanCounts plus(ScanCounts other) {
    Map<String, Long> faults = new TreeMap<>(harmlessFaults);
    other.harmlessFaults.forEach((fault, records) -> faults.merge(fault, records, Long::sum));
    return new ScanCounts(
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        outOfScope + other.outOfScope,
        faults);
  }
}
