package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What downloads cannot say for certain is told before a night, and not by it. */
class ValidateDownloadsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,"
          + "IP address\n";

  @TempDir private Path folder;

  private CommandLines.Result validate(String log) throws IOException {
    CommandLines.write(folder, "downloads/logs.csv", log);
    Path configuration =
        CommandLines.write(
            folder,
            "chuyencan.yaml",
            """
            institution: {id: a, name: b}
            warehouse: ./warehouse
            publish: ./published
            sources: [{id: dl, kind: moodle-export, path: ./downloads, site: "https://l.example"}]
            """);
    return CommandLines.run("validate", "--lang=en", "--config", configuration.toString());
  }

  private static String row(String time) {
    return '"'
        + time
        + "\",An,-,\"Course: A\",System,\"Course viewed\",\"The user with id '5' viewed the course"
        + " with id '2'.\",web,10.0.0.1\n";
  }

  @Test
  void daysThatCouldBeMonthsAreRefused() throws IOException {
    // Neither order is certain: no part exceeds twelve, and in neither order does time only run on.
    String log =
        HEADER
            + row("5/2/13, 10:00")
            + row("6/1/13, 10:00")
            + row("6/2/13, 10:00")
            + row("5/3/13, 10:00");

    assertThat(validate(log).refused(3).notes()).startsWith("E3421").contains("logs.csv");
  }

  @Test
  void downloadsThatAreCertainAreValid() throws IOException {
    assertThat(validate(HEADER + row("22/10/26, 09:28:30")).done().out()).contains("valid");
  }

  @Test
  void filesThatAreNotThereAreMissedWhenSourcesAreOpened() {
    Path configuration =
        CommandLines.write(
            folder,
            "chuyencan.yaml",
            """
            institution: {id: a, name: b}
            warehouse: ./warehouse
            publish: ./published
            sources:
              - {id: one, kind: xapi, path: ./statements}
              - {id: two, kind: openedx, path: ./tracking, site: "https://l.example"}
            """);
    String[] asked = {"validate", "--lang=en", "--config", configuration.toString()};
    CommandLines.run(asked).done();
    assertThat(
            CommandLines.run(asked[0], asked[1], asked[2], asked[3], "--connect")
                .refused(5)
                .notes())
        .contains("statements", "tracking");
  }
}
