package vn.chuyencan.job.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CourseActivityKind;

class SourceContentTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"actor\": {\"mbox\": \"mailto:a@b\"}, \"verb\" : {\"id\": \"x\"}}|xapi",
        "[{\"id\":\"1\",\"verb\":{\"id\":\"x\"}}]|xapi",
        "{\"statements\":[],\"more\":\"\"}|xapi",
        "{\"event_type\": \"play_video\", \"event_source\": \"browser\", \"event\": null}|openedx",
        "Sep 8 host [tracking]: {\"event_source\": \"server\", \"event_type\": \"/x\"}|openedx",
        "Time,\"User full name\",\"Affected user\",\"Event context\"|moodle-export",
        "Họ và tên\tĐiểm/10,00\tThời gian|moodle-export",
        "[[{\"time\":\"8/09/26, 10:00\"}]]|moodle-export",
        "PK..workbook|moodle-export",
        "Ghi chú của tôi|",
        "<html><body>,</body></html>|"
      })
  void theBeginningTellsTheKind(String head, String kind) {
    assertThat(SourceContent.kindOf(head).orElse(null)).isEqualTo(kind);
    assertThat(SourceContent.kindOf("\ufeff\n " + head).orElse(null)).isEqualTo(kind);
  }

  @Test
  void theFirstFileThatTellsDecidesZippedOrNot() throws IOException {
    Files.writeString(folder.resolve(".hidden.csv"), "a,b,c\n");
    Files.writeString(folder.resolve("a.txt"), "");
    Path deep = Files.createDirectories(folder.resolve("deep"));
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(deep.resolve("b.log.gz")))) {
      zipped.write(
          "{\"event_source\": \"server\", \"event_type\": \"/x\"}\n"
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(SourceContent.kind(folder)).contains("openedx");
    assertThat(SourceContent.kind(folder.resolve("a.txt"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://lms.example/mod/quiz/view.php?id=42,quiz-42",
    "https://lms.example/mod/forum/view.php?x=1&id=7#p3,forum-7",
    "https://lms.example/quizzes/giua ky/,giua-ky",
    "urn:exam:final,final",
    "https://lms.example/q?id=9,9"
  })
  void anActivityIsCalledAsADatabaseCallsIt(String iri, String id) {
    assertThat(SeenActivities.id(iri, CourseActivityKind.EXERCISE)).isEqualTo(id);
  }
}
