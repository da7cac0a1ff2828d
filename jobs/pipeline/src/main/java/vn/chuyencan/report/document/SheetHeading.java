package vn.chuyencan.report.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The heading of a sheet's table: as that of a document's, {@link TableHeading}. */
final class SheetHeading {
  private static final float LINE = 16;

  private final List<SheetColumn> columns;
  private final boolean grouped;
  private final boolean numbered;

  SheetHeading(List<SheetColumn> columns) {
    this.columns = columns;
    this.grouped = columns.stream().anyMatch(column -> column.group() != null);
    this.numbered = columns.stream().anyMatch(column -> column.number() != null);
  }

  /** Writes it from a row on; its last row. */
  int write(XSSFSheet sheet, int first, CellStyle style) {
    int labels = first + (grouped ? 1 : 0);
    for (int row = first; row <= labels + (numbered ? 1 : 0); row++) {
      XSSFRow created = sheet.createRow(row);
      for (int column = 0; column < columns.size(); column++) {
        created.createCell(column).setCellStyle(style);
      }
    }
    int highest = 1;
    for (int column = 0; column < columns.size(); column++) {
      SheetColumn shown = columns.get(column);
      boolean tall = grouped && shown.group() == null;
      set(sheet.getRow(tall ? first : labels).getCell(column), shown.label());
      if (tall) {
        sheet.addMergedRegion(new CellRangeAddress(first, labels, column, column));
      }
      highest =
          Math.max(highest, 1 + (shown.label().length() - 1) / Math.max(1, shown.width() - 1));
      if (numbered && shown.number() != null) {
        set(sheet.getRow(labels + 1).getCell(column), shown.number());
      }
    }
    sheet.getRow(labels).setHeightInPoints(LINE * highest);
    if (grouped) {
      groups(sheet, first);
    }
    return labels + (numbered ? 1 : 0);
  }

  private void groups(XSSFSheet sheet, int row) {
    int lines = 1;
    for (int first = 0; first < columns.size(); first++) {
      String group = columns.get(first).group();
      if (group == null) {
        continue;
      }
      int last = first;
      int width = columns.get(first).width();
      while (last + 1 < columns.size() && Objects.equals(columns.get(last + 1).group(), group)) {
        last++;
        width += columns.get(last).width();
      }
      set(sheet.getRow(row).getCell(first), group);
      if (last > first) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, first, last));
      }
      lines = Math.max(lines, 1 + (group.length() - 1) / Math.max(1, width - 1));
      first = last;
    }
    sheet.getRow(row).setHeightInPoints(LINE * lines);
  }

  private static void set(XSSFCell cell, String text) {
    cell.setCellValue(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
