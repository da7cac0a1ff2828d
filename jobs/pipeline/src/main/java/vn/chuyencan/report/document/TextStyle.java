package vn.chuyencan.report.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/**
 * How a paragraph is written. The font is the one that X-ND30 asks for, in black.
 *
 * @param points size of the font
 * @param alignment where its lines stand
 * @param indent indent of the first line in twentieths of a point
 * @param before space before it in twentieths of a point
 * @param after space after it in twentieths of a point
 */
record TextStyle(
    int points,
    boolean bold,
    boolean italic,
    ParagraphAlignment alignment,
    int indent,
    int before,
    int after) {
  static final String FONT = "Times New Roman";

  /** 6 points between paragraphs, a first line indented by 1.27 cm. */
  static final TextStyle BODY =
      new TextStyle(13, false, false, ParagraphAlignment.BOTH, 720, 0, 120);

  static final TextStyle PART =
      new TextStyle(13, true, false, ParagraphAlignment.LEFT, 0, 120, 120);
  static final TextStyle CENTRED =
      new TextStyle(13, false, false, ParagraphAlignment.CENTER, 0, 0, 0);
  static final TextStyle CELL = new TextStyle(12, false, false, ParagraphAlignment.LEFT, 0, 20, 20);

  TextStyle size(int otherPoints) {
    return new TextStyle(otherPoints, bold, italic, alignment, indent, before, after);
  }

  TextStyle inBold() {
    return new TextStyle(points, true, italic, alignment, indent, before, after);
  }

  TextStyle inItalics() {
    return new TextStyle(points, bold, true, alignment, indent, before, after);
  }

  TextStyle aligned(ParagraphAlignment other) {
    return new TextStyle(points, bold, italic, other, indent, before, after);
  }

  TextStyle spaced(int otherBefore, int otherAfter) {
    return new TextStyle(points, bold, italic, alignment, indent, otherBefore, otherAfter);
  }

  /** Writes text into an empty paragraph; line feeds break lines. */
  XWPFParagraph write(XWPFParagraph paragraph, String text) {
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    if (indent > 0) {
      paragraph.setIndentationFirstLine(indent);
    }
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      XWPFRun run = run(paragraph);
      if (line > 0) {
        run.addBreak();
      }
      run.setText(lines[line]);
    }
    return paragraph;
  }

  /** An empty run that looks so. */
  XWPFRun run(XWPFParagraph paragraph) {
    XWPFRun run = paragraph.createRun();
    format(run.getCTR().addNewRPr());
    return run;
  }

  private void format(CTRPr properties) {
    fonts(properties.addNewRFonts());
    if (bold) {
      properties.addNewB();
    }
    if (italic) {
      properties.addNewI();
    }
    properties.addNewSz().setVal(BigInteger.valueOf(2L * points));
    properties.addNewSzCs().setVal(BigInteger.valueOf(2L * points));
  }

  /** One font for whatever letters there are. */
  static void fonts(CTFonts fonts) {
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
  }
}
