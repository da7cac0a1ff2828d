package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code freeze} and {@code unfreeze} on a warehouse of one inferred course run. */
class FreezeTest {
  private static final String COURSE = "https://lms.example.org/course/1";
  private static final String STATEMENT =
      "{\"id\":\"7ccd3322-e1a5-411a-a67d-6a735c76f101\",\"timestamp\":\"2026-09-07T08:00:00Z\","
          + "\"actor\":{\"account\":{\"homePage\":\"https://lms.example.org\",\"name\":\"an\"}},"
          + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
          + "\"object\":{\"id\":\"https://lms.example.org/page/1\"},"
          + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
          + COURSE
          + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";

  @TempDir private Path folder;

  private CommandLines.Result run(String command, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = command;
    arguments[1] = "--config";
    arguments[2] = folder.resolve("chuyencan.yaml").toString();
    arguments[3] = "--lang";
    arguments[4] = "en";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLines.run(arguments);
  }

  @Test
  void whatCannotBeFrozenIsRefusedAndWhatCanStaysOnRecord() {
    CommandLines.configuration(folder, "policies: [flipped-classroom]\n");
    CommandLines.write(folder, "statements/one.ndjson", STATEMENT);
    assertThat(run("freeze", "--course", COURSE).refused(2).notes())
        .startsWith("E2002: no course run " + COURSE);
    run("run", "--as-of", "2026-09-20").done();

    assertThat(run("freeze", "--course", COURSE, "--force", "--by", " ").refused(2).notes())
        .startsWith("E2007: --by: \" \" is not a valid value.");
    assertThat(run("freeze").refused(2).notes()).contains("--course");
    assertThat(run("freeze", "--course", "X").refused(2).notes())
        .startsWith("E2002: no course run X. Known: " + COURSE);
    assertThat(run("freeze", "--course", COURSE).refused(2).notes())
        .startsWith("E2040: the course run " + COURSE + " has not closed: its last day is ")
        .contains("the decisions are of 2026-09-20", "--force");
    assertThat(run("unfreeze", "--course", COURSE).refused(2).notes())
        .isEqualTo(
            "E2042: the course run " + COURSE + " is not frozen. There is nothing to lift.\n");

    assertThat(run("freeze", "--course", COURSE, "--force", "--by", "GV01").done().out())
        .isEqualTo("Frozen: course run " + COURSE + ", 3 decisions as of 2026-09-20.\n");
    assertThat(run("freeze", "--course", COURSE, "--force").refused(2).notes())
        .startsWith("E2041: the course run " + COURSE + " was frozen already, at 2026-12-01T03:04")
        .contains("by GV01");
    assertThat(run("unfreeze", "--course", COURSE).done().out()).startsWith("Not frozen any more");
    assertThat(run("unfreeze", "--course", COURSE).refused(2).notes()).startsWith("E2042");

    run("measure").done();
    assertThat(run("freeze", "--course", COURSE, "--force").refused(2).notes())
        .startsWith("E2043: nothing that stands has been decided in the course run " + COURSE);
  }
}
