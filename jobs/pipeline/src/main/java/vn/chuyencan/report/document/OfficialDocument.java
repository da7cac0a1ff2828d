package vn.chuyencan.report.document;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import vn.chuyencan.error.Language;

/**
 * An administrative document in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I (X-ND30): A4,
 * Times New Roman, national name and motto, issuing body, number, place and date, type and subject,
 * text and tables, recipients and signature. Pages are numbered from 1 in the middle of the top
 * margin, the first one not. Its parts are written in the order in which they are called; texts are
 * brought to NFC. The same calls give the same bytes.
 */
public final class OfficialDocument {
  /** How many lines of a table go with what follows it. */
  private static final int LEADING = 3;

  private static final TextStyle FOOTNOTE =
      TextStyle.CENTRED.size(11).inItalics().aligned(ParagraphAlignment.BOTH).spaced(0, 60);

  private final XWPFDocument document = new XWPFDocument();
  private final Letterhead letterhead;
  private final OfficeWords words;
  private final Sections sections;
  private final TableWriter tables;
  private String title = "";

  /**
   * @param draft what every page says above its text, such as that this is a draft; empty when it
   *     is none
   */
  public OfficialDocument(
      Letterhead letterhead, Language language, Orientation orientation, String draft) {
    this.letterhead = letterhead;
    this.words = new OfficeWords(language);
    this.tables = new TableWriter(document);
    CTFonts fonts = CTFonts.Factory.newInstance();
    TextStyle.fonts(fonts);
    document.createStyles().setDefaultFonts(fonts);
    document.getStyles().setSpellingLanguage(language == Language.VI ? "vi-VN" : "en-GB");
    this.sections = new Sections(document, orientation, nfc(draft));
  }

  /** National name and motto, issuing body, number, place and date, type and subject. */
  public OfficialDocument heading(OfficialHeading heading) {
    title = nfc(heading.type() + " " + heading.subject().replace('\n', ' '));
    new HeadingBlock(document, tables, letterhead, words)
        .write(heading, PageLayout.textWidth(sections.orientation()));
    return this;
  }

  /** A ground on which the document rests, in italics. */
  public OfficialDocument recital(String text) {
    write(TextStyle.BODY.inItalics(), text);
    return this;
  }

  /** A paragraph of the text. */
  public OfficialDocument paragraph(String text) {
    write(TextStyle.BODY, text);
    return this;
  }

  /** A paragraph that stays on one page with what follows it. */
  public OfficialDocument leadingParagraph(String text) {
    write(TextStyle.BODY, text).setKeepNext(true);
    return this;
  }

  /** The heading of a part. */
  public OfficialDocument part(String text) {
    write(TextStyle.PART, text).setKeepNext(true);
    return this;
  }

  /** A line in the middle, in italics: of what time figures are, or that something stays open. */
  public OfficialDocument remark(String text) {
    write(TextStyle.CENTRED.inItalics().spaced(0, 120), text);
    return this;
  }

  /** A small line under a table. */
  public OfficialDocument footnote(String text) {
    write(FOOTNOTE, text);
    return this;
  }

  /** A small line under a table that stays on one page with what follows it. */
  public OfficialDocument leadingFootnote(String text) {
    write(FOOTNOTE, text).setKeepNext(true);
    return this;
  }

  /** One of several things that are listed. */
  public OfficialDocument item(String text) {
    write(TextStyle.BODY.spaced(0, 60), "- " + text);
    return this;
  }

  /** A table as wide as the text; it may go on over pages. */
  public OfficialDocument table(List<TableColumn> columns, List<TableLine> lines) {
    write(columns, lines, line -> false);
    gap();
    return this;
  }

  /** A short table that stays on one page. */
  public OfficialDocument shortTable(List<TableColumn> columns, List<TableLine> lines) {
    write(columns, lines, line -> line < lines.size() - 1);
    gap();
    return this;
  }

  /** A short table that stays on one page, together with what follows it. */
  public OfficialDocument wholeTable(List<TableColumn> columns, List<TableLine> lines) {
    write(columns, lines, line -> true);
    gap().setKeepNext(true);
    return this;
  }

  /** A table that may go on over pages; its end stays on one page with what follows it. */
  public OfficialDocument leadingTable(List<TableColumn> columns, List<TableLine> lines) {
    write(columns, lines, line -> line >= lines.size() - LEADING);
    gap().setKeepNext(true);
    return this;
  }

  private void write(List<TableColumn> columns, List<TableLine> lines, IntPredicate kept) {
    tables.table(
        columns.stream().map(OfficialDocument::nfc).toList(),
        lines.stream().map(OfficialDocument::nfc).toList(),
        PageLayout.textWidth(sections.orientation()),
        kept);
  }

  /** What follows stands on new pages that lie so. */
  public OfficialDocument turn(Orientation orientation) {
    sections.turn(orientation);
    return this;
  }

  /** Recipients at the left, signature at the right; they stay on one page. */
  public OfficialDocument closing() {
    new SignatureBlock(tables, letterhead, words)
        .write(PageLayout.textWidth(sections.orientation()));
    return this;
  }

  /**
   * The document as a file's content.
   *
   * @param made when it counts as made, in its properties
   */
  public byte[] bytes(Instant made) {
    sections.end();
    return OoxmlFile.bytes(document, title, letterhead.name(), made);
  }

  private XWPFParagraph write(TextStyle style, String text) {
    return style.write(document.createParagraph(), nfc(text));
  }

  private XWPFParagraph gap() {
    return TextStyle.CENTRED
        .size(6)
        .aligned(ParagraphAlignment.LEFT)
        .write(document.createParagraph(), "");
  }

  private static TableLine nfc(TableLine line) {
    if (line instanceof TableLine.Cells cells) {
      return new TableLine.Cells(
          cells.cells().stream()
              .map(cell -> cell.stream().map(OfficialDocument::nfc).toList())
              .toList());
    }
    if (line instanceof TableLine.Marked marked) {
      return new TableLine.Marked(
          marked.cells().stream()
              .map(cell -> cell.stream().map(OfficialDocument::nfc).toList())
              .toList(),
          marked.look(),
          marked.colours());
    }
    if (line instanceof TableLine.Group group) {
      return new TableLine.Group(nfc(group.title()));
    }
    return line;
  }

  private static TableColumn nfc(TableColumn column) {
    return new TableColumn(
        nfc(column.title()),
        column.weight(),
        column.align(),
        column.group() == null ? null : nfc(column.group()),
        column.number());
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
