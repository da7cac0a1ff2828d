package vn.chuyencan.source.coursepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.TableContract;

/** Files of a package as their readers tell of them, made here to known measures. */
class PackageFilesTest {
  @TempDir Path folder;

  private Map<String, Object> row(String path) {
    List<Object[]> rows =
        new PackageFiles(folder, "no-such-ffprobe")
            .rows(List.of(Map.of("course_code", "M", "item_id", "i", "path", path)));
    List<String> columns =
        TableContract.of("package_file").columns().stream().map(column -> column.name()).toList();
    Map<String, Object> row = new java.util.HashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      row.put(columns.get(column), rows.get(0)[column]);
    }
    return row;
  }

  private static XSLFTextRun box(
      XSLFSlide slide, String text, double size, String font, Color colour) {
    XSLFTextBox box = slide.createTextBox();
    box.setAnchor(new Rectangle(20, 20, 600, 80));
    XSLFTextRun run = box.addNewTextParagraph().addNewTextRun();
    run.setText(text);
    run.setFontSize(size);
    run.setFontFamily(font);
    run.setFontColor(colour);
    return run;
  }

  @Test
  void slidesAreMeasured() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(folder.resolve("bai.pptx"))) {
      show.setPageSize(new Dimension(960, 540));
      XSLFSlide one = show.createSlide();
      one.getBackground().setFillColor(Color.WHITE);
      box(one, "Nội dung", 18.0, "Arial", Color.BLACK);
      box(one, "Chữ nhỏ", 17.5, "Times New Roman", Color.BLACK);
      box(one, "Chữ thấp", 18.0, "Times New Roman", Color.BLACK);
      box(one, "Nguồn: Bộ GDĐT", 10.0, "Arial", Color.BLACK);
      box(one, "   ", 8.0, "Wingdings", Color.BLACK);
      XSLFSlide two = show.createSlide();
      two.getBackground().setFillColor(Color.WHITE);
      box(two, "Phông khác", 24.0, "Georgia", new Color(0xBBBBBB));
      byte[] png =
          java.util.Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
      one.createPicture(show.addPicture(png, PictureData.PictureType.PNG));
      two.createPicture(show.addPicture(png, PictureData.PictureType.PNG));
      show.write(out);
    }
    assertThat(row("bai.pptx"))
        .containsEntry("state", "measured")
        .containsEntry("width", BigDecimal.valueOf(960))
        .containsEntry("height", BigDecimal.valueOf(540))
        .containsEntry("pages", 2L)
        .containsEntry("text_runs", 4L)
        .containsEntry("small_runs", 2L)
        .containsEntry("below_runs", 1L)
        .containsEntry("small_notes", 1L)
        .containsEntry("other_font_runs", 1L)
        .containsEntry("fonts", "Arial; Georgia; Times New Roman")
        .containsEntry("faults_on", "< 18 pt: 1; font: 2")
        .containsEntry("coloured_runs", 4L)
        .containsEntry("pale_runs", 1L)
        .containsEntry("picture_pages", 2L)
        .containsEntry("cited_pages", 1L);
  }

  @Test
  void textThatShrinksToFitIsAsSmallAsItIsShown() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(folder.resolve("co.pptx"))) {
      XSLFSlide slide = show.createSlide();
      XSLFTextBox box = slide.createTextBox();
      XSLFTextRun run = box.addNewTextParagraph().addNewTextRun();
      run.setText("Hai mươi điểm, co còn 80 %");
      run.setFontSize(20.0);
      org.openxmlformats.schemas.presentationml.x2006.main.CTShape xml =
          (org.openxmlformats.schemas.presentationml.x2006.main.CTShape) box.getXmlObject();
      xml.getTxBody().getBodyPr().addNewNormAutofit().setFontScale(80000);
      show.write(out);
    }
    assertThat(row("co.pptx")).containsEntry("text_runs", 1L).containsEntry("small_runs", 1L);
  }

  @Test
  void readingMaterialIsMeasured() throws IOException {
    PDType1Font times = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    double millimetre = 72 / 25.4;
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < 2; page++) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
          String text = "Day hoc truc tuyen voi lop hoc dao nguoc va hoc lieu so cua nganh";
          double width = times.getStringWidth(text) / 1000 * 14;
          double scale = (210 - 25 - 15) * millimetre / width;
          content.beginText();
          content.setFont(times, 14);
          content.setHorizontalScaling((float) (scale * 100));
          content.newLineAtOffset(
              (float) (25 * millimetre),
              (float) (PDRectangle.A4.getHeight() - 20 * millimetre - 0.891 * 14));
          for (int line = 0; line < 30; line++) {
            content.showText(text);
            content.newLineAtOffset(0, (float) (-1.5 * 1.149 * 14));
          }
          content.endText();
          content.beginText();
          content.setFont(times, 10);
          content.newLineAtOffset(300, 20);
          content.showText("7");
          content.endText();
        }
      }
      document.save(folder.resolve("doc.pdf").toFile());
    }
    Map<String, Object> row = row("doc.pdf");
    assertThat(row)
        .containsEntry("state", "measured")
        .containsEntry("pages", 2L)
        .containsEntry("fonts", "Times")
        .containsEntry("font_points", new BigDecimal("14.00"))
        .containsEntry("line_spacing", new BigDecimal("1.50"));
    assertThat((BigDecimal) row.get("margin_left")).isBetween(number("24.5"), number("25.5"));
    assertThat((BigDecimal) row.get("margin_right")).isBetween(number("14.5"), number("15.5"));
    assertThat((BigDecimal) row.get("margin_top")).isBetween(number("19.5"), number("20.5"));
    // 30 lines of 24.13 pt from 20 mm: the last foot is at 768.9 + 3.0 of 841.9 pt.
    assertThat((BigDecimal) row.get("margin_bottom")).isBetween(number("24.2"), number("25.2"));
  }

  private static BigDecimal number(String number) {
    return new BigDecimal(number);
  }

  @Test
  void aPdfWithoutLettersIsAScan() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      document.save(folder.resolve("scan.pdf").toFile());
    }
    assertThat(row("scan.pdf")).containsEntry("state", "no_text").containsEntry("pages", 1L);
  }

  @Test
  void whatCannotBeMeasuredSaysWhy() throws IOException {
    Files.writeString(folder.resolve("hong.pptx"), "not a deck", StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("hong.pdf"), "not a document", StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("bai.mp4"), "not a video", StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("bai.txt"), "text", StandardCharsets.UTF_8);
    Files.writeString(folder.resolveSibling("ngoai.pdf"), "x", StandardCharsets.UTF_8);
    assertThat(row("hong.pptx")).containsEntry("state", "unreadable");
    assertThat(row("hong.pdf")).containsEntry("state", "unreadable");
    assertThat(row("bai.mp4"))
        .containsEntry("state", "no_tool")
        .containsEntry("reason", "no-such-ffprobe");
    assertThat(row("bai.txt")).containsEntry("state", "not_measured");
    assertThat(row("khong-co.pdf")).containsEntry("state", "missing");
    assertThat(row("../ngoai.pdf")).as("outside the folder").containsEntry("state", "missing");
    assertThat(
            new PackageFiles(folder, "x")
                .rows(List.of(Map.of("course_code", "M", "item_id", "only-a-link"))))
        .isEmpty();
  }

  @Test
  void videosAreReadAsFfprobeTells() {
    FileMeasure video =
        MediaProbe.read(
            """
            {"streams": [
              {"codec_type": "video", "codec_name": "mjpeg", "width": 600, "height": 600,
               "disposition": {"attached_pic": 1}},
              {"codec_type": "audio", "codec_name": "mp3", "bit_rate": "128000"},
              {"codec_type": "video", "codec_name": "h264", "width": 1440, "height": 1080,
               "sample_aspect_ratio": "4:3", "bit_rate": "35000"}],
             "format": {"duration": "900.000000", "bit_rate": "170000"}}
            """);
    assertThat(video.get("state")).isEqualTo("measured");
    assertThat((BigDecimal) video.get("width")).isEqualByComparingTo("1920");
    assertThat((BigDecimal) video.get("height")).isEqualByComparingTo("1080");
    assertThat((BigDecimal) video.get("duration_seconds")).isEqualByComparingTo("900");
    assertThat(video.get("audio_codec")).isEqualTo("mp3");
    assertThat((BigDecimal) video.get("audio_kbps")).isEqualByComparingTo("128");
  }

  @Test
  void whatFfprobeDoesNotKnowIsNotKnown() {
    FileMeasure webm =
        MediaProbe.read(
            """
            {"streams": [{"codec_type": "video", "codec_name": "vp8", "width": 1280, "height": 720,
               "sample_aspect_ratio": "N/A"}, {"codec_type": "audio", "codec_name": "vorbis"}],
             "format": {"duration": "N/A"}}
            """);
    assertThat((BigDecimal) webm.get("width")).isEqualByComparingTo("1280");
    assertThat(webm.get("audio_kbps")).isNull();
    assertThat(webm.get("duration_seconds")).isNull();
    assertThat(webm.get("has_audio")).isEqualTo(true);
    assertThat(MediaProbe.read("{}").get("state")).isEqualTo("unreadable");
    assertThat(MediaProbe.read("<html>").get("state")).isEqualTo("unreadable");
  }
}
