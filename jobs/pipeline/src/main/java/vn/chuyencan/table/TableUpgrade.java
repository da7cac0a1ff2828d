package vn.chuyencan.table;

import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types;

/**
 * A table of an older program under a contract of today: a column that may be empty by now, and
 * must not by the stored table, is allowed to be, and a column that the stored table lacks is added
 * and empty in its rows. No row is touched by it; whoever fills a new column writes its rows anew.
 */
final class TableUpgrade {
  private TableUpgrade() {}

  static Table of(Table table, TableContract contract) {
    Schema wanted = contract.icebergSchema();
    UpdateSchema update = null;
    for (Types.NestedField stored : table.schema().columns()) {
      Types.NestedField now = wanted.findField(stored.name());
      if (now != null && now.isOptional() && stored.isRequired()) {
        update = update == null ? table.updateSchema() : update;
        update.makeColumnOptional(stored.name());
      }
    }
    for (Types.NestedField added : wanted.columns()) {
      if (table.schema().findField(added.name()) == null) {
        update = update == null ? table.updateSchema() : update;
        update.addColumn(added.name(), added.type());
      }
    }
    if (update != null) {
      update.commit();
    }
    return table;
  }
}
