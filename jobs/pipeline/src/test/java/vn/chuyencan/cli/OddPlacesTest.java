package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Path;
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
}
