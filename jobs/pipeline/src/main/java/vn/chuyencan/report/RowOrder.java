package vn.chuyencan.report;

import java.util.Comparator;
import java.util.List;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** The order of a table's canonical rows: by the columns of its contract, text by code points. */
final class RowOrder implements Comparator<Object[]> {
  private final int[] columns;

  RowOrder(TableContract table) {
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    this.columns = table.order().stream().mapToInt(names::indexOf).toArray();
  }

  @Override
  public int compare(Object[] one, Object[] other) {
    for (int index : columns) {
      int comparison = compareValues(one[index], other[index]);
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked")
  private static int compareValues(Object one, Object other) {
    return one instanceof String text
        ? CanonicalText.compare(text, (String) other)
        : ((Comparable<Object>) one).compareTo(other);
  }
}
