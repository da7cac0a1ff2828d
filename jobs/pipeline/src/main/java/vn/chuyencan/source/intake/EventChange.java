package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FanoutPositionOnlyDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.TableCommit;
import vn.chuyencan.table.Tables;

/**
 * What a batch changes in {@code learning_event}: the files of its tasks come, and rows of these
 * and of earlier files go, by file and position. One commit, so nobody ever sees a repeat.
 */
final class EventChange {
  private static final long TARGET_FILE_BYTES = 64L << 20;

  private final Map<String, DataFile> added = new TreeMap<>();
  private final Map<String, TreeSet<Long>> positions = new TreeMap<>();

  /** Adds a file of the batch. */
  void add(DataFile file) {
    added.put(file.location(), file);
  }

  /** Removes a row of a file, of the batch or of the table. */
  void remove(String file, long position) {
    positions.computeIfAbsent(file, name -> new TreeSet<>()).add(position);
  }

  /** Makes it part of a change of the lake; nothing when nothing comes or goes. */
  void joinTo(LakeChange change) {
    if (!added.isEmpty() || !positions.isEmpty()) {
      change.commit(Tables.LEARNING_EVENT, this::commit);
    }
  }

  /** Commits it; a file of which every row goes, goes or stays away whole. */
  private void commit(Table table) {
    try {
      RowDelta delta = table.newRowDelta();
      Map<String, DataFile> files = withEarlier(table);
      added.values().stream().filter(file -> !goesWhole(file)).forEach(delta::addRows);
      List<DataFile> partly = new ArrayList<>();
      for (DataFile file : files.values()) {
        if (!goesWhole(file)) {
          partly.add(file);
        } else if (!added.containsKey(file.location())) {
          delta.removeRows(file);
        }
      }
      deletes(table, partly).forEach(delta::addDeletes);
      TableCommit.of(table, delta);
      // Written before anybody knew that all of it had come already.
      added.values().stream()
          .filter(this::goesWhole)
          .forEach(file -> table.io().deleteFile(file.location()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean goesWhole(DataFile file) {
    TreeSet<Long> gone = positions.get(file.location());
    return gone != null && gone.size() == file.recordCount();
  }

  /** The files of which rows go. */
  private Map<String, DataFile> withEarlier(Table table) throws IOException {
    Map<String, DataFile> found = new HashMap<>(added);
    found.keySet().retainAll(positions.keySet());
    if (found.size() < positions.size()) {
      try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
        for (FileScanTask task : tasks) {
          if (positions.containsKey(task.file().location())) {
            found.put(task.file().location(), task.file().copy());
          }
        }
      }
    }
    if (found.size() < positions.size()) {
      throw new IllegalStateException("files of " + table.name() + " are gone: " + positions);
    }
    return found;
  }

  private List<DeleteFile> deletes(Table table, List<DataFile> files) throws IOException {
    if (files.isEmpty()) {
      return List.of();
    }
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
      for (DataFile file : files) {
        PartitionSpec spec = table.specs().get(file.specId());
        for (Long position : positions.get(file.location())) {
          writer.write(delete.set(file.location(), position), spec, file.partition());
        }
      }
    }
    return writer.result().deleteFiles();
  }
}
