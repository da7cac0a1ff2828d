package vn.chuyencan.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publication vouches for. The same inputs, configuration and code give the same manifest
 * but for {@link #runId}, the operational tables, {@link #record} and {@link #chain}.
 *
 * @param format version of this form, 1
 * @param runId which run published
 * @param asOf the day up to which it counts, in the institution's zone
 * @param codeVersion the version that published
 * @param digest SHA-256 over {@code sha256sum}'s lines of the canonical CSV of every table that is
 *     not operational, sorted by name
 * @param configuration SHA-256 of the configuration
 * @param registers SHA-256 of the registers' canonical content
 * @param policies SHA-256 of each policy, by its id
 * @param inputs SHA-256 or other fingerprint of each input, by its name
 * @param counts the terms of the equation {@code read = accepted + duplicate + …}, by name
 * @param tables what was published, by name
 * @param record SHA-256 of the record of what the run was made of; empty where none was kept
 * @param chain its place among the publications; null of a publication from before there was one
 * @param site the pages for people; null where there are none. They are no part of {@link #digest}
 */
public record Manifest(
    int format,
    String runId,
    LocalDate asOf,
    String codeVersion,
    String digest,
    String configuration,
    String registers,
    SortedMap<String, String> policies,
    SortedMap<String, String> inputs,
    SortedMap<String, Long> counts,
    List<Table> tables,
    String record,
    Chain chain,
    @JsonInclude(JsonInclude.Include.NON_NULL) Site site) {

  /** The version of the manifest's form that this code writes. */
  public static final int FORMAT = 1;

  /** The manifest's name within a publication. */
  public static final String FILE = "manifest.json";

  /**
   * One published table, or one part of it: a long one has several entries.
   *
   * @param name the table's name
   * @param version the version of its columns, such as {@code 1-0-2}; null of a publication from
   *     before this was told, whose seal covers no such word
   * @param rows how many rows there are in the file
   * @param digest SHA-256 of its canonical CSV, without a byte order mark
   * @param operational whether it tells how data arrived; then it is no part of {@link
   *     Manifest#digest}
   * @param csv its CSV file within the publication
   * @param parquet its Parquet file within the publication
   */
  public record Table(
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) String version,
      long rows,
      String digest,
      boolean operational,
      String csv,
      String parquet) {

    /**
     * The file's name without folder and extension: the table's, and of one in parts the part's.
     */
    public String file() {
      return csv.substring(csv.lastIndexOf('/') + 1, csv.lastIndexOf('.'));
    }
  }

  /**
   * The pages for people.
   *
   * @param index the first page within the publication
   * @param audience who may read them: {@code analyst} or {@code office}
   * @param files how many files there are
   * @param digest SHA-256 over {@code sha256sum}'s lines of all its files, sorted by name
   */
  public record Site(String index, String audience, int files, String digest) {}

  /**
   * A link of the chain of publications: each names the one before it, so that none can be changed
   * or taken out without breaking all that follow.
   *
   * @param sequence the how manieth publication it is, from 1
   * @param previous SHA-256 of the manifest file of the publication before; empty of the first
   * @param key names the institution's key under which it is sealed, without telling it
   * @param seal HMAC-SHA-256 under that key of this manifest with an empty seal
   */
  public record Chain(long sequence, String previous, String key, String seal) {

    Chain sealed(String by) {
      return new Chain(sequence, previous, key, by);
    }
  }

  public Manifest {
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    tables = List.copyOf(tables);
    record = record == null ? "" : record;
  }

  Manifest with(Chain other) {
    return new Manifest(
        format,
        runId,
        asOf,
        codeVersion,
        digest,
        configuration,
        registers,
        policies,
        inputs,
        counts,
        tables,
        record,
        other,
        site);
  }
}
