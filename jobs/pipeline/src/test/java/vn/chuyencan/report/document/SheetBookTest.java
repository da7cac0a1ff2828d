package vn.chuyencan.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetBookTest {
  private static final Instant MADE = Instant.parse("2026-10-18T00:00:00Z");
  private static final List<SheetColumn> COLUMNS =
      List.of(
          new SheetColumn("no", "TT", SheetColumn.Kind.COUNT, 6),
          new SheetColumn("code", null, SheetColumn.Kind.TEXT, 0),
          new SheetColumn("name", "Họ và tên", SheetColumn.Kind.TEXT, 20),
          new SheetColumn("value", "Giá trị", SheetColumn.Kind.NUMBER, 10),
          new SheetColumn("day", "Ngày", SheetColumn.Kind.DATE, 12));

  private static byte[] book(String name, String draft) {
    return new SheetBook(Letterhead.of("Học viện", "HV"), draft)
        .add(
            new SheetTable(
                "Danh sách",
                "Tiêu đề",
                List.of("Ghi chú"),
                COLUMNS,
                List.of(
                    Arrays.asList(1, "X", name, new BigDecimal("5.32"), LocalDate.of(2026, 10, 11)),
                    Arrays.asList(2, "Y", null, null, null))))
        .bytes(MADE);
  }

  private static XSSFSheet sheet(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content)).getSheetAt(0);
  }

  private static int heading(XSSFSheet sheet) {
    return sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
  }

  @Test
  void numbersAndDatesAreNumbersAndDates() throws IOException {
    XSSFSheet sheet = sheet(book("Lê An", ""));
    XSSFRow row = sheet.getRow(heading(sheet) + 1);

    assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(row.getCell(1).getStringCellValue()).isEqualTo("Lê An");
    assertThat(BigDecimal.valueOf(row.getCell(2).getNumericCellValue())).isEqualTo("5.32");
    assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
    assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 10, 11));
    XSSFRow empty = sheet.getRow(heading(sheet) + 2);
    assertThat(empty.getCell(1).getCellType()).isEqualTo(CellType.BLANK);
    assertThat(empty.getCell(3).getCellType()).isEqualTo(CellType.BLANK);
  }

  @Test
  void aTextLongerThanACellIsCut() throws IOException {
    XSSFSheet sheet = sheet(book("ă".repeat(40_000), ""));
    assertThat(sheet.getRow(heading(sheet) + 1).getCell(1).getStringCellValue())
        .hasSize(32_767)
        .startsWith("ăă")
        .endsWith("ă…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+84", "-An", "@An", "\t=1", "'=1", "＝1"})
  void whatLooksLikeAFormulaStaysText(String name) throws IOException {
    XSSFSheet sheet = sheet(book(name, ""));
    XSSFCell cell = sheet.getRow(heading(sheet) + 1).getCell(1);

    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo(name);
    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
  }

  @Test
  void theHeadingStaysInSightAndIsPrintedOnEveryPage() throws IOException {
    XSSFSheet sheet = sheet(book("Lê An", "DỰ KIẾN"));
    int heading = heading(sheet);

    assertThat(sheet.getRow(heading).getCell(1).getStringCellValue()).isEqualTo("Họ và tên");
    assertThat(sheet.getRow(heading).getLastCellNum()).isEqualTo((short) 4);
    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(heading);
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
    assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
    assertThat(sheet.getHeader().getCenter()).isEqualTo("DỰ KIẾN");
    assertThat(sheet.getFooter().getRight()).isEqualTo("&P/&N");
    assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("DỰ KIẾN");
  }

  @Test
  void theFontIsThatOfDocuments() throws IOException {
    XSSFSheet sheet = sheet(book("Lê An", ""));

    assertThat(sheet.getRow(heading(sheet) + 1).getCell(1).getCellStyle().getFont().getFontName())
        .isEqualTo("Times New Roman");
  }

  @Test
  void theSameTablesGiveTheSameBytes() throws IOException {
    byte[] content = book("Lê An", "");

    assertThat(book("Lê An", "")).isEqualTo(content);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      assertThat(workbook.getProperties().getCoreProperties().getModified().toInstant())
          .isEqualTo(MADE);
    }
  }
}
