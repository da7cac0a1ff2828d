package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** Rows of a published table as they stand, under their headings, for a page. */
final class TableJson {
  private static final List<String> NUMBERS = List.of("int", "long", "decimal");

  private TableJson() {}

  /**
   * The rows, or the first of them.
   *
   * @param columns which columns; those that the table has not are left out
   * @param most how many rows at most; the table tells how many there are
   */
  static ObjectNode of(
      PublishedTables tables,
      String table,
      List<String> columns,
      Predicate<PublishedRow> wanted,
      int most)
      throws IOException {
    ObjectNode json = SiteJson.object().put("table", table);
    TableContract contract = TableContract.of(table);
    json.set("label", SiteJson.both(contract.label()));
    json.set("grain", SiteJson.both(contract.grain()));
    ArrayNode headings = json.putArray("columns");
    List<TableColumn> shown =
        contract.columns().stream().filter(column -> columns.contains(column.name())).toList();
    for (TableColumn column : shown) {
      ObjectNode heading = headings.addObject().put("name", column.name());
      heading.set("label", SiteJson.both(column.label()));
      heading.put(
          "number", NUMBERS.stream().anyMatch(word -> column.type().text().startsWith(word)));
    }
    ArrayNode rows = json.putArray("rows");
    long[] total = {0};
    tables.each(
        table,
        row -> {
          if (wanted.test(row)) {
            total[0]++;
            if (rows.size() < most) {
              ArrayNode cells = rows.addArray();
              shown.forEach(column -> cells.add(row.text(column.name())));
            }
          }
        });
    json.put("total", total[0]);
    return json;
  }

  /** The same of all rows. */
  static ObjectNode of(PublishedTables tables, String table, int most, String... columns)
      throws IOException {
    return of(tables, table, List.of(columns), row -> true, most);
  }
}
