package vn.chuyencan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.types.Types;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * What a step changes in the lake: files to be added and rows to be replaced, gathered table by
 * table and committed at once, one commit a table. A commit waits for the disk more than it
 * computes, so several go side by side. Nothing is final before {@link Lake#commit}.
 */
public final class LakeChange {
  private static final int SIDE_BY_SIDE = 4;

  private final Lake lake;
  private final Map<String, Part> parts = new TreeMap<>();

  LakeChange(Lake lake) {
    this.lake = lake;
  }

  private static final class Part {
    private final List<DataFile> files = new ArrayList<>();
    private Expression replaced;
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
   * Adds rows to a table; they are written here, so let them be few.
   *
   * @param rows values by column as {@link LakeRecords} takes them
   */
  public LakeChange appendRows(String table, Collection<? extends Map<String, ?>> rows) {
    return rows.isEmpty() ? this : append(table, write(table, rows));
  }

  /**
   * Replaces all rows that the condition names by those of the files.
   *
   * @param condition on columns that divide the table, so that whole files go
   */
  public LakeChange replace(String table, Expression condition, Collection<DataFile> files) {
    Part part = part(table);
    part.replaced = condition;
    part.files.addAll(files);
    return this;
  }

  /** The same with rows that are written here. */
  public LakeChange replaceRows(
      String table, Expression condition, Collection<? extends Map<String, ?>> rows) {
    return replace(table, condition, rows.isEmpty() ? List.of() : write(table, rows));
  }

  /**
   * Changes a table in a way of the caller's own, which makes one commit, beside the others'.
   * Nothing else may be gathered for that table.
   */
  public LakeChange commit(String table, Consumer<Table> commit) {
    part(table).commit = commit;
    return this;
  }

  /**
   * Commits everything gathered.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public void apply() {
    lake.beginWriting();
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(SIDE_BY_SIDE, 1 + parts.size()));
    try {
      List<Future<?>> commits = new ArrayList<>();
      parts.forEach((name, part) -> commits.add(pool.submit(() -> commit(name, part))));
      for (Future<?> commit : commits) {
        commit.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof PipelineException known
          ? known
          : unreachable(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unreachable(stopped);
    } finally {
      pool.shutdownNow();
      parts.clear();
    }
  }

  private void commit(String name, Part part) {
    Table table = lake.table(name);
    if (part.commit != null) {
      part.commit.accept(table);
    } else if (part.replaced == null) {
      AppendFiles append = table.newAppend();
      part.files.forEach(append::appendFile);
      append.commit();
    } else if (!part.files.isEmpty() || table.currentSnapshot() != null) {
      OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(part.replaced);
      part.files.forEach(overwrite::addFile);
      overwrite.commit();
    }
  }

  private List<DataFile> write(String name, Collection<? extends Map<String, ?>> rows) {
    Table table = lake.table(name);
    Types.StructType type = table.schema().asStruct();
    try (LakeWriter writer = new LakeWriter(table, 0, 0, LakeWriter.Arrival.MIXED)) {
      for (Map<String, ?> row : rows) {
        Record record = LakeRecords.of(type, row);
        writer.write(record);
      }
      return writer.finish();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Part part(String table) {
    return parts.computeIfAbsent(table, name -> new Part());
  }

  private PipelineException unreachable(Throwable cause) {
    return new PipelineException(
        Fault.of(
            ErrorCode.WAREHOUSE_UNREACHABLE, lake.warehouse(), String.valueOf(cause.getMessage())),
        cause);
  }
}
