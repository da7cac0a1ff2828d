package vn.chuyencan.table;

import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/** What becomes of the rows of one table when something is taken out of the lake. */
public interface RowRule {

  /** Which rows {@link #touches} can be true of, so that files without any are left out. */
  default Expression condition() {
    return Expressions.alwaysTrue();
  }

  /** The columns by which {@link #touches} decides; few, for every row of the table is read. */
  List<String> columns();

  /**
   * Whether a row does not stay as it is.
   *
   * @param row of {@link #columns} only
   */
  boolean touches(Record row);

  /**
   * The row as it stays.
   *
   * @param row with all columns; it may be changed
   * @return null when the row goes
   */
  Record applied(Record row);
}
