package vn.chuyencan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.StrictMetricsEvaluator;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Takes rows out of tables, to make place for others of the same step. A file of which the
 * statistics say that all of it goes is not read; of others what stays is written anew. Earlier
 * snapshots keep the rows, so a past night can still be computed again.
 */
public final class RowRemoval {
  private final Lake lake;
  private final LakeChange change;

  /** Begins; nothing is changed before {@link #apply}. */
  public RowRemoval(Lake lake) {
    this.lake = lake;
    this.change = lake.change();
  }

  /**
   * Takes rows out of a table.
   *
   * @param condition which rows go
   * @param goes the same of a row with all columns
   */
  public RowRemoval of(String name, Expression condition, Predicate<Record> goes) {
    if (!lake.exists(name) || lake.snapshot(name) == null) {
      return this;
    }
    Table table = lake.table(name);
    StrictMetricsEvaluator whole = new StrictMetricsEvaluator(table.schema(), condition);
    List<DataFile> old = new ArrayList<>();
    try (LakeWriter writer = new LakeWriter(table, 0, 0)) {
      for (FileScanTask file : lake.filesWithTakenOut(name, condition)) {
        old.add(file.file().copy());
        if (!whole.eval(file.file())) {
          try (CloseableIterable<Record> rows = LakeErasure.live(table, file, table.schema())) {
            for (Record row : rows) {
              if (!goes.test(row)) {
                writer.write(row);
              }
            }
          }
        }
      }
      List<DataFile> stays = writer.finish();
      if (!old.isEmpty()) {
        change.commit(name, opened -> replace(opened, old, stays));
      }
    } catch (IOException e) {
      throw lake.failure(e);
    }
    return this;
  }

  /** Takes all rows out of a table. */
  public RowRemoval ofAll(String name) {
    if (lake.exists(name)) {
      change.replaceRows(name, Expressions.alwaysTrue(), List.of());
    }
    return this;
  }

  private static void replace(Table table, List<DataFile> old, List<DataFile> stays) {
    OverwriteFiles overwrite = table.newOverwrite();
    old.forEach(overwrite::deleteFile);
    stays.forEach(overwrite::addFile);
    TableCommit.of(table, overwrite);
  }

  /** Commits the tables; the caller commits the lake. */
  public void apply() {
    change.apply();
  }
}
