package vn.chuyencan.job.draft;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.Lake;

/**
 * Rows of the lake's tables, from first to last.
 *
 * @param lake the lake
 */
record LakeRows(Lake lake) {

  void each(String table, Consumer<Record> use, String... columns) {
    try (CloseableIterable<Record> rows = lake.rows(table, alwaysTrue(), columns)) {
      rows.forEach(use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
