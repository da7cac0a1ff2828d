package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.comply.FilledForm.Cell;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * Takes counts of one to four persons out of what an institution shows of its own will (X-PD-7).
 * What the law demands or discloses is never touched. A form of this kind prints no sums: who
 * subtracts could tell what is hidden.
 */
final class SmallCells {
  /** Fewer persons than this are not shown. */
  static final int LEAST_SHOWN = 5;

  private static final String PERSONS = "person";

  private SmallCells() {}

  /** Whether a column counts persons. */
  static boolean counts(TableColumn column) {
    return column.unit().equals(PERSONS);
  }

  /** Takes small counts out of the rows and tells where. */
  static List<Cell> hide(TableContract contract, List<Object[]> rows) {
    List<Cell> hidden = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < contract.columns().size(); column++) {
        if (counts(contract.columns().get(column))
            && rows.get(row)[column] instanceof Integer count
            && count > 0
            && count < LEAST_SHOWN) {
          rows.get(row)[column] = null;
          hidden.add(new Cell(row, column));
        }
      }
    }
    return hidden;
  }
}
