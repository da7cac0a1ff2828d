package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Learner;
import vn.chuyencan.source.register.RegisterReader;

/** What data of other institutions brought to light, in the smallest form that shows it. */
class OtherInstitutionsTest {
  private static final String VISITOR =
      """
      {"username": "", "event_type": "/courses/course-v1:A+B+1/about", "event": "{}", \
      "event_source": "server", "ip": "203.0.113.9", "time": "2026-09-08T01:00:00+00:00", \
      "context": {"user_id": null, "course_id": "course-v1:A+B+1"}}
      """;
  private static final String LEARNER =
      VISITOR
          .replace("\"username\": \"\"", "\"username\": \"sv1\"")
          .replace("\"user_id\": null", "\"user_id\": 7");

  @TempDir private Path folder;

  private String published(String table) throws IOException {
    return Files.readString(folder.resolve("published/latest/csv/" + table + ".csv"));
  }

  private CommandLines.Result night(String source) {
    Path configuration =
        CommandLines.write(
            folder,
            "chuyencan.yaml",
            """
            institution: {id: a, name: b}
            warehouse: ./warehouse
            publish: ./published
            sources: [%s]
            """
                .formatted(source));
    return CommandLines.run("run", "--lang=en", "--config", configuration.toString());
  }

  @Test
  void visitorsWhoNeverSignedInAreNobodyInDraftedRegisters() {
    CommandLines.write(folder, "tracking.log", VISITOR + LEARNER);

    CommandLines.run(
            "init",
            "--from=" + folder.resolve("tracking.log"),
            "--site=https://edx.example",
            "--out=" + folder.resolve("mine"))
        .done();

    assertThat(RegisterReader.read(folder.resolve("mine/registers")).learners())
        .extracting(Learner::learnerId)
        .containsExactly("sv1");
  }

  @Test
  void aPostWhoseForumNobodyNamesIsAPost() throws IOException {
    // As event-routing-backends tells comments: of the thread, of no forum.
    CommandLines.write(
        folder,
        "statements/one.json",
        """
        {"id": "ca2a0abb-2dd6-4032-86c5-360a9fff4404", "timestamp": "2026-09-08T12:09:39Z", \
        "actor": {"account": {"homePage": "https://edx.example", "name": "sv1"}}, \
        "verb": {"id": "https://w3id.org/xapi/acrossx/verbs/posted"}, \
        "object": {"id": "https://edx.example/api/discussion/v1/comments/64d2", \
        "definition": {"type": "http://id.tincanapi.com/activitytype/discussion"}}, \
        "context": {"contextActivities": {"parent": [{"id": "https://edx.example/course/c1", \
        "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}]}}}
        """);

    night("{id: lms, kind: xapi, path: ./statements}").done();

    assertThat(published("forum_post"))
        .contains(
            "https://edx.example/course/c1,sv1,https://edx.example/api/discussion/v1/comments/64d2,,");
  }

  @Test
  void whatADownloadLacksIsAPointOfItsDraft() throws IOException {
    CommandLines.write(
        folder,
        "logs.csv",
        """
        Time,User full name,Event context,Component,Event name
        "11 May, 09:44",An,Course: A,System,Course viewed
        """);
    Path mine = folder.resolve("mine");

    CommandLines.run("init", "--from=" + folder.resolve("logs.csv"), "--out=" + mine, "--lang=en")
        .done();

    assertThat(Files.readString(mine.resolve("registers/README.md")))
        .contains("### Sources that cannot be read yet (1)", "E3425", "Set year of the source")
        .contains("E3423", "`downloads`: taken as `Asia/Ho_Chi_Minh`")
        .contains("### The address of the site is not known (1)");
    assertThat(
            CommandLines.run("validate", "--lang=en", "--config=" + mine.resolve("chuyencan.yaml"))
                .refused(3)
                .notes())
        .contains("E3425");
  }
}
