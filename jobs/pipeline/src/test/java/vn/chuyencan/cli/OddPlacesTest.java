package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders are called as people and other programs call them. */
class OddPlacesTest {
  @TempDir private Path folder;

  private CommandLines.Result night(Path institution) {
    return CommandLines.run(
        "run",
        "--lang",
        "en",
        "--as-of",
        "2026-09-08",
        "--config",
        CommandLines.configuration(institution, "").toString());
  }

  /** An hour is written with a colon, which Hadoop takes for the end of a scheme. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-09-07T10:00.ndjson", "log [1].ndjson", "một\nhai.ndjson"})
  void filesOfStatementsAreRead(String name) {
    assumeThat(File.separatorChar).isEqualTo('/');
    CommandLines.write(folder, "statements/" + name, CommandLines.STATEMENT);

    assertThat(night(folder).done().out()).contains("1 = 1 accepted");
  }

  /** A configuration names folders; whatever stands above them is no pattern. */
  @ParameterizedTest
  @ValueSource(strings = {"Khoa [2026]", "{a,b}", "a*", "giờ 10:00"})
  void foldersAboveTheStatementsAreNoPatterns(String name) {
    assumeThat(File.separatorChar).isEqualTo('/');
    Path institution = folder.resolve(name);
    CommandLines.write(institution, "statements/one.ndjson", CommandLines.STATEMENT);

    assertThat(night(institution).done().out()).contains("1 = 1 accepted");
  }

  /** Folders of the lake are called by course runs, and addresses can be longer than a folder. */
  @Test
  void aCourseWithALongAddressIsInferred() {
    String slug = "%C4%91%E1%BA%A1i-h%E1%BB%8Dc-".repeat(9);
    String[] courses = {"https://lms.example.org/" + slug + "a", "https://lms.example.org/" + slug};
    for (String course : courses) {
      CommandLines.write(
          folder,
          "statements/" + course.length() + ".ndjson",
          CommandLines.STATEMENT
              .replace("https://lms.example.org/c", course)
              .replace("76f101", "76f" + course.length()));
    }

    assertThat(night(folder).done().out()).contains("2 = 2 accepted");
    assertThat(folder.resolve("published/latest/csv/course_run.csv"))
        .content()
        .contains("," + courses[0] + ",", "," + courses[1] + ",");
  }
}
