package vn.chuyencan.job.audit;

import java.time.LocalDate;
import java.util.List;
import vn.chuyencan.error.Fault;

/**
 * What came of computing a past night again.
 *
 * @param runId the run
 * @param asOf its as-of date
 * @param codeVersion the program that published
 * @param verifiedWith the program that computed again
 * @param published the digest that was published
 * @param computed the digest that the same gives now
 * @param tables the tables that were compared
 * @param frozen course runs whose decisions were taken as a freeze kept them
 * @param otherFiles Parquet files that hold the same rows in other bytes; compared only when both
 *     programs are the same
 * @param faults what in the publication is not as it was published
 */
public record Verification(
    String runId,
    LocalDate asOf,
    String codeVersion,
    String verifiedWith,
    String published,
    String computed,
    List<TableCheck> tables,
    List<String> frozen,
    List<String> otherFiles,
    List<Fault> faults) {

  public Verification {
    tables = List.copyOf(tables);
    frozen = List.copyOf(frozen);
    otherFiles = List.copyOf(otherFiles);
    faults = List.copyOf(faults);
  }

  /** Whether everything is equal. */
  public boolean holds() {
    return faults.isEmpty() && otherFiles.isEmpty() && tables.stream().allMatch(TableCheck::equal);
  }

  /** Tables that were compared. */
  public long compared() {
    return tables.stream().map(TableCheck::table).distinct().count();
  }

  /** Those of them of which every part is equal. */
  public long equal() {
    return compared()
        - tables.stream().filter(table -> !table.equal()).map(TableCheck::table).distinct().count();
  }

  /**
   * A table that was published and computed again, or one part of it.
   *
   * @param table the table's name
   * @param file its file's name without extension: of a table in parts, the part's
   * @param equal whether the digests are
   * @param publishedRows how many rows were published
   * @param computedRows how many were computed
   * @param onlyPublished some lines of CSV that only the publication has
   * @param onlyComputed some that only the computation has
   */
  public record TableCheck(
      String table,
      String file,
      boolean equal,
      long publishedRows,
      long computedRows,
      List<String> onlyPublished,
      List<String> onlyComputed) {

    public TableCheck {
      onlyPublished = List.copyOf(onlyPublished);
      onlyComputed = List.copyOf(onlyComputed);
    }
  }
}
