package vn.chuyencan.comply;

import java.math.BigDecimal;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;

/** Values of queries as table contracts have them. */
final class ContractValue {

  private ContractValue() {}

  /** The value in the column's type. */
  static Object of(TableColumn column, Object value) {
    if (value == null) {
      return null;
    }
    if (column.type() == ColumnType.Scalar.INT) {
      return number(column, value).intValueExact();
    }
    if (column.type() == ColumnType.Scalar.LONG) {
      return number(column, value).longValueExact();
    }
    return value;
  }

  private static BigDecimal number(TableColumn column, Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw new IllegalStateException(column.name() + " is no number: " + value);
  }

  /** How a column is kept where queries ask it. */
  static ColumnKind type(TableColumn column) {
    if (column.type() instanceof ColumnType.Decimal) {
      return ColumnKind.NUMBER;
    }
    return switch ((ColumnType.Scalar) column.type()) {
      case BOOLEAN -> ColumnKind.FLAG;
      case INT, LONG -> ColumnKind.COUNT;
      case STRING, UUID -> ColumnKind.TEXT;
      case DATE -> ColumnKind.DAY;
      case TIMESTAMP -> ColumnKind.MOMENT;
    };
  }
}
