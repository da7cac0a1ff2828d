package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** The table {@code erasure}: whose data was erased, as keyed hashes, and what went. */
public final class ErasureTable {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** The table as it stands. */
  public ErasureTable(Lake lake) {
    if (!lake.exists(Tables.ERASURE)) {
      return;
    }
    try (CloseableIterable<Record> stored = lake.rows(Tables.ERASURE, alwaysTrue())) {
      for (Record record : stored) {
        Map<String, Object> row = new LinkedHashMap<>();
        record
            .struct()
            .fields()
            .forEach(field -> row.put(field.name(), record.getField(field.name())));
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Everybody who was erased.
   *
   * @param secret the institution's
   */
  public Tombstones tombstones(byte[] secret) {
    List<String> hashes = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      ((List<?>) row.get("hashes")).forEach(hash -> hashes.add((String) hash));
    }
    return Tombstones.of(secret, hashes);
  }

  /** The erasures that broke off, by their ids. */
  public List<String> unfinished() {
    return rows.stream()
        .filter(row -> row.get("finished_at") == null)
        .map(row -> (String) row.get("erasure_id"))
        .sorted()
        .toList();
  }

  /** The erasure that has one of these hashes; its values may be changed. */
  public Optional<Map<String, Object>> with(String hash) {
    return rows.stream().filter(row -> ((List<?>) row.get("hashes")).contains(hash)).findFirst();
  }

  /** Adds an erasure. */
  public void add(Map<String, Object> row) {
    rows.add(row);
  }

  /** Gathers the table, as it is here, for the next commit. */
  public void replace(LakeChange change) {
    change.replaceRows(Tables.ERASURE, alwaysTrue(), rows);
  }
}
