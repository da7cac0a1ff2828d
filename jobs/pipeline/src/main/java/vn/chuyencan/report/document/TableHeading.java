package vn.chuyencan.report.document;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * The heading of a table: one row, or two where columns stand under a common heading, and a row of
 * the columns' numbers where a form prints them. All come again on every page.
 */
final class TableHeading {
  private final List<TableColumn> columns;
  private final List<Integer> widths;
  private final boolean grouped;
  private final boolean numbered;

  TableHeading(List<TableColumn> columns, List<Integer> widths) {
    this.columns = columns;
    this.widths = widths;
    this.grouped = columns.stream().anyMatch(column -> column.group() != null);
    this.numbered = columns.stream().anyMatch(column -> column.number() != null);
  }

  /** How many rows it takes. */
  int rows() {
    return 1 + (grouped ? 1 : 0) + (numbered ? 1 : 0);
  }

  /** Writes it into the table's first rows. */
  void write(XWPFTable table, TextStyle style) {
    TextStyle centred = style.aligned(ParagraphAlignment.CENTER);
    for (int row = 0; row < rows(); row++) {
      table.getRow(row).setRepeatHeader(true);
      table.getRow(row).setCantSplitRow(true);
    }
    for (int column = 0; column < columns.size(); column++) {
      if (numbered) {
        String number = columns.get(column).number();
        write(table.getRow(rows() - 1).getCell(column), number == null ? "" : number, centred);
      }
      if (!grouped) {
        write(table.getRow(0).getCell(column), columns.get(column).title(), centred.inBold());
      } else if (columns.get(column).group() == null) {
        XWPFTableCell first = table.getRow(0).getCell(column);
        write(first, columns.get(column).title(), centred.inBold());
        merge(first, STMerge.RESTART);
        write(table.getRow(1).getCell(column), "", centred);
        merge(table.getRow(1).getCell(column), STMerge.CONTINUE);
      } else {
        write(table.getRow(1).getCell(column), columns.get(column).title(), centred.inBold());
      }
    }
    if (grouped) {
      groups(table.getRow(0), centred.inBold());
    }
  }

  /** From the last to the first, for cells that are joined go. */
  private void groups(XWPFTableRow row, TextStyle style) {
    int last = columns.size() - 1;
    while (last >= 0) {
      String group = columns.get(last).group();
      int first = last;
      while (group != null && first > 0 && Objects.equals(columns.get(first - 1).group(), group)) {
        first--;
      }
      if (group != null) {
        for (int column = last; column > first; column--) {
          row.removeCell(column);
        }
        XWPFTableCell cell = row.getCell(first);
        CTTcPr properties = cell.getCTTc().getTcPr();
        properties.addNewGridSpan().setVal(BigInteger.valueOf(last - first + 1L));
        int width = widths.subList(first, last + 1).stream().mapToInt(Integer::intValue).sum();
        properties.getTcW().setW(BigInteger.valueOf(width));
        write(cell, group, style);
      }
      last = first - 1;
    }
  }

  private static void merge(XWPFTableCell cell, STMerge.Enum how) {
    cell.getCTTc().getTcPr().addNewVMerge().setVal(how);
  }

  private static void write(XWPFTableCell cell, String text, TextStyle style) {
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    style.write(cell.getParagraphArray(0), text).setKeepNext(true);
  }
}
