package vn.chuyencan.report.document;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The few looks that the cells of a workbook have. */
final class SheetStyles {
  private final Map<String, XSSFCellStyle> fills = new HashMap<>();
  private final XSSFWorkbook workbook;
  private final XSSFFont plain;
  private final XSSFCellStyle title;
  private final XSSFCellStyle note;
  private final XSSFCellStyle heading;
  private final XSSFCellStyle text;
  private final XSSFCellStyle quoted;
  private final XSSFCellStyle count;
  private final XSSFCellStyle number;
  private final XSSFCellStyle date;

  SheetStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont standard = workbook.getFontAt(0);
    // The theme's font would stand in its place.
    standard.setScheme(FontScheme.NONE);
    standard.setFontName(TextStyle.FONT);
    standard.setFontHeightInPoints((short) 12);
    XSSFFont bold = font(12);
    bold.setBold(true);
    XSSFFont large = font(14);
    large.setBold(true);
    // Not every program takes the first font for the one of cells that name none.
    plain = font(12);
    title = workbook.createCellStyle();
    title.setFont(large);
    note = workbook.createCellStyle();
    note.setFont(plain);
    heading = cell("General");
    heading.setFont(bold);
    heading.setAlignment(HorizontalAlignment.CENTER);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    text = cell("@");
    quoted = cell("@");
    quoted.setQuotePrefixed(true);
    count = cell("#,##0");
    number = cell("General");
    date = cell("dd/mm/yyyy");
    date.setAlignment(HorizontalAlignment.CENTER);
  }

  private XSSFFont font(int points) {
    XSSFFont font = workbook.createFont();
    font.setFontName(TextStyle.FONT);
    font.setFontHeightInPoints((short) points);
    return font;
  }

  private XSSFCellStyle cell(String format) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(plain);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(true);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  /** Text on a colour, such as {@code C6EFCE}. */
  XSSFCellStyle filled(String colour) {
    return fills.computeIfAbsent(
        colour,
        fresh -> {
          XSSFCellStyle style = cell("@");
          style.setFillForegroundColor(
              new XSSFColor(
                  HexFormat.of().parseHex(fresh), workbook.getStylesSource().getIndexedColors()));
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          return style;
        });
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle note() {
    return note;
  }

  XSSFCellStyle heading() {
    return heading;
  }

  XSSFCellStyle text() {
    return text;
  }

  /** Text that looks like a formula. */
  XSSFCellStyle quoted() {
    return quoted;
  }

  XSSFCellStyle count() {
    return count;
  }

  XSSFCellStyle number() {
    return number;
  }

  XSSFCellStyle date() {
    return date;
  }
}
