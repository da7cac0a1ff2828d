package vn.chuyencan.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Data files in place of those whose rows a condition names. A file that the table holds already,
 * byte for byte but for what Parquet's writer leaves to chance ({@link ParquetFooter}), stays, and
 * the new one goes: what was measured again and came out the same is then no news to whoever copies
 * what did not change.
 */
final class FileReplacement {
  private static final int BUFFER = 1 << 16;

  /** Bytes at the end of a Parquet file: the footer's length, and a mark. */
  private static final int TAIL = 8;

  private final Table table;
  private final Map<Likeness, List<DataFile>> stored = new HashMap<>();

  /** Of two files that may be equal. */
  private record Likeness(String partition, long bytes, long rows) {}

  private FileReplacement(Table table) {
    this.table = table;
  }

  /** Commits the replacement, if there is anything to change. */
  static void commit(Table table, Expression replaced, List<DataFile> files) {
    new FileReplacement(table).commit(replaced, files);
  }

  private void commit(Expression replaced, List<DataFile> files) {
    OverwriteFiles overwrite = table.newOverwrite();
    if (!gather(replaced)) {
      overwrite.overwriteByRowFilter(replaced);
      files.forEach(overwrite::addFile);
      TableCommit.of(table, overwrite);
      return;
    }
    List<DataFile> needless = new ArrayList<>();
    for (DataFile file : files) {
      if (isStored(file)) {
        needless.add(file);
      } else {
        overwrite.addFile(file);
      }
    }
    List<DataFile> gone = stored.values().stream().flatMap(List::stream).toList();
    gone.forEach(overwrite::deleteFile);
    if (!gone.isEmpty() || needless.size() < files.size()) {
      TableCommit.of(table, overwrite);
    }
    needless.forEach(file -> table.io().deleteFile(file.location()));
  }

  /**
   * Looks for the files whose rows the condition names.
   *
   * @return false if it names only some rows of a file, or some were taken out of one
   */
  private boolean gather(Expression replaced) {
    for (FileScanTask task : LakeFiles.planWithTakenOut(table.newScan(), replaced)) {
      if (task.residual().op() != Expression.Operation.TRUE || !task.deletes().isEmpty()) {
        return false;
      }
      stored.computeIfAbsent(likeness(task.file()), like -> new ArrayList<>()).add(task.file());
    }
    return true;
  }

  private Likeness likeness(DataFile file) {
    return new Likeness(
        table.specs().get(file.specId()).partitionToPath(file.partition()),
        file.fileSizeInBytes(),
        file.recordCount());
  }

  /** Whether a stored file is the same, which is then taken for this one. */
  private boolean isStored(DataFile file) {
    List<DataFile> alike = stored.getOrDefault(likeness(file), List.of());
    for (DataFile one : alike) {
      if (isSame(one, file)) {
        alike.remove(one);
        return true;
      }
    }
    return false;
  }

  private boolean isSame(DataFile one, DataFile other) {
    if (one.keyMetadata() != null || other.keyMetadata() != null) {
      // Encrypted: no two writings are alike.
      return false;
    }
    try (SeekableInputStream some = table.io().newInputFile(one.location()).newStream();
        SeekableInputStream more = table.io().newInputFile(other.location()).newStream()) {
      int end = endOf(some, one.fileSizeInBytes());
      return end == endOf(more, other.fileSizeInBytes())
          && Arrays.equals(
              footer(some, one.fileSizeInBytes(), end), footer(more, other.fileSizeInBytes(), end))
          && haveSameStart(some, more, one.fileSizeInBytes() - end);
    } catch (IOException | RuntimeException damaged) {
      // What cannot be read is replaced, as everything was that is measured again.
      return false;
    }
  }

  /** How many bytes follow the last row group of a Parquet file. */
  private static int endOf(SeekableInputStream file, long length) throws IOException {
    file.seek(length - TAIL);
    return TAIL + ByteBuffer.wrap(file.readNBytes(TAIL)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static byte[] footer(SeekableInputStream file, long length, int end) throws IOException {
    file.seek(length - end);
    return ParquetFooter.ordered(file.readNBytes(end));
  }

  private static boolean haveSameStart(
      SeekableInputStream one, SeekableInputStream other, long length) throws IOException {
    one.seek(0);
    other.seek(0);
    for (long at = 0; at < length; at += BUFFER) {
      int next = (int) Math.min(BUFFER, length - at);
      if (!Arrays.equals(one.readNBytes(next), other.readNBytes(next))) {
        return false;
      }
    }
    return true;
  }
}
