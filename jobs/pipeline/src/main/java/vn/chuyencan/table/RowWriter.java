package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/**
 * Writes rows of a {@link RowShape} into data files of a table that is divided by the values of one
 * column or not at all. All rows of a partition come one after another: one file is open at a time.
 */
public final class RowWriter implements Closeable {
  /** Rows of a file; then another is begun. */
  private static final int MOST_ROWS = 1 << 21;

  private final ColumnFiles files;
  private final Schema schema;
  private final RowShape shape;

  /** By which column the table is divided; null where it is not. */
  private final String divider;

  private final int dividerPlace;
  private final List<DataFile> written = new ArrayList<>();
  private DataWriter<Object[]> open;
  private Object partition;
  private int rows;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  public RowWriter(Table table, RowShape shape, int task, long attempt) {
    this.files = new ColumnFiles(table, task, attempt);
    this.schema = table.schema();
    this.shape = shape;
    List<PartitionField> fields = table.spec().fields();
    this.divider = fields.isEmpty() ? null : schema.findColumnName(fields.get(0).sourceId());
    this.dividerPlace = divider == null ? -1 : shape.place(divider);
    if (fields.size() > 1 || (divider != null && !fields.get(0).transform().isIdentity())) {
      throw new IllegalArgumentException(table.name() + " is divided by " + table.spec());
    }
  }

  /** Writes a row; the array may be used again afterwards. */
  public void write(Object[] row) {
    Object mine = divider == null ? null : row[dividerPlace];
    if (open == null || rows == MOST_ROWS || !Objects.equals(mine, partition)) {
      begin(mine);
    }
    rows++;
    open.write(row);
  }

  private void begin(Object mine) {
    try {
      close();
      open = divider == null ? files.open(this::columns) : files.open(divider, mine, this::columns);
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
