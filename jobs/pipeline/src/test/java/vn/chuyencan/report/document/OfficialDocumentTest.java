package vn.chuyencan.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.chuyencan.error.Language;
import vn.chuyencan.report.ArchiveTime;

/** What is read back from a document is what X-ND30 asks for. */
class OfficialDocumentTest {
  private static final Instant MADE = Instant.parse("2026-10-18T00:00:00Z");
  private static final Letterhead LETTERHEAD =
      new Letterhead(
          "Đại học Sông Hồng",
          "Học viện Sư phạm số",
          "HVSPS",
          "Hà Nội",
          List.of("Ban Giám đốc"),
          "ĐT",
          new Letterhead.Signer("TL. Giám đốc", "Trưởng phòng", "Nguyễn Minh Khoa"));

  private static OfficialDocument document(String draft) {
    return new OfficialDocument(LETTERHEAD, Language.VI, Orientation.PORTRAIT, draft)
        .heading(
            new OfficialHeading(
                "5", "BC", LocalDate.of(2027, 1, 5), "BÁO CÁO", "Về việc\ndạy và học"))
        .recital("Căn cứ quy chế;")
        .paragraph(Normalizer.normalize("Một đoạn văn tiếng Việt.", Normalizer.Form.NFD))
        .part("I. Bảng")
        .table(
            List.of(TableColumn.centred("TT", 10), TableColumn.text("Tên", 90)),
            List.of(
                new TableLine.Group("Nhóm"), TableLine.of("1", "An"), TableLine.of("2", "Bình")))
        .closing();
  }

  private static XWPFDocument read(byte[] content) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(content));
  }

  private static List<XWPFParagraph> paragraphs(XWPFDocument document) {
    List<XWPFParagraph> all = new ArrayList<>(document.getParagraphs());
    document.getHeaderList().forEach(header -> all.addAll(header.getParagraphs()));
    for (XWPFTable table : document.getTables()) {
      table
          .getRows()
          .forEach(row -> row.getTableCells().forEach(c -> all.addAll(c.getParagraphs())));
    }
    return all;
  }

  private static String text(XWPFTableCell cell) {
    return cell.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"));
  }

  private static void isBetween(Object twips, int least, int most) {
    double millimetres = ((BigInteger) twips).intValue() * 25.4 / 1440;
    assertThat(Math.round(millimetres)).isBetween((long) least, (long) most);
  }

  private static void keepsTheMargins(CTSectPr section) {
    CTPageMar margins = section.getPgMar();
    isBetween(margins.getTop(), 20, 25);
    isBetween(margins.getBottom(), 20, 25);
    isBetween(margins.getLeft(), 30, 35);
    isBetween(margins.getRight(), 15, 20);
  }

  @Test
  void paperAndMarginsAreThoseOfTheDecree() throws IOException {
    CTSectPr section = read(document("").bytes(MADE)).getDocument().getBody().getSectPr();

    keepsTheMargins(section);
    isBetween(section.getPgSz().getW(), 210, 210);
    isBetween(section.getPgSz().getH(), 297, 297);
  }

  @Test
  void everythingIsWrittenInTimesNewRomanInBlack() throws IOException {
    for (XWPFParagraph paragraph : paragraphs(read(document("Nháp").bytes(MADE)))) {
      for (XWPFRun run : paragraph.getRuns()) {
        assertThat(run.getFontFamily()).as(run.text()).isEqualTo("Times New Roman");
        assertThat(run.getColor()).isNull();
      }
    }
  }

  @Test
  void theHeadHasItsParts() throws IOException {
    XWPFDocument document = read(document("").bytes(MADE));
    XWPFTableRow names = document.getTables().get(0).getRow(0);
    XWPFTableRow numbers = document.getTables().get(1).getRow(0);

    assertThat(text(names.getCell(0))).startsWith("ĐẠI HỌC SÔNG HỒNG\nHỌC VIỆN SƯ PHẠM SỐ");
    assertThat(names.getCell(0).getParagraphArray(0).getRuns().get(0).isBold()).isFalse();
    assertThat(names.getCell(0).getParagraphArray(1).getRuns().get(0).isBold()).isTrue();
    assertThat(text(names.getCell(1)))
        .startsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc");
    assertThat(numbers.getCell(0).getText()).isEqualTo("Số: 05/BC-HVSPS");
    assertThat(numbers.getCell(1).getText()).isEqualTo("Hà Nội, ngày 05 tháng 01 năm 2027");
    assertThat(numbers.getCell(1).getParagraphArray(0).getRuns().get(0).isItalic()).isTrue();
    XWPFParagraph type = document.getParagraphs().get(0);
    assertThat(type.getText()).isEqualTo("BÁO CÁO");
    assertThat(type.getRuns().get(0).isBold()).isTrue();
    assertThat(type.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(14.0);
    assertThat(document.getParagraphs().get(1).getText()).isEqualTo("Về việc\ndạy và học");
  }

  @Test
  void theRuleUnderTheMottoIsAsLongAsTheMotto() throws IOException {
    XWPFDocument document = read(document("").bytes(MADE));
    XWPFTableCell cell = document.getTables().get(0).getRow(0).getCell(1);
    XWPFParagraph rule = cell.getParagraphArray(2);
    int length = cell.getWidth() - rule.getIndentationLeft() - rule.getIndentationRight();

    // So long the motto is in Times New Roman, bold, 13 points: 56.1 mm.
    assertThat(length * 25.4 / 1440).isBetween(55.6, 56.6);
    assertThat(rule.getBorderTop()).isEqualTo(Borders.SINGLE);
  }

  @Test
  void theTextIsJustifiedWithAnIndentAndSpaceBetweenParagraphs() throws IOException {
    XWPFParagraph text =
        read(document("").bytes(MADE)).getParagraphs().stream()
            .filter(one -> one.getText().equals("Một đoạn văn tiếng Việt."))
            .findFirst()
            .orElseThrow();

    assertThat(text.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
    assertThat(text.getIndentationFirstLine()).isEqualTo(720);
    assertThat(text.getSpacingAfter()).isGreaterThanOrEqualTo(120);
    assertThat(text.getRuns().get(0).getFontSizeAsDouble()).isBetween(13.0, 14.0);
  }

  @Test
  void aTableRepeatsItsHeadingAndDividesNoLine() throws IOException {
    XWPFTable table = read(document("").bytes(MADE)).getTables().get(2);

    assertThat(table.getRow(0).isRepeatHeader()).isTrue();
    assertThat(table.getRows()).hasSize(4).allMatch(XWPFTableRow::isCantSplitRow);
    assertThat(table.getRow(1).getTableCells()).hasSize(1);
    assertThat(table.getRow(3).getCell(1).getText()).isEqualTo("Bình");
    assertThat(table.getRows().subList(1, 4)).noneMatch(XWPFTableRow::isRepeatHeader);
  }

  @Test
  void pagesAreNumberedButTheFirst() throws IOException {
    XWPFDocument document = read(document("").bytes(MADE));
    CTSectPr section = document.getDocument().getBody().getSectPr();

    assertThat(section.isSetTitlePg()).isTrue();
    assertThat(document.getHeaderFooterPolicy().getDefaultHeader()._getHdrFtr().xmlText())
        .contains("PAGE");
    assertThat(document.getHeaderFooterPolicy().getFirstPageHeader()._getHdrFtr().xmlText())
        .doesNotContain("PAGE");
  }

  @Test
  void aDraftSaysSoOnEveryPage() throws IOException {
    XWPFDocument document = read(document("DỰ KIẾN").bytes(MADE));

    assertThat(document.getHeaderFooterPolicy().getDefaultHeader().getText()).contains("DỰ KIẾN");
    assertThat(document.getHeaderFooterPolicy().getFirstPageHeader().getText()).contains("DỰ KIẾN");
  }

  @Test
  void recipientsAndSignatureEndTheDocument() throws IOException {
    XWPFTable last = read(document("").bytes(MADE)).getTables().get(3);

    assertThat(text(last.getRow(0).getCell(0)))
        .isEqualTo("Nơi nhận:\n- Ban Giám đốc;\n- Lưu: VT, ĐT.");
    assertThat(text(last.getRow(0).getCell(1)))
        .isEqualTo("TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nNguyễn Minh Khoa");
    assertThat(last.getRow(0).isCantSplitRow()).isTrue();
  }

  @Test
  void whoSignsMayStayOpen() throws IOException {
    byte[] content =
        new OfficialDocument(Letterhead.of("Học viện", "HV"), Language.VI, Orientation.PORTRAIT, "")
            .heading(new OfficialHeading(null, "BC", null, "BÁO CÁO", "Về việc học"))
            .closing()
            .bytes(MADE);
    XWPFDocument document = read(content);

    assertThat(document.getTables().get(1).getRow(0).getCell(0).getText()).matches("Số: +/BC-HV");
    assertThat(document.getTables().get(1).getRow(0).getCell(1).getText())
        .matches("…+, ngày +tháng +năm");
    assertThat(document.getTables().get(2).getRow(0).getCell(1).getText()).contains("………");
  }

  @Test
  void aWideTableHasPagesThatLie() throws IOException {
    byte[] content =
        new OfficialDocument(LETTERHEAD, Language.VI, Orientation.PORTRAIT, "")
            .heading(new OfficialHeading(null, "BC", null, "BÁO CÁO", "Về việc học"))
            .paragraph("Đứng")
            .turn(Orientation.LANDSCAPE)
            .table(List.of(TableColumn.text("Rộng", 1)), List.of(TableLine.of("a")))
            .turn(Orientation.PORTRAIT)
            .closing()
            .bytes(MADE);
    XWPFDocument document = read(content);
    List<CTSectPr> sections = new ArrayList<>();
    for (XWPFParagraph paragraph : document.getParagraphs()) {
      if (paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr()) {
        sections.add(paragraph.getCTP().getPPr().getSectPr());
      }
    }
    sections.add(document.getDocument().getBody().getSectPr());

    assertThat(sections).hasSize(3);
    sections.forEach(OfficialDocumentTest::keepsTheMargins);
    assertThat(sections.stream().map(section -> section.getPgSz().getOrient()))
        .containsExactly(
            STPageOrientation.PORTRAIT, STPageOrientation.LANDSCAPE, STPageOrientation.PORTRAIT);
    assertThat(sections.stream().map(CTSectPr::isSetTitlePg)).containsExactly(true, false, false);
    assertThat(sections.stream().map(CTSectPr::sizeOfHeaderReferenceArray))
        .allMatch(references -> references > 0);
  }

  @Test
  void theSameCallsGiveTheSameBytesAndNoTimeOfTheMachine() throws IOException {
    byte[] content = document("").bytes(MADE);

    assertThat(document("").bytes(MADE)).isEqualTo(content);
    XWPFDocument document = read(content);
    assertThat(document.getProperties().getCoreProperties().getCreated().toInstant())
        .isEqualTo(MADE);
    assertThat(document.getProperties().getCoreProperties().getModified().toInstant())
        .isEqualTo(MADE);
    assertThat(document.getProperties().getCoreProperties().getCreator())
        .isEqualTo("Học viện Sư phạm số");
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        assertThat(part.getTimeLocal()).as(part.getName()).isEqualTo(ArchiveTime.NONE);
        // A time stamp in UTC would stand here, and would depend on the machine's zone.
        assertThat(part.getExtra()).as(part.getName()).isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 05", "9a, 09a", "10, 10", "120, 120", "007, 07"})
  void aNumberBelowTenGetsAZero(String given, String shown) {
    assertThat(new OfficeWords(Language.VI).number(given, "BC", "X"))
        .isEqualTo("Số: " + shown + "/BC-X");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-05, 'Huế, ngày 05 tháng 01 năm 2027'",
    "2027-02-10, 'Huế, ngày 10 tháng 02 năm 2027'",
    "2026-03-09, 'Huế, ngày 09 tháng 3 năm 2026'",
    "2026-12-31, 'Huế, ngày 31 tháng 12 năm 2026'"
  })
  void onlyDaysBelowTenAndTheFirstTwoMonthsGetAZero(LocalDate date, String shown) {
    assertThat(new OfficeWords(Language.VI).placeAndDate("Huế", date)).isEqualTo(shown);
  }

  @Test
  void englishHasTheSameLayout() {
    assertThat(new OfficeWords(Language.EN).placeAndDate("Huế", LocalDate.of(2027, 1, 5)))
        .isEqualTo("Huế, 05 January 2027");
    assertThat(new OfficeWords(Language.EN).number("5", "DS", "X")).isEqualTo("No.: 05/DS-X");
  }

  @Test
  void aNumberIsDigits() {
    assertThat(OfficeWords.isNumber("12")).isTrue();
    assertThat(OfficeWords.isNumber("12/BC")).isFalse();
    assertThatThrownBy(() -> new OfficeWords(Language.VI).number("x", "BC", "X"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineHasAsManyCellsAsColumns() {
    assertThatThrownBy(
            () ->
                new OfficialDocument(LETTERHEAD, Language.VI, Orientation.PORTRAIT, "")
                    .table(List.of(TableColumn.text("A", 1)), List.of(TableLine.of("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not 1 cells");
  }
}
