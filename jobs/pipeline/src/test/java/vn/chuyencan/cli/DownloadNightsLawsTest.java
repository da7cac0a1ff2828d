package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Downloads come night by night, in any order, and grow: the publication is that of a lake which
 * read all of them at once, also where rows name persons without a number, modules without a type
 * and no course.
 */
class DownloadNightsLawsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,"
          + "IP address\n";

  /** Whose number the names are nobody knows yet, nor of which course the log is. */
  private static final String NAMES =
      HEADER
          + row("14/09/26, 08:00:00", "Trần Bình", "Something happened.")
          + row("14/09/26, 08:20:00", "Trần Bình", "Something happened.")
          + row("15/09/26, 09:00:00", "Lê An", "Something happened.")
          + row("15/09/26, 09:25:00", "Lê An", "Something happened.")
          + row("15/09/26, 10:00:00", "-", "The user with id '4' viewed course module id '9'.");

  private static final String NUMBERS =
      HEADER
          + row("16/09/26, 08:00:00", "Trần Bình", viewed(4))
          + row("16/09/26, 08:10:00", "Lê An", viewed(5))
          + row(
              "16/09/26, 08:12:00",
              "Lê An",
              "The user with id '5' viewed the 'forum' activity with course module id '9'.");

  /** Another learner has a name that one had alone until now. */
  private static final String NAMESAKE =
      HEADER + row("17/09/26, 08:00:00", "Lê An", viewed(6)) + row("17/09/26", "Lê An", viewed(6));

  @TempDir private Path folder;

  private static String row(String time, String name, String description) {
    return "\""
        + time
        + "\",\""
        + name
        + "\",-,\"Course: A\",System,X,\""
        + description
        + "\",web,10.0.0.1\n";
  }

  private static String viewed(int user) {
    return "The user with id '" + user + "' viewed the course with id '2'.";
  }

  @BeforeEach
  void registers() {
    String site = "https://moodle.example.org";
    CommandLines.write(
        folder,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\nM,Moodle,"
            + site
            + "/course/view.php?id=2,2026-09-07,2026-10-04\n");
    CommandLines.write(
        folder,
        "registers/learner.csv",
        "learner_id,full_name\nH1,Trần Bình\nH2,Lê An\nH3,Lê An\n");
    CommandLines.write(
        folder,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\nH1,account,"
            + site
            + ",4\nH2,account,"
            + site
            + ",5\nH3,account,"
            + site
            + ",6\n");
    CommandLines.write(
        folder,
        "registers/enrolment.csv",
        "course_id,learner_id,role\nM,H1,learner\nM,H2,learner\nM,H3,learner\n");
  }

  private Path nights(String name) {
    Path at = folder.resolve(name);
    CommandLines.write(
        at,
        "chuyencan.yaml",
        "institution: {id: hvsp, name: H, key: \"0123456789abcdef0123456789abcdef\"}\n"
            + "warehouse: ./warehouse\npublish: ./published\nregisters: ../registers\n"
            + "policies: [flipped-classroom]\nsite: {publish: false}\n"
            + "gate: {max_rejected_share: 1, max_unresolved_share: 1}\nsources:\n"
            + "  - {id: downloads, kind: moodle-export, path: ./downloads,"
            + " site: \"https://moodle.example.org\"}\n");
    return at;
  }

  private static CommandLines.Result run(Path at) {
    return CommandLines.run(
            "run",
            "--config",
            at.resolve("chuyencan.yaml").toString(),
            "--lang",
            "en",
            "--as-of",
            "2026-10-10")
        .done();
  }

  private static String digest(Path at) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(at.resolve("published/latest/manifest.json")))
        .path("digest")
        .asText();
  }

  private static String minutes(Path at) throws IOException {
    List<String> lines =
        Files.readAllLines(at.resolve("published/latest/csv/learner_course_measure.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    StringBuilder told = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      told.append(cells.get(header.indexOf("learner_id")))
          .append(' ')
          .append(cells.get(header.indexOf("minutes")))
          .append(' ');
    }
    return told.toString().strip();
  }

  @Test
  void theOrderInWhichDownloadsComeChangesNothing() throws IOException {
    Path once = nights("once");
    CommandLines.write(once, "downloads/a.csv", NAMES);
    CommandLines.write(once, "downloads/b.csv", NUMBERS);
    CommandLines.write(once, "downloads/c.csv", NAMESAKE);
    run(once);
    // Whose the rows of a name are that two learners have nobody says.
    assertThat(minutes(once)).isEqualTo("H1 20 H2 2 H3 0");

    Path forth = nights("forth");
    CommandLines.write(forth, "downloads/a.csv", NAMES);
    run(forth);
    CommandLines.write(forth, "downloads/b.csv", NUMBERS);
    assertThat(run(forth).out()).contains("new files of source downloads tell more of");
    assertThat(minutes(forth)).isEqualTo("H1 20 H2 27 H3 0");
    CommandLines.write(forth, "downloads/c.csv", NAMESAKE);
    run(forth);
    assertThat(digest(forth)).isEqualTo(digest(once));
    assertThat(run(forth).out()).doesNotContain("tell more of");

    Path back = nights("back");
    CommandLines.write(back, "downloads/c.csv", NAMESAKE);
    run(back);
    CommandLines.write(back, "downloads/b.csv", NUMBERS);
    run(back);
    CommandLines.write(back, "downloads/a.csv", NAMES);
    assertThat(run(back).out()).doesNotContain("tell more of");
    assertThat(digest(back)).isEqualTo(digest(once));
  }

  @Test
  void aDownloadThatGrowsIsReadAsItIsAtLast() throws IOException {
    String all = HEADER + (NAMES + NUMBERS + NAMESAKE).replace(HEADER, "");
    Path once = nights("once");
    CommandLines.write(once, "downloads/log.csv", all);
    run(once);
    Path grows = nights("grows");
    CommandLines.write(grows, "downloads/log.csv", NAMES);
    run(grows);
    CommandLines.write(grows, "downloads/log.csv", HEADER + (NAMES + NUMBERS).replace(HEADER, ""));
    run(grows);
    CommandLines.write(grows, "downloads/log.csv", all);
    run(grows);
    assertThat(digest(grows)).isEqualTo(digest(once));
  }

  /** Nothing is dropped in silence, not even a workbook that somebody took for a log. */
  @Test
  void aNightTellsOfAFileThatItCannotRead() throws IOException {
    Path at = nights("unknown");
    CommandLines.write(at, "downloads/b.csv", NUMBERS);
    CommandLines.write(at, "downloads/log.html", "<table><tr><td>Time</td></tr></table>\n");

    assertThat(run(at).out()).contains("is of no kind that this source reads", "log.html");
    assertThat(Files.readString(at.resolve("published/latest/csv/rejected_record.csv")))
        .contains("SOURCE_UNKNOWN")
        .doesNotContain("b.csv");
    assertThat(run(at).out()).doesNotContain("log.html");
  }

  /** What cannot be read again stays as it was read, and the night is not lost. */
  @Test
  void filesMayBeTakenAwayOnceTheyWereRead() throws IOException {
    Path at = nights("away");
    CommandLines.write(at, "downloads/a.csv", NAMES);
    run(at);
    Files.delete(at.resolve("downloads/a.csv"));
    CommandLines.write(at, "downloads/b.csv", NUMBERS);
    run(at);
    assertThat(minutes(at)).isEqualTo("H1 0 H2 2 H3 0");
  }
}
