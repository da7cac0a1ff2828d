package vn.chuyencan.source.xapi;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FanoutPositionOnlyDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Takes rows out of a table by file and position, without rewriting the files. */
final class RowRemoval {
  private static final long TARGET_FILE_BYTES = 64L << 20;

  private final Table table;
  private final String branch;

  RowRemoval(Table table, String branch) {
    this.table = table;
    this.branch = branch;
  }

  /**
   * Removes the rows in one commit to the branch. A file of which every row goes, goes whole.
   *
   * @param positions positions by file
   */
  void remove(Map<String, ? extends SortedSet<Long>> positions) throws IOException {
    if (positions.isEmpty()) {
      return;
    }
    Map<String, DataFile> files = dataFiles(positions.keySet());
    RowDelta delta = table.newRowDelta().toBranch(branch);
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).deleteFileFormat(FileFormat.PARQUET).build();
    OutputFileFactory output =
        OutputFileFactory.builderFor(table, 0, 0)
            .format(FileFormat.PARQUET)
            .suffix("deletes")
            .build();
    FanoutPositionOnlyDeleteWriter<Record> writer =
        new FanoutPositionOnlyDeleteWriter<>(factory, output, table.io(), TARGET_FILE_BYTES);
    try (writer) {
      PositionDelete<Record> delete = PositionDelete.create();
      for (Map.Entry<String, ? extends SortedSet<Long>> entry : positions.entrySet()) {
        DataFile file = files.get(entry.getKey());
        if (file.recordCount() == entry.getValue().size()) {
          delta.removeRows(file);
          continue;
        }
        PartitionSpec spec = table.specs().get(file.specId());
        for (Long position : entry.getValue()) {
          writer.write(delete.set(entry.getKey(), position), spec, file.partition());
        }
      }
    }
    for (DeleteFile file : writer.result().deleteFiles()) {
      delta.addDeletes(file);
    }
    delta.commit();
  }

  private Map<String, DataFile> dataFiles(Collection<String> wanted) throws IOException {
    Map<String, DataFile> found = new HashMap<>();
    TableScan scan = table.newScan().useRef(branch);
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        if (wanted.contains(task.file().location())) {
          found.put(task.file().location(), task.file().copy());
        }
      }
    }
    List<String> missing = wanted.stream().filter(file -> !found.containsKey(file)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("files of " + table.name() + " are gone: " + missing);
    }
    return found;
  }
}
