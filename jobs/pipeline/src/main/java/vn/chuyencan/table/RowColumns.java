package vn.chuyencan.table;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.types.Types;

/**
 * Rows of a {@link RowShape} straight into the columns of a Parquet file of the lake, without a
 * record of Iceberg's in between. Files are as Iceberg's own writers make them.
 */
final class RowColumns implements ParquetValueWriter<Object[]> {
  private final RowShape shape;
  private final List<Types.NestedField> fields;
  private final ParquetColumn[] columns;
  private final boolean[] optional;
  private final int[] source;

  /**
   * @param schema the table's
   * @param type the file's columns, as Iceberg made them of that schema
   */
  RowColumns(RowShape shape, Schema schema, MessageType type) {
    this.shape = shape;
    this.fields = schema.columns();
    this.columns = new ParquetColumn[fields.size()];
    this.optional = new boolean[fields.size()];
    this.source = new int[fields.size()];
    TableContract contract = TableContract.of(shape.table());
    for (int field = 0; field < columns.length; field++) {
      String name = fields.get(field).name();
      source[field] = shape.place(name);
      optional[field] = fields.get(field).isOptional();
      columns[field] = ParquetColumn.of(type, contract.column(name).type(), name);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException naming table and column, if a value is missing where one must be
   *     or does not fit its type
   */
  @Override
  public void write(int repetition, Object[] row) {
    for (int field = 0; field < columns.length; field++) {
      Object value = row[source[field]];
      if (value != null) {
        put(field, value);
      } else if (optional[field]) {
        columns[field].writeNothing(0, 0);
      } else {
        throw new IllegalStateException("no value in " + name(field));
      }
    }
  }

  private void put(int field, Object value) {
    try {
      columns[field].write(value, 0);
    } catch (ArithmeticException
        | ClassCastException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException misfit) {
      throw new IllegalStateException(
          "a value that does not fit in " + name(field) + ": " + misfit.getMessage(), misfit);
    }
  }

  private String name(int field) {
    return shape.table() + "." + fields.get(field).name();
  }

  /** Nobody above this asks for single columns: it writes whole rows. */
  @Override
  public List<TripleWriter<?>> columns() {
    return List.of();
  }

  @Override
  public void setColumnStore(ColumnWriteStore store) {
    for (ParquetColumn column : columns) {
      column.open(store);
    }
  }
}
