package vn.chuyencan.report.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Rows of a table with a contract, for files.
 *
 * @param name one of {@link vn.chuyencan.table.Tables#requested}
 * @param rows in the table's order
 */
public record FormTable(String name, List<Object[]> rows) {

  public FormTable {
    Objects.requireNonNull(name, "name");
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }
}
