package vn.chuyencan.job.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.error.Fault;

/**
 * What an erasure did, or would do. It names nobody.
 *
 * @param id its id; empty of one that was only looked at
 * @param hash keyed hash of the person
 * @param startedAt when it was confirmed
 * @param by who answers for it
 * @param reason on what ground; null when none was told
 * @param erased table → rows that went
 * @param altered table → rows of others that lost what they told of the person
 * @param decisions decisions that went though a certificate was granted
 * @param publications publications that lost their tables, as {@code day/run}
 * @param republished the run that published without the person; empty when nothing was published
 * @param sourceFiles files outside the warehouse that told of the person
 * @param registerLines register file → lines to delete
 * @param accessLines lines of the vault's access log whose words name the person
 * @param withheld what kept tables of reports out of the publication without the person
 */
public record Erasure(
    String id,
    String hash,
    Instant startedAt,
    String by,
    String reason,
    Map<String, Long> erased,
    Map<String, Long> altered,
    long decisions,
    List<String> publications,
    String republished,
    List<String> sourceFiles,
    Map<String, List<Integer>> registerLines,
    List<Integer> accessLines,
    List<Fault> withheld) {

  public Erasure {
    erased = new TreeMap<>(erased);
    altered = new TreeMap<>(altered);
    publications = List.copyOf(publications);
    sourceFiles = List.copyOf(sourceFiles);
    registerLines = new TreeMap<>(registerLines);
    accessLines = List.copyOf(accessLines);
    withheld = List.copyOf(withheld);
  }

  /** Rows that went, of all tables. */
  public long rows() {
    return erased.values().stream().mapToLong(Long::longValue).sum();
  }
}
