package vn.chuyencan.report.document;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.chuyencan.report.CsvText;

/**
 * A workbook of tables, one a sheet: numbers and dates are numbers and dates, everything else is
 * text and never a formula. The heading stays in sight and is printed on every page; pages are A4,
 * lying, as wide as the table. The same tables give the same bytes.
 */
public final class SheetBook {
  private static final short A4 = 9;
  private static final float LINE = 16;

  /** No row of Excel is higher. */
  private static final float HIGHEST = 409;

  /** No cell of Excel holds more letters. */
  private static final int LONGEST = 32_767;

  private static final double MILLIMETRES_OF_AN_INCH = 25.4;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final SheetStyles styles = new SheetStyles(workbook);
  private final Letterhead letterhead;
  private final String draft;
  private String title = "";

  /**
   * @param draft what stands above every page and in the first line; empty when nothing
   */
  public SheetBook(Letterhead letterhead, String draft) {
    this.letterhead = letterhead;
    this.draft = nfc(draft);
  }

  /** Adds a sheet. */
  public SheetBook add(SheetTable table) {
    if (title.isEmpty()) {
      title = nfc(table.title());
    }
    XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(nfc(table.name())));
    List<Integer> shown = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      if (table.columns().get(column).label() != null) {
        sheet.setColumnWidth(shown.size(), table.columns().get(column).width() * 256);
        shown.add(column);
      }
    }
    int first = above(sheet, table);
    int heading =
        new SheetHeading(shown.stream().map(column -> table.columns().get(column)).toList())
            .write(sheet, first, styles.heading());
    for (int row = 0; row < table.rows().size(); row++) {
      XSSFRow line = sheet.createRow(heading + 1 + row);
      int height = 1;
      for (int place = 0; place < shown.size(); place++) {
        SheetColumn column = table.columns().get(shown.get(place));
        Object value = table.rows().get(row).get(shown.get(place));
        XSSFCell cell = line.createCell(place);
        fill(cell, value, column.kind());
        if (!table.colours().isEmpty() && table.colours().get(row).get(shown.get(place)) != null) {
          cell.setCellStyle(styles.filled(table.colours().get(row).get(shown.get(place))));
        }
        height = Math.max(height, lines(value, column.width()));
      }
      line.setHeightInPoints(Math.min(HIGHEST, height * LINE));
    }
    int last = heading + table.rows().size();
    sheet.createFreezePane(0, heading + 1);
    sheet.setAutoFilter(new CellRangeAddress(heading, last, 0, shown.size() - 1));
    // Identifiers of digits are meant to be text.
    sheet.addIgnoredErrors(
        new CellRangeAddress(heading + 1, Math.max(last, heading + 1), 0, shown.size() - 1),
        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    print(sheet, first, heading);
    return this;
  }

  /** How many lines a text takes; not every program asks itself when it opens a file. */
  private static int lines(Object value, int width) {
    if (!(value instanceof String text)) {
      return 1;
    }
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      // A width is counted in digits, and letters are narrower.
      lines += 1 + Math.max(0, line.length() - 1) / Math.max(1, width * 11 / 10);
    }
    return lines;
  }

  /** Title and notes; the row of the heading. */
  private int above(XSSFSheet sheet, SheetTable table) {
    List<String> lines = new ArrayList<>();
    lines.add(nfc(letterhead.name()));
    lines.add(nfc(table.title()));
    if (!draft.isEmpty()) {
      lines.add(draft);
    }
    table.notes().forEach(note -> lines.add(nfc(note)));
    for (int line = 0; line < lines.size(); line++) {
      XSSFCell cell = sheet.createRow(line).createCell(0);
      cell.setCellValue(lines.get(line));
      cell.setCellStyle(line == 1 ? styles.title() : styles.note());
    }
    return lines.size() + 1;
  }

  private void fill(XSSFCell cell, Object value, SheetColumn.Kind kind) {
    CellStyle style =
        switch (kind) {
          case TEXT -> styles.text();
          case COUNT -> styles.count();
          case NUMBER -> styles.number();
          case DATE -> styles.date();
        };
    cell.setCellStyle(style);
    if (value == null) {
      return;
    }
    if (kind != SheetColumn.Kind.TEXT && value instanceof String word) {
      cell.setCellStyle(styles.heading());
      cell.setCellValue(nfc(word));
      return;
    }
    switch (kind) {
      case TEXT -> {
        String text = fitting(nfc((String) value));
        cell.setCellValue(text);
        if (CsvText.isFormula(text)) {
          // Stays text even when somebody edits the cell.
          cell.setCellStyle(styles.quoted());
        }
      }
      case COUNT -> cell.setCellValue(((Number) value).doubleValue());
      case NUMBER -> cell.setCellValue(((BigDecimal) value).doubleValue());
      case DATE -> cell.setCellValue((LocalDate) value);
    }
  }

  private void print(XSSFSheet sheet, int first, int heading) {
    sheet.setRepeatingRows(new CellRangeAddress(first, heading, -1, -1));
    sheet.setFitToPage(true);
    XSSFPrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(A4);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, 20 / MILLIMETRES_OF_AN_INCH);
    sheet.setMargin(PageMargin.RIGHT, 15 / MILLIMETRES_OF_AN_INCH);
    sheet.setMargin(PageMargin.TOP, 20 / MILLIMETRES_OF_AN_INCH);
    sheet.setMargin(PageMargin.BOTTOM, 20 / MILLIMETRES_OF_AN_INCH);
    sheet.getHeader().setCenter(draft.replace("&", "&&"));
    sheet.getFooter().setLeft(sheet.getSheetName().replace("&", "&&"));
    sheet.getFooter().setRight("&P/&N");
  }

  /**
   * The workbook as a file's content.
   *
   * @param made when it counts as made, in its properties
   */
  public byte[] bytes(Instant made) {
    return OoxmlFile.bytes(workbook, title, letterhead.name(), made);
  }

  /** A text that a cell can hold; of a longer one its end goes, which the files tell. */
  private static String fitting(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
