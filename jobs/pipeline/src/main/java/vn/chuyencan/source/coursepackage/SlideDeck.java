package vn.chuyencan.source.coursepackage;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.sl.usermodel.PaintStyle;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFShapeContainer;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/**
 * A file of slides, measured (Q3784-V.III): the ratio of the page, fonts and sizes of the text as
 * shown after shrinking to fit, contrast, and which slides with pictures name a source. What stands
 * in the foot of a slide and what cites a source may be small; it is counted by itself.
 */
final class SlideDeck {
  private static final Set<Placeholder> FOOT =
      Set.of(Placeholder.SLIDE_NUMBER, Placeholder.FOOTER, Placeholder.DATETIME);

  private static final Pattern CITATION =
      Pattern.compile(
          "nguồn|trích|source|©|https?://|doi\\.org",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Sans-serif faces, and Times New Roman, which the text names by mistake among them. */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "arial.*|helvetica.*|times? new roman|calibri.*|verdana|tahoma|segoe ui.*|roboto.*"
              + "|open sans.*|noto sans.*|montserrat.*|lato.*|inter|be vietnam.*|source sans.*"
              + "|trebuchet ms|century gothic|gill sans.*|liberation sans.*|dejavu sans.*|aptos.*"
              + "|franklin gothic.*|corbel|candara|myriad.*|futura.*|ubuntu|nunito.*|poppins.*");

  /** The height of small letters, per size; of a face that is not here that of Arial is taken. */
  private static final Map<String, Double> SMALL_LETTERS =
      Map.ofEntries(
          Map.entry("times new roman", 0.448),
          Map.entry("calibri", 0.466),
          Map.entry("segoe ui", 0.500),
          Map.entry("helvetica", 0.523),
          Map.entry("roboto", 0.528),
          Map.entry("open sans", 0.535),
          Map.entry("tahoma", 0.545),
          Map.entry("verdana", 0.545),
          Map.entry("georgia", 0.481),
          Map.entry("garamond", 0.401));

  private static final double OF_ARIAL = 0.519;
  private static final double LEAST_POINTS = 18;
  private static final double LEAST_CONTRAST = 4.5;

  private final Set<String> fonts = new TreeSet<>();
  private final Set<Integer> smallOn = new TreeSet<>();
  private final Set<Integer> otherFontOn = new TreeSet<>();
  private long runs;
  private long small;
  private long below;
  private long smallNotes;
  private long otherFont;
  private long coloured;
  private long pale;
  private long picturesOn;
  private long citedOn;

  private boolean picture;
  private boolean cited;

  private SlideDeck() {}

  static FileMeasure of(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        XMLSlideShow show = new XMLSlideShow(bytes)) {
      return new SlideDeck().measure(show);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      // The last two: what a hostile file unpacks to. Nothing of it is held any more.
      return FileMeasure.not("unreadable", broken.getClass().getSimpleName());
    }
  }

  private FileMeasure measure(XMLSlideShow show) {
    Dimension page = show.getPageSize();
    List<XSLFSlide> slides = show.getSlides();
    for (XSLFSlide slide : slides) {
      picture = false;
      cited = false;
      shapes(slide, slide, slide.getSlideNumber());
      picturesOn += picture ? 1 : 0;
      citedOn += picture && cited ? 1 : 0;
    }
    return (runs == 0 ? FileMeasure.not("no_text", null) : FileMeasure.measured())
        .with("width", BigDecimal.valueOf(page.width))
        .with("height", BigDecimal.valueOf(page.height))
        .with("pages", (long) slides.size())
        .with("text_runs", runs)
        .with("small_runs", small)
        .with("below_runs", below)
        .with("small_notes", smallNotes)
        .with("other_font_runs", otherFont)
        .with("fonts", String.join("; ", fonts))
        .with("faults_on", faults())
        .with("coloured_runs", coloured)
        .with("pale_runs", pale)
        .with("picture_pages", picturesOn)
        .with("cited_pages", citedOn);
  }

  private String faults() {
    return (smallOn.isEmpty() ? "" : "< 18 pt: " + numbers(smallOn))
        + (smallOn.isEmpty() || otherFontOn.isEmpty() ? "" : "; ")
        + (otherFontOn.isEmpty() ? "" : "font: " + numbers(otherFontOn));
  }

  private static String numbers(Set<Integer> slides) {
    return String.join(", ", slides.stream().map(String::valueOf).toList());
  }

  private void shapes(XSLFShapeContainer container, XSLFSlide slide, int number) {
    for (XSLFShape shape : container.getShapes()) {
      if (shape instanceof XSLFPictureShape) {
        picture = true;
      } else if (shape instanceof XSLFTextShape text) {
        text(text, slide, number);
      } else if (shape instanceof XSLFTable table) {
        table.getRows().forEach(row -> row.getCells().forEach(cell -> text(cell, slide, number)));
      } else if (shape instanceof XSLFShapeContainer group) {
        shapes(group, slide, number);
      }
    }
  }

  private void text(XSLFTextShape shape, XSLFSlide slide, int number) {
    boolean foot = shape.getTextType() != null && FOOT.contains(shape.getTextType());
    for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      boolean note = foot || CITATION.matcher(paragraph.getText()).find();
      cited |= CITATION.matcher(paragraph.getText()).find();
      for (XSLFTextRun run : paragraph.getTextRuns()) {
        if (!run.getRawText().isBlank()) {
          run(run, shape, slide, number, note);
        }
      }
    }
  }

  private void run(
      XSLFTextRun run, XSLFTextShape shape, XSLFSlide slide, int number, boolean note) {
    Double size = run.getFontSize();
    String font = run.getFontFamily();
    boolean isBelow = size != null && size < LEAST_POINTS;
    if (note) {
      smallNotes += isBelow ? 1 : 0;
      return;
    }
    runs++;
    below += isBelow ? 1 : 0;
    if (size != null && size * smallLetters(font) < LEAST_POINTS * OF_ARIAL) {
      small++;
      smallOn.add(number);
    }
    if (font != null) {
      fonts.add(font);
      if (!ALLOWED.matcher(font.toLowerCase(Locale.ROOT)).matches()) {
        otherFont++;
        otherFontOn.add(number);
      }
    }
    Color fill = shape.getFillColor();
    // Not every deck says what it is written on.
    Color ground =
        fill != null || slide.getBackground() == null ? fill : slide.getBackground().getFillColor();
    if (ground != null && run.getFontColor() instanceof PaintStyle.SolidPaint solid) {
      coloured++;
      pale += contrast(solid.getSolidColor().getColor(), ground) < LEAST_CONTRAST ? 1 : 0;
    }
  }

  private static double smallLetters(String font) {
    return font == null
        ? OF_ARIAL
        : SMALL_LETTERS.getOrDefault(font.toLowerCase(Locale.ROOT), OF_ARIAL);
  }

  /** The ratio of luminances, from 1 to 21 (WCAG 2.1). */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
  }
}
