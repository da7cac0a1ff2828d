package vn.chuyencan.source.intake;

import org.apache.iceberg.parquet.ParquetValueWriters.PrimitiveWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/**
 * One column of a Parquet file that is written without an object for each value. Definition levels
 * are those of Iceberg's own writers, so that its metrics and its readers see nothing unusual.
 */
final class LeanColumn extends PrimitiveWriter<Object> {
  private final int level;

  /**
   * @param path the column's name, and those of its members where it is nested
   */
  LeanColumn(MessageType type, String... path) {
    super(type.getColumnDescription(path));
    this.level = type.getColumnDescription(path).getMaxDefinitionLevel();
  }

  void put(long value) {
    column.writeLong(0, value);
  }

  /** A value of a list: repetition level 0 begins a row, 1 goes on in it. */
  void put(int repetition, long value) {
    column.writeLong(repetition, value);
  }

  void put(int value) {
    column.writeInteger(0, value);
  }

  void put(boolean value) {
    column.writeBoolean(0, value);
  }

  void put(Binary value) {
    column.writeBinary(0, value);
  }

  /** No value, of a column or list that stands at the top: one level below a value. */
  void putNull() {
    column.writeNull(0, level - 1);
  }

  void put(Boolean value) {
    if (value == null) {
      putNull();
    } else {
      column.writeBoolean(0, value);
    }
  }
}
