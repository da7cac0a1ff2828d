package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.register.RegisterReader;

/** From the database of a real site; needs it at {@code chuyencan.test.moodle}. */
@Tag("database")
class InitFromMoodleTest {
  private static final String ADDRESS =
      Optional.ofNullable(System.getProperty("chuyencan.test.moodle"))
          .orElse("jdbc:mariadb://127.0.0.1:3306/moodle?user=root");

  @TempDir private Path folder;

  @Test
  void theDraftIsValidAndHoldsTheRoster() throws IOException {
    CommandLines.run(
            "init",
            "--from",
            ADDRESS,
            "--site",
            "https://hoctap.example.edu.vn",
            "--out",
            folder.toString(),
            "--id",
            "hvsps",
            "--name",
            "Học viện")
        .done();

    assertThat(
            CommandLines.run("validate", "--config", folder.resolve("chuyencan.yaml").toString())
                .done()
                .out())
        .isEqualTo("Cấu hình, sổ và bộ quy tắc đều hợp lệ.\n");
    Registers registers = RegisterReader.read(folder.resolve("registers"));
    assertThat(registers.present())
        .containsExactly(
            "learner",
            "identity",
            "course_run",
            "enrolment",
            "activity",
            "group_member",
            "class_session");
    assertThat(registers.courseRuns())
        .extracting("courseId")
        .containsExactly("KH-FLIP01", "KH-FLIP02", "KH-FLIP03");
    assertThat(registers.enrolments()).hasSize(171);
    assertThat(registers.classSessions()).hasSize(30);
    assertThat(Files.readString(folder.resolve("registers/README.md")))
        .startsWith("# Các sổ được soạn nháp\n");
  }
}
