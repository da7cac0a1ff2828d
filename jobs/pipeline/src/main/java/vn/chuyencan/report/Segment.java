package vn.chuyencan.report;

import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * A run of rows of a published table that stand together in its order: those of one course run, of
 * some batches, or all. What did not change since the last publication is copied from there.
 *
 * @param key names it within its table
 * @param fingerprint what its rows depend on, but for a {@link Cut}: equal fingerprints, equal rows
 * @param count how many rows there are about, for what is left out counts too; the same for the
 *     same rows
 * @param rows where its rows come from
 */
public record Segment(String key, String fingerprint, long count, Rows rows) {

  public Segment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(rows, "rows");
  }

  /** Where rows come from. */
  @FunctionalInterface
  public interface Rows {

    /**
     * The rows in any order, those too that a cut leaves out; a record may be used again for the
     * next row. To be closed.
     */
    CloseableIterable<Record> open();
  }
}
