package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision 3784/QĐ-BGDĐT, Part V: what is asked of slides, reading material and videos. */
class Decision3784FilesTest {

  private static Facts file(String kind, String columns, String row) {
    return Facts.of(2026, "2026-12-15")
        .with("reg.package_item", "course_code,item_id,kind,silent", "M,i," + kind + ",")
        .with("lake.package_file", "course_code,item_id,state," + columns, "M,i," + row);
  }

  @ParameterizedTest
  @CsvSource({
    "'measured,960,540', MET 1",
    "'measured,161.6,90', MET 1",
    "'measured,161.7,90', NOT_MET 0 [i 162:90]",
    "'measured,158.4,90', MET 1",
    "'measured,158.3,90', NOT_MET 0 [i 158:90]",
    "'measured,720,540', NOT_MET 0 [i 720:540]",
    "'no_text,960,540', MET 1",
    "'unreadable,,', INSUFFICIENT_DATA 0 -package_item i (unreadable)"
  })
  void slidesAreSixteenToNineWithinOnePercent(String row, String told) {
    // 160 : 90 is 16 : 9; one percent of 160 is 1.6.
    assertThat(Told.of(file("slides", "width,height", row), "Q3784-V.III.1a", "M")).isEqualTo(told);
  }

  @Test
  void anItemWithoutAFileIsNotMeasured() {
    Facts facts =
        Facts.of(2026, "2026-12-15")
            .with("reg.package_item", "course_code,item_id,kind", "M,i,slides")
            .with("lake.package_file", "course_code,item_id,state");
    assertThat(Told.of(facts, "Q3784-V.III.1a", "M"))
        .isEqualTo("INSUFFICIENT_DATA 0 -package_item i (no_path)");
    assertThat(facts.judge("Q3784-V.III.1a").get("M").supplierVi()).isNotBlank();
  }

  @Test
  void oneBadFileIsEnoughAndOneUnknownLeavesItOpen() {
    Facts facts =
        Facts.of(2026, "2026-12-15")
            .with(
                "reg.package_item",
                "course_code,item_id,kind",
                "M,a,lecture_video",
                "M,b,lecture_video",
                "N,c,lecture_video",
                "N,d,lecture_video")
            .with(
                "lake.package_file",
                "course_code,item_id,state,duration_seconds",
                "M,a,measured,901",
                "M,b,no_tool,",
                "N,c,measured,900",
                "N,d,no_tool,");
    assertThat(Told.of(facts, "Q3784-V.V.2a", "M"))
        .isEqualTo("NOT_MET 0 [a 901 s] -package_item b (no_tool)");
    assertThat(Told.of(facts, "Q3784-V.V.2a", "N"))
        .isEqualTo("INSUFFICIENT_DATA 0.5 -package_item d (no_tool)");
    assertThat(facts.judge("Q3784-V.V.2a").get("N").noteVi()).contains("ffprobe");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, MET 1",
    "1, 1, NOT_MET 0 [i (< 18 pt: 3)]",
    "1, 0, NEEDS_REVIEW 0 [i (< 18 pt: 3)]"
  })
  void textIsAsLargeAsArialEighteen(int small, int below, String told) {
    Facts facts =
        file(
            "slides",
            "text_runs,small_runs,below_runs,faults_on",
            "measured,4," + small + "," + below + ",< 18 pt: 3");
    assertThat(Told.of(facts, "Q3784-V.III.1c", "M")).isEqualTo(told);
    assertThat(Told.of(facts, "Q3784-V.III.1c-TL", "M")).isEqualTo(small == 0 ? "- 1" : "- 0.75");
  }

  @Test
  void facesColoursAndSources() {
    Facts facts =
        file(
            "slides",
            "other_font_runs,fonts,faults_on,coloured_runs,pale_runs,picture_pages,cited_pages",
            "measured,0,Arial; Times New Roman,,10,1,4,3");
    assertThat(Told.of(facts, "Q3784-V.III.1b", "M")).isEqualTo("MET 1");
    assertThat(facts.judge("Q3784-V.III.1b").get("M").otherStatus().name())
        .as("strictly sans-serif")
        .isEqualTo("NOT_MET");
    assertThat(Told.of(facts, "Q3784-V.III.1d", "M")).isEqualTo("- 0.9");
    assertThat(Told.of(facts, "Q3784-V.III.5", "M")).isEqualTo("NOT_MET 0 [i 3/4]");
    Facts other = file("slides", "other_font_runs,fonts,faults_on", "measured,2,Georgia,font: 5");
    assertThat(Told.of(other, "Q3784-V.III.1b", "M")).isEqualTo("NOT_MET 0 [i (font: 5)]");
  }

  @ParameterizedTest
  @CsvSource({
    "'pdf,TimesNewRomanPSMT,14,1.5,25,15,20,20', MET 1",
    "'pdf,Times New Roman,14.5,1.6,27,17,22,60', MET 1",
    "'pdf,TimesNewRomanPSMT,13.5,1.4,23,13,18,18', MET 1",
    "'pdf,Arial,14,1.5,25,15,20,20', NOT_MET 0.833333 [phông Arial]",
    "'pdf,Times New Roman,13,1.5,25,15,20,20', NOT_MET 0.833333 [cỡ chữ 13]",
    "'pdf,Times New Roman,14,1.61,25,15,20,20', 'NOT_MET 0.833333 [cách dòng 1,61]'",
    "'pdf,Times New Roman,14,1.5,30,15,20,20', NOT_MET 0.833333 [lề trái/phải 30/15]",
    "'pdf,Times New Roman,14,1.5,25,15,20,17.9', NOT_MET 0.833333 [lề trên/dưới 20/18]",
    "'pptx,Times New Roman,14,1.5,25,15,20,20', NOT_MET 0.833333 [định dạng pptx]"
  })
  void readingMaterialHasItsFormat(String measures, String told) {
    Facts facts =
        file(
            "reading",
            "format,fonts,font_points,line_spacing,margin_left,margin_right,margin_top,margin_bottom",
            "measured," + measures);
    assertThat(Told.of(facts, "Q3784-V.IV.2", "M/i")).isEqualTo(told);
  }

  @Test
  void aScanSaysNothingOfItsText() {
    Facts facts = file("reading", "format,fonts", "no_text,pdf,");
    assertThat(Told.of(facts, "Q3784-V.IV.2", "M/i"))
        .isEqualTo("INSUFFICIENT_DATA 0.166667 -package_item i (no_text)");
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 720, MET 1",
    "1920, 1080, MET 1",
    "3840, 2160, MET 1",
    "1278, 719, NOT_MET 0 [i 1278x719]",
    "1440, 1080, NOT_MET 0 [i 1440x1080]"
  })
  void videosAreSharpAndWide(int width, int height, String told) {
    Facts facts = file("lecture_video", "width,height", "measured," + width + "," + height);
    assertThat(Told.of(facts, "Q3784-V.V.1a", "M")).isEqualTo(told);
    assertThat(facts.judge("Q3784-V.V.1a").get("M").noteVi().isEmpty()).isEqualTo(height != 2160);
  }

  @ParameterizedTest
  @CsvSource({
    "'true,mp3,128', '', MET 1, MET",
    "'true,mp3,125.44', '', MET 1, MET",
    "'true,mp3,125.43', '', NOT_MET 0 [i mp3 125], NOT_MET",
    "'true,aac,192', '', MET 1, NOT_MET",
    "'true,mp3,192', '', MET 1, NOT_MET",
    "'false,,', '', NOT_MET 0 [i 0], NOT_MET",
    "'false,,', yes, MET 1, MET",
    "'true,vorbis,', '', INSUFFICIENT_DATA 0 -package_item i (measured), NOT_MET"
  })
  void soundIsGoodEnough(String audio, String silent, String told, String strictly) {
    Facts facts =
        file("lecture_video", "has_audio,audio_codec,audio_kbps", "measured," + audio)
            .with(
                "reg.package_item",
                "course_code,item_id,kind,silent",
                "M,i,lecture_video," + silent);
    assertThat(Told.of(facts, "Q3784-V.V.1b", "M")).isEqualTo(told);
    assertThat(facts.judge("Q3784-V.V.1b").get("M").otherStatus().name()).isEqualTo(strictly);
  }

  @ParameterizedTest
  @CsvSource({
    "900, MET 1, - 1",
    "900.000001, NOT_MET 0 [i 901 s], - 0",
    "600, MET 1, - 1",
    "599.9, MET 1, - 0 [i]"
  })
  void lecturesLastFifteenMinutesAtMost(String seconds, String told, String recommended) {
    Facts facts = file("lecture_video", "duration_seconds", "measured," + seconds);
    assertThat(Told.of(facts, "Q3784-V.V.2a", "M")).isEqualTo(told);
    assertThat(Told.of(facts, "Q3784-V.V.2a-KN", "M")).isEqualTo(recommended);
  }

  @Test
  void videosOfALessonTogetherAreAnotherReading() {
    Facts facts =
        Facts.of(2026, "2026-12-15")
            .with(
                "reg.package_item",
                "course_code,item_id,kind,lesson",
                "M,a,lecture_video,1.1",
                "M,b,lecture_video,1.1")
            .with(
                "lake.package_file",
                "course_code,item_id,state,duration_seconds",
                "M,a,measured,500",
                "M,b,measured,500");
    Indicator found = facts.judge("Q3784-V.V.2a").get("M");
    assertThat(found.status().name()).isEqualTo("MET");
    assertThat(found.otherStatus().name()).isEqualTo("NOT_MET");
  }

  @ParameterizedTest
  @CsvSource({
    "'measured,pdf', MET 1",
    "'no_text,pdf', MET 1",
    "'unreadable,pdf', NOT_MET 0 [i pdf unreadable]",
    "'not_measured,docx', NOT_MET 0 [i docx not_measured]"
  })
  void learningDocumentsArePdfsThatOpen(String row, String told) {
    assertThat(Told.of(file("references", "format", row), "Q3784-V.VIII.1", "M")).isEqualTo(told);
  }
}
