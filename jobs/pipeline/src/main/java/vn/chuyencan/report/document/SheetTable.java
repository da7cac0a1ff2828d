package vn.chuyencan.report.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table for a spreadsheet and for CSV.
 *
 * @param name name of its sheet, at most 31 characters
 * @param title what stands above it
 * @param notes lines between title and table, such as the as-of date
 * @param columns its columns
 * @param rows its rows, a value a column; a value may be null, and text in any column
 * @param colours fills of cells, such as {@code C6EFCE} or null, a list a row; empty: none
 */
public record SheetTable(
    String name,
    String title,
    List<String> notes,
    List<SheetColumn> columns,
    List<List<Object>> rows,
    List<List<String>> colours) {

  /** A table without fills. */
  public SheetTable(
      String name,
      String title,
      List<String> notes,
      List<SheetColumn> columns,
      List<List<Object>> rows) {
    this(name, title, notes, columns, rows, List.of());
  }

  public SheetTable {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    List<List<Object>> copies = new ArrayList<>();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " has not " + columns.size() + " values");
      }
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
    colours = List.copyOf(colours);
  }
}
