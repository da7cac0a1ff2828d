package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Writes rows of a {@link RowShape} into data files, one record used again for all of them. All
 * rows of a partition come one after another.
 */
public final class RowWriter implements Closeable {
  private final LakeWriter writer;
  private final Record record;
  private final int[] source;
  private final Type[] converted;

  /**
   * @param table the table, as it travels to tasks
   * @param task number of the task, so that no two tasks name a file alike
   * @param attempt number of the task's attempt, likewise
   */
  public RowWriter(Table table, RowShape shape, int task, long attempt) {
    this.writer = new LakeWriter(table, task, attempt, LakeWriter.Arrival.BY_PARTITION);
    this.record = GenericRecord.create(table.schema());
    List<Types.NestedField> fields = table.schema().columns();
    this.source = new int[fields.size()];
    this.converted = new Type[fields.size()];
    for (int field = 0; field < source.length; field++) {
      source[field] = shape.place(fields.get(field).name());
      Type type = fields.get(field).type();
      converted[field] = isConverted(type) ? type : null;
    }
  }

  private static boolean isConverted(Type type) {
    return switch (type.typeId()) {
      case TIMESTAMP, DECIMAL -> true;
      case LIST -> type.asListType().elementType().isStructType();
      default -> false;
    };
  }

  /** Writes a row; the array may be used again afterwards. */
  public void write(Object[] row) {
    for (int field = 0; field < source.length; field++) {
      Object value = row[source[field]];
      record.set(
          field,
          value == null || converted[field] == null ? value : converted(converted[field], value));
    }
    writer.write(record);
  }

  private static Object converted(Type type, Object value) {
    return switch (type.typeId()) {
      case TIMESTAMP -> ((Instant) value).atOffset(ZoneOffset.UTC);
      case DECIMAL ->
          ((BigDecimal) value)
              .setScale(((Types.DecimalType) type).scale(), RoundingMode.UNNECESSARY);
      case LIST -> structs(type.asListType().elementType().asStructType(), (List<?>) value);
      default -> value;
    };
  }

  private static List<Record> structs(Types.StructType type, List<?> rows) {
    List<Record> structs = new ArrayList<>(rows.size());
    for (Object row : rows) {
      Record struct = GenericRecord.create(type);
      Object[] members = (Object[]) row;
      for (int member = 0; member < members.length; member++) {
        Type of = type.fields().get(member).type();
        Object value = members[member];
        struct.set(member, isConverted(of) ? converted(of, value) : value);
      }
      structs.add(struct);
    }
    return structs;
  }

  /** Ends the writing and tells the files. */
  public List<DataFile> finish() throws IOException {
    return writer.finish();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
