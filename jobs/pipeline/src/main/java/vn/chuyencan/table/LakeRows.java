package vn.chuyencan.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** Rows of the lake's tables, from first to last, for who wants to close nothing. */
public final class LakeRows {
  private LakeRows() {}

  /**
   * Tells the rows that {@link Lake#rows} gives.
   *
   * @param columns the columns to read; none: all
   * @throws UncheckedIOException if they cannot be read
   */
  public static void each(
      Lake lake, String table, Expression condition, Consumer<Record> use, String... columns) {
    try (CloseableIterable<Record> rows = lake.rows(table, condition, columns)) {
      rows.forEach(use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of all rows. */
  public static void each(Lake lake, String table, Consumer<Record> use, String... columns) {
    each(lake, table, Expressions.alwaysTrue(), use, columns);
  }

  /** The same of a table that may never have been made, and is not made by being read. */
  public static void eachIfAny(
      Lake lake, String table, Expression condition, Consumer<Record> use, String... columns) {
    if (lake.exists(table)) {
      each(lake, table, condition, use, columns);
    }
  }
}
