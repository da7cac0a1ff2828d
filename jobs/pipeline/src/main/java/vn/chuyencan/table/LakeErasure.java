package vn.chuyencan.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Takes rows out of tables by writing anew every file that holds one of them, so that no file which
 * the next snapshot names tells of it; a row that is only marked as deleted would still be there to
 * be read. What older snapshots hold goes with {@link Lake#forgetPast}.
 */
public final class LakeErasure {
  private final Lake lake;
  private final LakeChange change;
  private final List<String> rewritten = new ArrayList<>();

  /**
   * What was done to a table.
   *
   * @param erased rows that went
   * @param altered rows of others that stayed without what they told
   */
  public record Effect(long erased, long altered) {

    /** Whether nothing had to be done. */
    public boolean isNothing() {
      return erased == 0 && altered == 0;
    }
  }

  /** Begins an erasure; nothing is changed before {@link #apply}. */
  public LakeErasure(Lake lake) {
    this.lake = lake;
    this.change = lake.change();
  }

  /**
   * Counts what a rule would do, without writing. The rule is shown the rows as when they are
   * erased, so one that remembers what it saw remembers it afterwards.
   */
  public Effect look(String table, RowRule rule) {
    return go(table, rule, false);
  }

  /** Writes the files anew. */
  public Effect erase(String table, RowRule rule) {
    return go(table, rule, true);
  }

  private Effect go(String name, RowRule rule, boolean write) {
    if (!lake.exists(name) || lake.snapshot(name) == null) {
      return new Effect(0, 0);
    }
    Table table = lake.table(name);
    List<DataFile> old = new ArrayList<>();
    long erased = 0;
    long altered = 0;
    try (LakeWriter writer = new LakeWriter(table, 0, 0)) {
      for (FileScanTask file : lake.filesWithTakenOut(name, rule.condition())) {
        if (!isTouched(table, file, rule)) {
          continue;
        }
        old.add(file.file().copy());
        try (CloseableIterable<Record> rows = live(table, file, table.schema())) {
          for (Record row : rows) {
            boolean touched = rule.touches(row);
            Record stays = touched ? rule.applied(row) : row;
            erased += stays == null ? 1 : 0;
            altered += touched && stays != null ? 1 : 0;
            if (write && stays != null) {
              writer.write(stays);
            }
          }
        }
      }
      if (write && !old.isEmpty()) {
        List<DataFile> fresh = writer.finish();
        change.commit(name, opened -> replace(opened, old, fresh));
        rewritten.add(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Effect(erased, altered);
  }

  /** Adds something else to the same change, in whatever table no rows are erased from. */
  public LakeErasure with(java.util.function.Consumer<LakeChange> more) {
    more.accept(change);
    return this;
  }

  /**
   * Commits the tables; the caller commits the lake. Afterwards the tables' manifests tell of live
   * files only: an entry of a file that went keeps its least and greatest values.
   */
  public void apply() {
    change.apply();
    for (String name : rewritten) {
      Table table = lake.table(name);
      if (table.currentSnapshot() != null
          && !table.currentSnapshot().dataManifests(table.io()).isEmpty()) {
        table.rewriteManifests().clusterBy(file -> "").rewriteIf(manifest -> true).commit();
      }
    }
  }

  private static void replace(Table table, List<DataFile> old, List<DataFile> fresh) {
    OverwriteFiles overwrite = table.newOverwrite();
    old.forEach(overwrite::deleteFile);
    fresh.forEach(overwrite::addFile);
    TableCommit.of(table, overwrite);
  }

  private static boolean isTouched(Table table, FileScanTask file, RowRule rule)
      throws IOException {
    Schema columns = table.schema().select(rule.columns());
    try (CloseableIterable<Record> rows = live(table, file, columns)) {
      for (Record row : rows) {
        if (rule.touches(row)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The rows of a file that were not taken out of it. */
  static CloseableIterable<Record> live(Table table, FileScanTask file, Schema columns) {
    GenericDeleteFilter deletes =
        new GenericDeleteFilter(table.io(), file, table.schema(), columns);
    return deletes.filter(LakeFiles.read(table, file, deletes.requiredSchema()));
  }

  /** The tables that are written anew. */
  public List<String> rewritten() {
    return List.copyOf(rewritten);
  }
}
