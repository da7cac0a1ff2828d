package vn.chuyencan.source.coursepackage;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A PDF, measured by where its letters stand (Q3784-V.IV.2): the face and size of most letters, the
 * distance of lines of that size, and the margins that they leave. What stands in another size,
 * such as page numbers, headings and notes, makes no margin. A scan has no letters, and nothing is
 * said.
 */
final class ReadingPdf {
  /** Millimetres of a point. */
  private static final double MILLIMETRES = 25.4 / 72;

  /** Of Times New Roman: what a letter rises and falls, and the height of a line, per size. */
  private static final double ASCENT = 0.891;

  private static final double DESCENT = 0.216;
  private static final double LINE = 1.149;

  /** Pages with fewer lines, such as a last page, make no side margin. */
  private static final int ENOUGH_LINES = 3;

  private ReadingPdf() {}

  static FileMeasure of(Path file) {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return measure(document);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      // The last two: what a hostile file unpacks to. Nothing of it is held any more.
      return FileMeasure.not("unreadable", broken.getClass().getSimpleName());
    }
  }

  private static FileMeasure measure(PDDocument document) throws IOException {
    PdfLetters letters = PdfLetters.of(document);
    PDRectangle first =
        document.getNumberOfPages() == 0 ? new PDRectangle() : document.getPage(0).getCropBox();
    FileMeasure measure =
        letters.all().isEmpty() ? FileMeasure.not("no_text", null) : FileMeasure.measured();
    measure
        .with("pages", (long) document.getNumberOfPages())
        .with("width", rounded(first.getWidth()))
        .with("height", rounded(first.getHeight()));
    if (letters.all().isEmpty()) {
      return measure;
    }
    String font = most(letters, PdfLetters.Letter::font);
    double size = Double.parseDouble(most(letters, letter -> String.valueOf(letter.size())));
    List<Double> left = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    List<Double> top = new ArrayList<>();
    List<Double> bottom = new ArrayList<>();
    List<Double> pitches = new ArrayList<>();
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      List<PdfLetters.Line> lines = letters.lines(page, size);
      PDPage sheet = document.getPage(page);
      for (int line = 1; line < lines.size(); line++) {
        pitches.add(lines.get(line).y() - lines.get(line - 1).y());
      }
      if (!lines.isEmpty()) {
        double below = lines.get(lines.size() - 1).y() + DESCENT * size;
        bottom.add((sheet.getCropBox().getHeight() - below) * MILLIMETRES);
      }
      if (lines.size() >= ENOUGH_LINES) {
        top.add((lines.get(0).y() - ASCENT * size) * MILLIMETRES);
        left.add(lines.stream().mapToDouble(PdfLetters.Line::from).min().orElse(0) * MILLIMETRES);
        double to = lines.stream().mapToDouble(PdfLetters.Line::to).max().orElse(0);
        right.add((sheet.getCropBox().getWidth() - to) * MILLIMETRES);
      }
    }
    return measure
        .with("fonts", font)
        .with("font_points", rounded(size))
        .with("line_spacing", pitches.isEmpty() ? null : rounded(median(pitches) / (LINE * size)))
        .with("margin_left", left.isEmpty() ? null : rounded(median(left)))
        .with("margin_right", right.isEmpty() ? null : rounded(median(right)))
        .with("margin_top", top.isEmpty() ? null : rounded(median(top)))
        .with("margin_bottom", bottom.isEmpty() ? null : rounded(Collections.min(bottom)));
  }

  private static String most(
      PdfLetters letters, java.util.function.Function<PdfLetters.Letter, String> of) {
    Map<String, Integer> counts = new HashMap<>();
    letters.all().forEach(letter -> counts.merge(of.apply(letter), 1, Integer::sum));
    return counts.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
