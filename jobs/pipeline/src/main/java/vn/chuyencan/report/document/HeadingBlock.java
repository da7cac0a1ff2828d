package vn.chuyencan.report.document;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The head of an administrative document (X-ND30). */
final class HeadingBlock {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final TextStyle BODY_ABOVE = TextStyle.CENTRED.size(12);
  private static final TextStyle ISSUER = TextStyle.CENTRED.size(12).inBold();
  private static final TextStyle COUNTRY = TextStyle.CENTRED.size(12).inBold();
  private static final TextStyle MOTTO = TextStyle.CENTRED.size(13).inBold();
  private static final TextStyle NUMBER = TextStyle.CENTRED.size(13);
  private static final TextStyle PLACE = TextStyle.CENTRED.size(13).inItalics();
  private static final TextStyle TYPE = TextStyle.CENTRED.size(14).inBold().spaced(240, 0);
  private static final TextStyle SUBJECT = TextStyle.CENTRED.size(14).inBold();

  private final XWPFDocument document;
  private final TableWriter tables;
  private final Letterhead letterhead;
  private final OfficeWords words;

  HeadingBlock(
      XWPFDocument document, TableWriter tables, Letterhead letterhead, OfficeWords words) {
    this.document = document;
    this.tables = tables;
    this.letterhead = letterhead;
    this.words = words;
  }

  void write(OfficialHeading heading, int width) {
    names(width);
    XWPFTableRow row = tables.sideBySide(TableWriter.shares(width, 43, 57));
    NUMBER.write(
        row.getCell(0).getParagraphArray(0),
        words.number(heading.number(), heading.typeCode(), letterhead.abbreviation()));
    PLACE.write(
        row.getCell(1).getParagraphArray(0),
        words.placeAndDate(letterhead.place(), heading.date()));
    TYPE.write(document.createParagraph(), nfc(heading.type()));
    String subject = nfc(heading.subject());
    SUBJECT.write(document.createParagraph(), subject);
    String last = subject.substring(subject.lastIndexOf('\n') + 1);
    rule(document.createParagraph(), width, Math.min(BoldText.width(last, 14), width) * 2 / 5, 120);
  }

  private void names(int width) {
    List<Integer> widths = TableWriter.shares(width, 43, 57);
    XWPFTableRow row = tables.sideBySide(widths);
    XWPFTableCell issuer = row.getCell(0);
    XWPFParagraph next = issuer.getParagraphArray(0);
    if (letterhead.parent() != null) {
      BODY_ABOVE.write(next, capitals(letterhead.parent()));
      next = issuer.addParagraph();
    }
    String name = capitals(letterhead.name());
    ISSUER.write(next, name);
    int line = Math.min(BoldText.width(name, 12), widths.get(0));
    rule(issuer.addParagraph(), widths.get(0), line * 2 / 5, 60);

    XWPFTableCell country = row.getCell(1);
    COUNTRY.write(country.getParagraphArray(0), words.text("country"));
    String motto = words.text("motto");
    MOTTO.write(country.addParagraph(), motto);
    rule(country.addParagraph(), widths.get(1), BoldText.width(motto, 13), 60);
  }

  /** A rule of that length in the middle: the upper border of a paragraph as high as nothing. */
  private static void rule(XWPFParagraph paragraph, int width, int length, int after) {
    int indent = Math.max(0, (width - length) / 2);
    TextStyle.CENTRED.size(2).spaced(40, after).write(paragraph, "");
    paragraph.setIndentationLeft(indent);
    paragraph.setIndentationRight(indent);
    paragraph.setBorderTop(Borders.SINGLE);
    CTSpacing spacing = paragraph.getCTP().getPPr().getSpacing();
    spacing.setLine(BigInteger.valueOf(40));
    spacing.setLineRule(STLineSpacingRule.EXACT);
  }

  private static String capitals(String name) {
    return nfc(name).toUpperCase(VIETNAMESE);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
