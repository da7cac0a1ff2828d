package vn.chuyencan.table;

import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A table of an older program under a contract of today: a column that may be empty by now, and
 * must not by the stored table, is allowed to be, and a column that the stored table lacks is added
 * and empty in its rows. No row is touched by it; whoever fills a new column writes its rows anew.
 * What cannot be brought to today's columns that way is refused, and never misread.
 */
final class TableUpgrade {
  private static final String VERSION = "chuyencan.table-version";

  private TableUpgrade() {}

  /** The properties of a table that is made now. */
  static Map<String, String> properties(TableContract contract) {
    Map<String, String> properties = TableSettings.of(contract.name());
    properties.put(VERSION, contract.version().toString());
    return properties;
  }

  /**
   * Brings a stored table to today's columns.
   *
   * @throws PipelineException {@link ErrorCode#TABLE_OF_NEWER_PROGRAM}, {@link
   *     ErrorCode#TABLE_OF_OLDER_PROGRAM}, {@link ErrorCode#TABLE_OF_OTHER_COLUMNS}
   */
  static Table of(Table table, TableContract contract) {
    TableVersion stored = requireReadable(table, contract);
    Schema wanted = contract.icebergSchema();
    Transaction change = null;
    UpdateSchema update = null;
    for (Types.NestedField now : wanted.columns()) {
      Types.NestedField there = table.schema().findField(now.name());
      boolean relaxed = there != null && now.isOptional() && there.isRequired();
      if (there != null && !relaxed) {
        continue;
      }
      if (update == null) {
        change = table.newTransaction();
        update = change.updateSchema();
      }
      if (relaxed) {
        update.makeColumnOptional(now.name());
      } else {
        update.addColumn(now.name(), now.type());
      }
    }
    if (update != null) {
      update.commit();
    }
    if (!stored.equals(contract.version())) {
      change = change == null ? table.newTransaction() : change;
      change.updateProperties().set(VERSION, contract.version().toString()).commit();
    }
    if (change != null) {
      change.commitTransaction();
      table.refresh();
    }
    return table;
  }

  /** The same for somebody who only reads, and so brings nothing to anything. */
  static Table readable(Table table, TableContract contract) {
    requireReadable(table, contract);
    return table;
  }

  private static TableVersion requireReadable(Table table, TableContract contract) {
    TableVersion stored = stored(table);
    if (stored.compareTo(contract.version()) > 0) {
      throw refused(ErrorCode.TABLE_OF_NEWER_PROGRAM, contract, stored);
    }
    if (stored.compareTo(contract.oldestRead()) < 0) {
      throw refused(ErrorCode.TABLE_OF_OLDER_PROGRAM, contract, stored);
    }
    for (Types.NestedField now : contract.icebergSchema().columns()) {
      Types.NestedField there = table.schema().findField(now.name());
      if (there != null && there.type().typeId() != now.type().typeId()) {
        throw new PipelineException(
            Fault.of(
                ErrorCode.TABLE_OF_OTHER_COLUMNS,
                contract.name(),
                now.name(),
                there.type().toString(),
                now.type().toString()));
      }
    }
    return stored;
  }

  private static TableVersion stored(Table table) {
    // Tables of the first program do not tell it.
    String text = table.properties().get(VERSION);
    return text == null ? TableVersion.FIRST : TableVersion.of(text);
  }

  private static PipelineException refused(
      ErrorCode code, TableContract contract, TableVersion stored) {
    return new PipelineException(
        Fault.of(code, contract.name(), stored.toString(), contract.version().toString()));
  }
}
