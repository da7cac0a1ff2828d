package vn.chuyencan.xapi.spark;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column that the data source yields.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may be null
 * @param value its value in Spark's internal form
 */
record Column<T>(String name, DataType type, boolean nullable, Function<T, Object> value) {

  StructField field() {
    return StructField.apply(name, type, nullable, org.apache.spark.sql.types.Metadata.empty());
  }

  static <T> StructType schema(List<Column<T>> columns) {
    return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
  }

  /** The columns that a pruned schema names, in its order. */
  static <T> List<Column<T>> of(List<Column<T>> all, StructType schema) {
    return List.of(schema.fieldNames()).stream()
        .map(
            name ->
                all.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No column " + name + ".")))
        .toList();
  }
}
