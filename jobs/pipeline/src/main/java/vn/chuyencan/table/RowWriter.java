package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/**
 * Writes rows of a {@link RowShape} into data files of a table that is divided by the values of one
 * column or not at all. All rows of a partition come one after another: one file is open at a time.
 */
public final class RowWriter implements Closeable {
  private static final long LONGEST_FILE = 256L << 20;

  /** So many rows are written before a file's length is looked at again. */
  private static final int ROWS_BETWEEN_LOOKS = 1000;

  private final ColumnFiles files;
  private final Schema schema;
  private final RowShape shape;
  private final long longestFile;

  /** The place of the column by which the table is divided; negative where it is not. */
  private final int divider;

  private final Set<Object> begun = new HashSet<>();
  private final List<DataFile> written = new ArrayList<>();
  private DataWriter<Object[]> open;
  private Object partition;
  private long rows;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   * @throws IllegalArgumentException if the table is divided otherwise
   */
  public RowWriter(Table table, RowShape shape, int task, long attempt) {
    this(table, shape, task, attempt, LONGEST_FILE);
  }

  RowWriter(Table table, RowShape shape, int task, long attempt, long longestFile) {
    if (table.spec().fields().stream().anyMatch(field -> !field.transform().isIdentity())) {
      throw new IllegalArgumentException(table.name() + " is divided by " + table.spec());
    }
    this.files = new ColumnFiles(table, task, attempt);
    this.schema = table.schema();
    this.shape = shape;
    this.divider = files.divider().map(shape::place).orElse(-1);
    this.longestFile = longestFile;
  }

  /**
   * Writes a row; the array may be used again afterwards.
   *
   * @throws IllegalStateException if a row of another partition came between those of this one, or
   *     a value does not fit its column
   */
  public void write(Object[] row) {
    Object mine = divider < 0 ? null : row[divider];
    if (open == null || isLong() || !Objects.equals(mine, partition)) {
      begin(mine);
    }
    rows++;
    open.write(row);
  }

  private boolean isLong() {
    return rows % ROWS_BETWEEN_LOOKS == 0 && open.length() >= longestFile;
  }

  private void begin(Object mine) {
    boolean goesOn = open != null && Objects.equals(mine, partition);
    if (!goesOn && !begun.add(mine)) {
      throw new IllegalStateException("rows of " + mine + " come apart in " + shape.table());
    }
    try {
      close();
      open = files.open(mine, this::columns);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    partition = mine;
    rows = 0;
  }

  private RowColumns columns(MessageType type) {
    return new RowColumns(shape, schema, type);
  }

  /** Ends the writing and tells the files. */
  public List<DataFile> finish() throws IOException {
    close();
    return List.copyOf(written);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      DataWriter<Object[]> last = open;
      open = null;
      last.close();
      written.add(last.toDataFile());
    }
  }
}
