package vn.chuyencan.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;

/**
 * The data files of tables to which rows are only ever added, for tasks that read them one by one.
 */
public final class LakeFiles {
  static {
    ZstdCodec.install();
  }

  private LakeFiles() {}

  /**
   * The files that may hold rows of which the condition is true, as the table's statistics tell.
   *
   * @return descriptions that travel to tasks
   * @throws IllegalStateException if rows were taken out of a file
   */
  public static List<FileScanTask> plan(Table table, Expression condition) {
    return plan(table.newScan(), condition);
  }

  static List<FileScanTask> plan(TableScan scan, Expression condition) {
    List<FileScanTask> files = planWithTakenOut(scan, condition);
    for (FileScanTask task : files) {
      if (!task.deletes().isEmpty()) {
        throw new IllegalStateException("rows were taken out of " + task.file().location());
      }
    }
    return files;
  }

  /** The same; {@link #read} tells rows that were taken out too, which the caller must know. */
  static List<FileScanTask> planWithTakenOut(TableScan scan, Expression condition) {
    List<FileScanTask> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = scan.filter(condition).planFiles()) {
      tasks.forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * The rows of a file, those too of which the condition of the plan is false; records are used
   * again, so copy what must stay.
   *
   * @param table as it travels to tasks
   * @param columns the columns to read, in this order
   */
  public static CloseableIterable<Record> read(Table table, FileScanTask file, Schema columns) {
    return LakeDamage.telling(
        file.file().location(),
        Parquet.read(table.io().newInputFile(file.file()))
            .project(columns)
            .createReaderFunc(stored -> GenericParquetReaders.buildReader(columns, stored))
            .reuseContainers()
            .build());
  }
}
