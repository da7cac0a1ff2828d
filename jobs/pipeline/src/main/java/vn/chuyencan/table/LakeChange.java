package vn.chuyencan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.work.SideBySide;

/**
 * What a step changes in the lake: files to be added and rows to be replaced, gathered table by
 * table and committed at once, one commit a table. A commit waits for the disk more than it
 * computes, so several go side by side. Nothing is final before {@link Lake#commit}.
 */
public final class LakeChange {
  private static final int SIDE_BY_SIDE = 4;
  private static final int MOST_FILES = 24;
  private static final int MOST_RECORDS = 1_000_000;

  private final Lake lake;
  private final Map<String, Part> parts = new TreeMap<>();

  LakeChange(Lake lake) {
    this.lake = lake;
  }

  private static final class Part {
    private final List<DataFile> files = new ArrayList<>();
    private Expression replaced;
    private boolean rewritten;
    private Consumer<Table> commit;
  }

  /** Adds data files to a table. */
  public LakeChange append(String table, Collection<DataFile> files) {
    if (!files.isEmpty()) {
      part(table).files.addAll(files);
    }
    return this;
  }

  /**
   * Adds rows to a table; they are written here, so let them be few. Now and then all rows of a
   * small table are written again together, so that its files do not grow in number with the
   * nights.
   *
   * @param rows values by column as {@link LakeRecords} takes them
   */
  public LakeChange appendRows(String table, Collection<? extends Map<String, ?>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    Part part = part(table);
    // What the table holds is written again once, however often rows are added.
    if (part.rewritten || part.replaced != null || !isScattered(lake.table(table))) {
      return append(table, write(table, rows, false));
    }
    replace(table, Expressions.alwaysTrue(), write(table, rows, true));
    part.rewritten = true;
    return this;
  }

  /**
   * Whether a small table has come to lie in so many files that opening them takes longer than
   * writing its rows anew: every night adds one.
   */
  private static boolean isScattered(Table table) {
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot == null || !table.spec().isUnpartitioned()) {
      return false;
    }
    long files = total(snapshot, SnapshotSummary.TOTAL_DATA_FILES_PROP);
    long records = total(snapshot, SnapshotSummary.TOTAL_RECORDS_PROP);
    return files >= MOST_FILES && records <= MOST_RECORDS;
  }

  private static long total(Snapshot snapshot, String property) {
    return Long.parseLong(snapshot.summary().getOrDefault(property, "0"));
  }

  /**
   * Replaces all rows that the condition names by those of the files. Conditions of several calls
   * for one table add up, as their files do.
   *
   * @param condition such that no stored file holds both rows that it names and others: files go as
   *     a whole
   */
  public LakeChange replace(String table, Expression condition, Collection<DataFile> files) {
    Part part = part(table);
    if (part.rewritten) {
      throw new IllegalStateException(table + ": its rows are written again already");
    }
    part.replaced = part.replaced == null ? condition : Expressions.or(part.replaced, condition);
    part.files.addAll(files);
    return this;
  }

  /** The same with rows that are written here. */
  public LakeChange replaceRows(
      String table, Expression condition, Collection<? extends Map<String, ?>> rows) {
    return replace(table, condition, rows.isEmpty() ? List.of() : write(table, rows, false));
  }

  /**
   * Changes a table in a way of the caller's own, which makes one commit, beside the others'.
   * Nothing else may be gathered for that table.
   */
  public LakeChange commit(String table, Consumer<Table> commit) {
    Part part = part(table);
    if (part.commit != null) {
      throw new IllegalStateException(table + ": is changed in two ways of callers' own");
    }
    part.commit = commit;
    return this;
  }

  /**
   * Commits everything gathered.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public void apply() {
    lake.beginWriting();
    try (SideBySide pool = new SideBySide(Math.min(SIDE_BY_SIDE, 1 + parts.size()), "commit")) {
      List<Future<?>> commits = new ArrayList<>();
      parts.forEach((name, part) -> commits.add(pool.submit(() -> commit(name, part))));
      for (Future<?> commit : commits) {
        SideBySide.result(commit);
      }
    } catch (PipelineException known) {
      throw known;
    } catch (IOException | RuntimeException failure) {
      throw lake.failure(failure);
    } finally {
      parts.clear();
    }
  }

  private Void commit(String name, Part part) {
    Table table = lake.table(name);
    try {
      commit(name, table, part);
    } catch (RuntimeException failure) {
      throw LakeClock.of(table, failure);
    }
    return null;
  }

  private static void commit(String name, Table table, Part part) {
    if (part.commit != null) {
      if (part.replaced != null || !part.files.isEmpty()) {
        throw new IllegalStateException(name + ": something would be lost beside a commit");
      }
      part.commit.accept(table);
    } else if (part.replaced == null) {
      AppendFiles append = table.newAppend();
      part.files.forEach(append::appendFile);
      TableCommit.of(table, append);
    } else if (!part.files.isEmpty() || table.currentSnapshot() != null) {
      FileReplacement.commit(table, part.replaced, part.files);
    }
  }

  /**
   * Writes rows.
   *
   * @param stored whether the rows that the table holds are written with them
   */
  private List<DataFile> write(
      String name, Collection<? extends Map<String, ?>> rows, boolean stored) {
    Table table = lake.table(name);
    Types.StructType type = table.schema().asStruct();
    try (LakeWriter writer = new LakeWriter(table, 0, 0)) {
      if (stored) {
        try (CloseableIterable<Record> before = lake.rows(name, Expressions.alwaysTrue())) {
          before.forEach(writer::write);
        }
      }
      for (Map<String, ?> row : rows) {
        Record record = LakeRecords.of(type, row);
        writer.write(record);
      }
      return writer.finish();
    } catch (IOException e) {
      throw lake.failure(e);
    }
  }

  private Part part(String table) {
    return parts.computeIfAbsent(table, name -> new Part());
  }
}
