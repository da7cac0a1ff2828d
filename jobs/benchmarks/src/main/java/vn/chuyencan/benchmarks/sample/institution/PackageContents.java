package vn.chuyencan.benchmarks.sample.institution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.chuyencan.report.ArchiveTime;

/**
 * Files of the course package that are small enough to keep: two decks of slides and two readings,
 * one of each as the guideline wants it. Written without a library, so that the bytes are the same
 * whatever writes them.
 */
public final class PackageContents {
  private static final String FOLDER = "hoc-lieu/CNG305/";

  /** Widths of Times Roman's small letters in thousandths of the size, from «a» to «z». */
  private static final int[] WIDTHS = {
    444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444
  };

  private static final int SPACE = 250;

  private static final double POINTS = 72 / 25.4;

  private static final List<String> TEXT =
      List.of(
          "in a flipped class learners meet new ideas at home and use the time in",
          "class to work on them together with their peers and with a lecturer who",
          "sees what they did before and so knows where help is needed most of all",
          "a good scenario tells what to watch and read before class and what they",
          "are to bring with them so that nobody begins with nothing and all of it",
          "is used within the hour that the group spends in one room or in one call");

  private PackageContents() {}

  /** Path below the folder of registers → content. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        FOLDER + "slide-1.pptx",
        deck(
            9_144_000,
            5_143_500,
            run("Lớp học đảo ngược", "Arial", 3200)
                + run("Khoa Công nghệ giáo dục", "Arial", 2000)));
    // 4 : 3, one run of 14 points, one in a face with serifs.
    files.put(
        FOLDER + "slide-2.pptx",
        deck(
            9_144_000,
            6_858_000,
            run("Thiết kế kịch bản", "Arial", 3200)
                + run("Năm bước", "Arial", 1400)
                + run("Ví dụ", "Georgia", 2400)));
    files.put(FOLDER + "reading-1.pdf", reading("Times-Roman", 14, 1.5, 25));
    // Helvetica of 12 points, single lines, 30 mm at the left.
    files.put(FOLDER + "reading-2.pdf", reading("Helvetica", 12, 1, 30));
    return files;
  }

  private static String run(String text, String face, int size) {
    return """
        <a:p><a:r><a:rPr lang="vi-VN" sz="%d"><a:latin typeface="%s"/></a:rPr><a:t>%s</a:t></a:r></a:p>"""
        .formatted(size, face, text);
  }

  private static byte[] deck(int width, int height, String paragraphs) {
    String names =
        """
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main\"""";
    String group =
        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
    String type = "application/vnd.openxmlformats-officedocument.presentationml.";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/ppt/presentation.xml", type + "presentation.main+xml")
            + override("/ppt/slides/slide1.xml", type + "slide+xml")
            + override("/ppt/slideLayouts/slideLayout1.xml", type + "slideLayout+xml")
            + override("/ppt/slideMasters/slideMaster1.xml", type + "slideMaster+xml")
            + override(
                "/ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
            + "</Types>");
    parts.put("_rels/.rels", relations("officeDocument", "ppt/presentation.xml"));
    parts.put(
        "ppt/presentation.xml",
        ("<p:presentation %s><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
                + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"%d\" cy=\"%d\"/>"
                + "<p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>")
            .formatted(names, width, height));
    parts.put(
        "ppt/_rels/presentation.xml.rels",
        relations("slideMaster", "slideMasters/slideMaster1.xml", "slide", "slides/slide1.xml"));
    parts.put(
        "ppt/slides/slide1.xml",
        ("<p:sld %s><p:cSld><p:spTree>%s<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Text\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
                + "<p:spPr><a:xfrm><a:off x=\"500000\" y=\"500000\"/><a:ext cx=\"8000000\" cy=\"4000000\"/></a:xfrm>"
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>"
                + "</p:spTree></p:cSld></p:sld>")
            .formatted(names, group, paragraphs));
    parts.put(
        "ppt/slides/_rels/slide1.xml.rels",
        relations("slideLayout", "../slideLayouts/slideLayout1.xml"));
    parts.put(
        "ppt/slideLayouts/slideLayout1.xml",
        "<p:sldLayout %s type=\"blank\"><p:cSld><p:spTree>%s</p:spTree></p:cSld></p:sldLayout>"
            .formatted(names, group));
    parts.put(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        relations("slideMaster", "../slideMasters/slideMaster1.xml"));
    parts.put(
        "ppt/slideMasters/slideMaster1.xml",
        ("<p:sldMaster %s><p:cSld><p:spTree>%s</p:spTree></p:cSld>"
                + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\""
                + " accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
                + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>")
            .formatted(names, group));
    parts.put(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        relations(
            "slideLayout", "../slideLayouts/slideLayout1.xml", "theme", "../theme/theme1.xml"));
    parts.put("ppt/theme/theme1.xml", theme());
    return archive(parts);
  }

  private static String theme() {
    StringBuilder colours = new StringBuilder();
    for (String colour :
        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
            .split(" ", -1)) {
      colours.append(
          "<a:%1$s><a:srgbClr val=\"%2$s\"/></a:%1$s>"
              .formatted(colour, colour.startsWith("lt") ? "FFFFFF" : "000000"));
    }
    String font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>".repeat(3);
    String line =
        "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>".repeat(3);
    String effect = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    return ("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"T\"><a:themeElements>"
            + "<a:clrScheme name=\"T\">%s</a:clrScheme>"
            + "<a:fontScheme name=\"T\"><a:majorFont>%2$s</a:majorFont><a:minorFont>%2$s</a:minorFont></a:fontScheme>"
            + "<a:fmtScheme name=\"T\"><a:fillStyleLst>%3$s</a:fillStyleLst><a:lnStyleLst>%4$s</a:lnStyleLst>"
            + "<a:effectStyleLst>%5$s</a:effectStyleLst><a:bgFillStyleLst>%3$s</a:bgFillStyleLst></a:fmtScheme>"
            + "</a:themeElements></a:theme>")
        .formatted(colours, font, fill, line, effect);
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  /** Kinds and targets in turn; ids count from 1. */
  private static String relations(String... kindsAndTargets) {
    StringBuilder text =
        new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int place = 0; place < kindsAndTargets.length; place += 2) {
      text.append(
          ("<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                  + " Target=\"%s\"/>")
              .formatted(place / 2 + 1, kindsAndTargets[place], kindsAndTargets[place + 1]));
    }
    return text.append("</Relationships>").toString();
  }

  /** Not compressed: compressors differ between machines. */
  private static byte[] archive(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content =
            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.getValue())
                .getBytes(StandardCharsets.UTF_8);
        CRC32 check = new CRC32();
        check.update(content);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ArchiveTime.NONE);
        entry.setSize(content.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException onlyMemoryIsWritten) {
      throw new UncheckedIOException(onlyMemoryIsWritten);
    }
    return bytes.toByteArray();
  }

  /** One page of A4; lines of Times reach from margin to margin. */
  private static byte[] reading(String face, int size, double spacing, int leftMillimetres) {
    double left = leftMillimetres * POINTS;
    double right = (210 - 15) * POINTS;
    // What letters rise above the line on which they stand.
    double top = (297 - 20) * POINTS - 0.891 * size;
    StringBuilder page = new StringBuilder("BT\n/F1 " + size + " Tf\n");
    for (int line = 0; line < TEXT.size(); line++) {
      String text = TEXT.get(line);
      double wide = 0;
      int spaces = 0;
      for (int place = 0; place < text.length(); place++) {
        char letter = text.charAt(place);
        wide += letter == ' ' ? SPACE : WIDTHS[letter - 'a'];
        spaces += letter == ' ' ? 1 : 0;
      }
      double stretched = (right - left - wide * size / 1000) / spaces;
      page.append(
          "%s Tw\n1 0 0 1 %s %s Tm\n(%s) Tj\n"
              .formatted(
                  number(stretched),
                  number(left),
                  number(top - line * spacing * 1.149 * size),
                  text));
    }
    page.append("ET\n");
    return pdf(face, page.toString());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static byte[] pdf(String face, String page) {
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.890] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length %d >>\nstream\n%sendstream".formatted(page.length(), page),
            "<< /Type /Font /Subtype /Type1 /BaseFont /%s >>".formatted(face));
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (int object = 0; object < objects.size(); object++) {
      places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
      file.append(object + 1).append(" 0 obj\n").append(objects.get(object)).append("\nendobj\n");
    }
    int start = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append('\n').append(places);
    file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    file.append("startxref\n").append(start).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
