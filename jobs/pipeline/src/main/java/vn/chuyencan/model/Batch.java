package vn.chuyencan.model;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What became of all records of one source in one batch.
 *
 * @param batchId number of the batch, from 1
 * @param source id of the source
 * @param files files read
 * @param read records met
 * @param accepted records that are now events
 * @param duplicate records already there with the same content
 * @param voided records that a voiding statement takes back
 * @param conflicting records whose id is there with other content
 * @param rejected records that are not statements by the rules
 * @param outOfScope records that the configuration excludes
 * @param voidedEarlier events of earlier batches that this batch voids; not part of the equation
 * @param harmlessFaults records by harmless fault that was accepted
 */
public record Batch(
    long batchId,
    String source,
    int files,
    long read,
    long accepted,
    long duplicate,
    long voided,
    long conflicting,
    long rejected,
    long outOfScope,
    long voidedEarlier,
    Map<String, Long> harmlessFaults) {

  public Batch {
    Objects.requireNonNull(source, "source");
    harmlessFaults = Map.copyOf(new TreeMap<>(harmlessFaults));
  }

  /** Whether every record that was read is accounted for (DESIGN 2). */
  public boolean balances() {
    return read == sum();
  }

  /** The right-hand side of the equation. */
  public long sum() {
    return accepted + duplicate + voided + conflicting + rejected + outOfScope;
  }
}
