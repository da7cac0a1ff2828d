package vn.chuyencan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Rows from values by column name, so that no caller counts columns. */
public final class Rows {

  private Rows() {}

  /**
   * A row of that schema.
   *
   * @param schema its columns
   * @param values by column; an absent column is null; lists and maps may be Java's
   * @throws IllegalArgumentException if a value names no column of the schema
   */
  public static Row of(StructType schema, Map<String, ?> values) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    Object[] cells = new Object[schema.size()];
    for (int i = 0; i < cells.length; i++) {
      String column = schema.apply(i).name();
      unknown.remove(column);
      cells[i] = cell(values.get(column));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no column " + unknown + " among " + schema.simpleString());
    }
    return RowFactory.create(cells);
  }

  /** Rows of that schema, in the same order. */
  public static List<Row> of(StructType schema, List<? extends Map<String, ?>> values) {
    List<Row> rows = new ArrayList<>(values.size());
    for (Map<String, ?> one : values) {
      rows.add(of(schema, one));
    }
    return rows;
  }

  /** A list as a row holds it. */
  public static Object sequence(List<?> values) {
    return CollectionConverters.asScala(values).toSeq();
  }

  private static Object cell(Object value) {
    if (value instanceof List<?> list) {
      return sequence(list);
    }
    if (value instanceof Map<?, ?> map) {
      return CollectionConverters.asScala(map);
    }
    return value;
  }
}
