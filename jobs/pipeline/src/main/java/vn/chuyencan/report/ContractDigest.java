package vn.chuyencan.report;

import org.apache.iceberg.SchemaParser;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** Everything of a table's contract that its published files depend on, as one digest. */
final class ContractDigest {
  private ContractDigest() {}

  static String of(TableContract table) {
    StringBuilder text = new StringBuilder(SchemaParser.toJson(table.icebergSchema()));
    text.append('\n').append(table.name()).append(table.visibility()).append(table.order());
    for (TableColumn column : table.columns()) {
      text.append('\n')
          .append(column.name())
          .append(' ')
          .append(column.type().text())
          .append(' ')
          .append(column.nullable())
          .append(' ')
          .append(column.words());
    }
    return Sha256.of(text.toString());
  }
}
