package vn.chuyencan.report.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.report.document.SheetBook;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.SheetTable;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * A report's tables as a workbook: a sheet for each table of the form with the form's headings, and
 * a sheet for each table with all its columns, those that the form does not print too.
 */
final class FormBook {
  private static final int LONGEST_NAME = 31;
  private static final int WIDTH_OF_A_WEIGHT = 2;
  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;

  /** How wide a label and a content make a column of a whole table at most. */
  private static final int LABEL = 30;

  private static final int CONTENT = 40;

  private final FormReport report;
  private final Set<String> names = new TreeSet<>();

  FormBook(FormReport report) {
    this.report = report;
  }

  byte[] bytes(Instant made) {
    SheetBook book = new SheetBook(report.letterhead(), report.draft());
    for (FormPart part : report.parts()) {
      if (!part.columns().isEmpty()) {
        book.add(printed(part));
      }
    }
    for (FormPart part : report.parts()) {
      if (part.table() != null) {
        book.add(whole(part.table()));
      }
    }
    // What all rules found is a table of hundreds of lines; it is in the files.
    report.tables().stream()
        .filter(table -> !table.name().equals(Tables.COMPLIANCE_INDICATOR))
        .forEach(table -> book.add(whole(table)));
    return book.bytes(made);
  }

  private SheetTable printed(FormPart part) {
    List<SheetColumn> columns = new ArrayList<>();
    for (int column = 0; column < part.columns().size(); column++) {
      FormPart.Column printed = part.columns().get(column);
      int place = column;
      columns.add(
          new SheetColumn(
              "c" + column,
              printed.header(),
              kind(part.lines().stream().map(line -> line.cells().get(place).value()).toList()),
              Math.max(NARROWEST, Math.min(WIDEST, printed.weight() * WIDTH_OF_A_WEIGHT)),
              printed.group(),
              printed.number()));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (FormPart.Line line : part.lines()) {
      List<Object> row = new ArrayList<>();
      line.cells()
          .forEach(
              cell -> row.add(cell.state() == FormCell.State.KNOWN ? cell.value() : text(cell)));
      rows.add(row);
    }
    List<List<String>> colours =
        part.lines().stream()
            .map(
                line ->
                    Arrays.asList(
                        line.cells().stream().map(FormCell::colour).toArray(String[]::new)))
            .toList();
    return new SheetTable(
        name(part.heading()), part.heading(), notes(part), columns, rows, colours);
  }

  private List<String> notes(FormPart part) {
    List<String> notes = new ArrayList<>();
    if (report.remark() != null) {
      notes.add(report.remark());
    }
    notes.addAll(part.below());
    return notes;
  }

  private static String text(FormCell cell) {
    return cell.text().isEmpty() ? null : cell.text();
  }

  private static SheetColumn.Kind kind(List<Object> values) {
    Object known = values.stream().filter(value -> value != null).findFirst().orElse("");
    if (known instanceof LocalDate) {
      return SheetColumn.Kind.DATE;
    }
    if (known instanceof BigDecimal) {
      return SheetColumn.Kind.NUMBER;
    }
    return known instanceof Number ? SheetColumn.Kind.COUNT : SheetColumn.Kind.TEXT;
  }

  private SheetTable whole(FormTable table) {
    TableContract contract = TableContract.of(table.name());
    List<SheetColumn> columns = new ArrayList<>();
    for (int column = 0; column < contract.columns().size(); column++) {
      columns.add(column(contract.columns().get(column), column, table));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      List<Object> cells = new ArrayList<>();
      for (int column = 0; column < row.length; column++) {
        Object value = row[column];
        boolean year =
            value instanceof Integer
                && kind(contract.columns().get(column)) == SheetColumn.Kind.TEXT;
        cells.add(
            year
                ? value.toString()
                : value instanceof Boolean flag ? (flag ? "có" : "không") : value);
      }
      rows.add(cells);
    }
    return new SheetTable(
        name(table.name().replace("circular28_", "")),
        contract.label().vietnamese(),
        List.of(contract.grain().vietnamese()),
        columns,
        rows);
  }

  /** A column of a whole table, as wide as what it holds: no code is broken over lines. */
  private static SheetColumn column(TableColumn column, int place, FormTable table) {
    String label = column.label().vietnamese();
    int longest =
        table.rows().stream()
            .map(row -> row[place])
            .filter(value -> value instanceof String)
            .mapToInt(value -> ((String) value).length() + 2)
            .max()
            .orElse(0);
    int width = Math.max(Math.min(LABEL, label.length()), Math.min(CONTENT, longest));
    return new SheetColumn(column.name(), label, kind(column), Math.max(NARROWEST, width));
  }

  private static SheetColumn.Kind kind(TableColumn column) {
    if (column.type() instanceof ColumnType.Decimal) {
      return SheetColumn.Kind.NUMBER;
    }
    return switch ((ColumnType.Scalar) column.type()) {
      // A year is no count: it has no thousands.
      case INT, LONG ->
          column.unit().equals("none") ? SheetColumn.Kind.TEXT : SheetColumn.Kind.COUNT;
      case DATE -> SheetColumn.Kind.DATE;
      case STRING, UUID, BOOLEAN, TIMESTAMP -> SheetColumn.Kind.TEXT;
    };
  }

  /** A name that no other sheet has. */
  private String name(String wanted) {
    String plain = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ");
    String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).strip();
    for (int again = 2; !names.add(name); again++) {
      String end = " " + again;
      name = plain.substring(0, Math.min(LONGEST_NAME - end.length(), plain.length())) + end;
    }
    return name;
  }
}
