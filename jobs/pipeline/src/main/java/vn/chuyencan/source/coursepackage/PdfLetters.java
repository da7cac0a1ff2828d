package vn.chuyencan.source.coursepackage;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the letters of a PDF stand; blanks do not count. */
final class PdfLetters extends PDFTextStripper {
  /** The beginning of the name of a font of which only some letters are in the file. */
  private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

  /** Letters whose foot is so near to another's, in points, stand in one line. */
  private static final double SAME_LINE = 2;

  private final List<Letter> letters = new ArrayList<>();

  private PdfLetters() {}

  /**
   * A letter.
   *
   * @param page from 0
   * @param font its face, without what tells bold from upright
   * @param size in points, to half a point
   * @param x where it begins, from the left
   * @param to where it ends
   * @param y its foot, from the top
   */
  record Letter(int page, String font, double size, double x, double to, double y) {}

  /** A line: where it begins and ends, and its foot from the top. */
  record Line(double from, double to, double y) {}

  static PdfLetters of(PDDocument document) throws IOException {
    PdfLetters stripper = new PdfLetters();
    stripper.writeText(document, Writer.nullWriter());
    return stripper;
  }

  List<Letter> all() {
    return letters;
  }

  /** The lines of a page in letters of a size, from the top. */
  List<Line> lines(int page, double size) {
    List<Letter> sorted =
        letters.stream()
            .filter(letter -> letter.page() == page && Math.abs(letter.size() - size) <= 0.5)
            .sorted(Comparator.comparingDouble(Letter::y).thenComparingDouble(Letter::x))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (Letter letter : sorted) {
      Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last == null || letter.y() - last.y() > SAME_LINE) {
        lines.add(new Line(letter.x(), letter.to(), letter.y()));
      } else {
        lines.set(
            lines.size() - 1,
            new Line(
                Math.min(last.from(), letter.x()), Math.max(last.to(), letter.to()), last.y()));
      }
    }
    return lines;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    String unicode = text.getUnicode();
    if (unicode == null || unicode.isBlank() || text.getFont() == null) {
      return;
    }
    letters.add(
        new Letter(
            getCurrentPageNo() - 1,
            face(text.getFont().getName()),
            Math.round(text.getFontSizeInPt() * 2) / 2.0,
            text.getXDirAdj(),
            text.getXDirAdj() + text.getWidthDirAdj(),
            text.getYDirAdj()));
  }

  private static String face(String name) {
    if (name == null) {
      return "?";
    }
    String whole = SUBSET.matcher(name).replaceFirst("");
    int style = Math.max(whole.indexOf('-'), whole.indexOf(','));
    return style > 0 ? whole.substring(0, style) : whole;
  }
}
