package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evidence that comes late or changes: what it touches is computed again, with the cause told, and
 * gives what a lake gives that had everything at once; what it does not touch is left alone.
 */
class RecomputeTest {
  private static final String SITE = "https://lms.example.org";
  private static final String LAST = "2026-09-20";

  @TempDir private Path folder;
  private Path place;

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String statement(String name, String course, String learner, String time) {
    return "{\"id\":\""
        + id(name)
        + "\",\"timestamp\":\""
        + time
        + "\",\"actor\":{\"account\":{\"homePage\":\""
        + SITE
        + "\",\"name\":\""
        + learner
        + "\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},\"object\":{\"id\":\""
        + SITE
        + "/page\"},\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
        + SITE
        + "/"
        + course
        + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";
  }

  private static String voiding(String name) {
    return "{\"id\":\""
        + id("void " + name)
        + "\",\"timestamp\":\"2026-09-09T03:00:00Z\",\"actor\":{\"account\":{\"homePage\":\""
        + SITE
        + "\",\"name\":\"lrs\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"},"
        + "\"object\":{\"objectType\":\"StatementRef\",\"id\":\""
        + id(name)
        + "\"}}\n";
  }

  private static void write(Path place, String file, String... lines) {
    CommandLines.write(place, file, String.join("", lines));
  }

  private void configure(Path at, String source, String more) {
    write(
        at,
        "chuyencan.yaml",
        "institution: {id: hvsp, name: Học viện}\nwarehouse: ./warehouse\npublish: ./published\n"
            + "sources: [{id: lms, kind: xapi, path: ./statements"
            + source
            + "}]\n"
            + more);
  }

  @BeforeEach
  void twoCourseRuns() throws IOException {
    place = Files.createDirectory(folder.resolve("nights"));
    configure(place, "", "policies: [flipped-classroom]\n");
    write(
        place,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\n",
        "L1,Lớp một," + SITE + "/c1,2026-09-07,2026-10-04\n",
        "L2,Lớp hai," + SITE + "/c2,2026-09-07,2026-10-04\n");
    write(place, "registers/learner.csv", "learner_id,full_name\nHV1,An\nHV2,Bình\n");
    write(
        place,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\n",
        "HV1,account," + SITE + ",an\nHV2,account," + SITE + ",binh\n");
    write(
        place,
        "registers/enrolment.csv",
        "course_id,learner_id,role\nL1,HV1,learner\nL2,HV2,learner\nL2,HV1,learner\n");
    write(
        place,
        "statements/1.ndjson",
        statement("a", "c1", "an", "2026-09-07T03:00:00Z"),
        statement("b", "c1", "an", "2026-09-07T03:20:00Z"),
        statement("c", "c2", "binh", "2026-09-08T03:00:00Z"),
        statement("d", "c2", "binh", "2026-09-08T03:10:00Z"));
    run(place);
  }

  private static CommandLines.Result run(Path at) {
    return CommandLines.run(
        "run",
        "--config",
        at.resolve("chuyencan.yaml").toString(),
        "--lang",
        "en",
        "--as-of",
        LAST);
  }

  /** What the last night says that it measured and decided, without the first night's. */
  private List<String> told() throws IOException {
    List<String> rows =
        new ArrayList<>(
            Files.readAllLines(place.resolve("published/latest/csv/recompute_cause.csv")));
    rows.remove(0);
    return rows.stream()
        .map(row -> row.split(",", 3)[2].replace("\"\"", "'").replace("\"", ""))
        .filter(row -> !row.contains("first_time"))
        .toList();
  }

  private static String digest(Path at) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(at.resolve("published/latest/manifest.json")))
        .path("digest")
        .asText();
  }

  /** The digest of a lake that is given everything of here at once. */
  private String atOnce(String source, String more) throws IOException {
    Path fresh = folder.resolve("fresh" + UUID.randomUUID());
    for (String part : List.of("registers", "statements")) {
      Files.createDirectories(fresh.resolve(part));
      try (var files = Files.list(place.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, fresh.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    if (Files.exists(place.resolve("own.yaml"))) {
      Files.copy(place.resolve("own.yaml"), fresh.resolve("own.yaml"));
    }
    configure(fresh, source, more);
    run(fresh).done();
    return digest(fresh);
  }

  private String atOnce() throws IOException {
    return atOnce("", "policies: [flipped-classroom]\n");
  }

  @Test
  void aNightWithoutNewsComputesNothing() throws IOException {
    assertThat(run(place).done().out()).doesNotContain("Computed again");
    assertThat(told()).isEmpty();
  }

  /** The page of the night tells the night before as it ended, and this night's causes. */
  @Test
  void thePageOfTheNightTellsIt() throws IOException {
    write(place, "statements/2.ndjson", statement("e", "c1", "an", "2026-09-07T03:10:00Z"));
    run(place).done();

    String html = Files.readString(place.resolve("published/latest/html/index.html"));
    int start = html.indexOf("id=\"data\">") + "id=\"data\">".length();
    JsonNode page =
        new ObjectMapper().readTree(html.substring(start, html.indexOf("</script>", start)));
    JsonNode runs = page.at("/runs/rows");
    assertThat(runs).hasSize(1);
    assertThat(runs.findValuesAsText("status")).containsExactly("done");
    assertThat(runs.findValuesAsText("read")).containsExactly("4");
    assertThat(runs.findValuesAsText("as_of")).containsExactly(LAST);
    JsonNode causes = page.at("/recomputed/rows");
    // The clock of tests stands still: what the first night told of this instant is replaced.
    assertThat(causes.findValuesAsText("cause")).containsExactly("late_event");
    assertThat(causes.findValuesAsText("now")).containsExactly("true");
    assertThat(causes.get(0).get("label").get(1).asText()).isEqualTo("late events");
    assertThat(causes.get(0).get("learners").asInt()).as("one learner").isEqualTo(-1);
  }

  @Test
  void lateEvents() throws IOException {
    write(place, "statements/2.ndjson", statement("e", "c1", "an", "2026-09-07T03:10:00Z"));
    assertThat(run(place).done().out())
        .contains("Computed again", "measured: late events: 1 course runs, 1 learners");
    assertThat(told()).containsExactly("measure,late_event,1,1,['L1']");
    assertThat(digest(place)).isEqualTo(atOnce());
  }

  @Test
  void voiding() throws IOException {
    write(place, "statements/2.ndjson", voiding("d"));
    run(place).done();
    assertThat(told()).containsExactly("measure,voided,1,2,['L2']");
    assertThat(digest(place)).isEqualTo(atOnce());
  }

  @Test
  void correctedRegister() throws IOException {
    write(
        place,
        "registers/enrolment.csv",
        "course_id,learner_id,role\nL1,HV1,learner\nL2,HV2,learner\n");
    run(place).done();
    assertThat(told()).containsExactly("measure,register,1,1,['L2']");
    assertThat(digest(place)).isEqualTo(atOnce());
  }

  @Test
  void changedPolicy() throws IOException {
    String policy =
        Files.readString(
                vn.chuyencan.testing.Repository.root()
                    .resolve("schemas/policies/flipped-classroom.yaml"))
            .replaceFirst("minutes_required: [0-9]+", "minutes_required: 7");
    write(place, "own.yaml", policy);
    configure(place, "", "policies: [./own.yaml]\n");
    run(place).done();
    assertThat(told()).containsExactly("decide,policy,2,3,['L1','L2']");
    assertThat(digest(place)).isEqualTo(atOnce("", "policies: [./own.yaml]\n"));
  }

  private static final String POLICIES = "policies: [flipped-classroom]\n";

  @Test
  void anotherZoneOfASourceIsTakenWhereItTouchesNothingAndReadAgainWhereItDoes()
      throws IOException {
    configure(place, ", zone: Asia/Tokyo", POLICIES);
    run(place).done();
    assertThat(told()).as("every time names its zone").isEmpty();
    assertThat(digest(place)).isEqualTo(atOnce(", zone: Asia/Tokyo", POLICIES));

    write(place, "statements/2.ndjson", statement("e", "c1", "an", "2026-09-09T00:30:00"));
    run(place).done();
    String tokyo = digest(place);
    configure(place, ", zone: Asia/Ho_Chi_Minh", POLICIES);
    CommandLines.Result again = run(place).done();
    assertThat(again.out())
        .contains(
            "Read again",
            "source lms: 1 records were taken in whose times depend on its zone, under Asia/Tokyo;"
                + " the configuration now says Asia/Ho_Chi_Minh",
            "measured: another time zone, records read again: 1 course runs, 1 learners");
    assertThat(told()).contains("measure,zone,1,1,['L1']");
    String fresh = atOnce(", zone: Asia/Ho_Chi_Minh", POLICIES);
    assertThat(fresh).isNotEqualTo(tokyo);
    assertThat(digest(place)).isEqualTo(fresh);
    assertThat(run(place).done().out()).doesNotContain("Read again", "Computed again");
    assertThat(digest(place)).isEqualTo(fresh);

    configure(place, ", zone: Asia/Tokyo", POLICIES);
    run(place).done();
    assertThat(digest(place)).isEqualTo(tokyo);
  }

  private CommandLines.Result validate() {
    return CommandLines.run(
        "validate", "--config", place.resolve("chuyencan.yaml").toString(), "--lang", "en");
  }

  @Test
  void timesThatWereRejectedForWantOfAZoneAreReadAgainAndRejectedAgain() throws IOException {
    write(
        place,
        "statements/2.ndjson",
        statement("e", "c1", "an", "2026-09-09T00:30:00"),
        statement("g", "c1", "an", "2026-09-09T00:40:00Z"));
    run(place).done();
    String rejected = digest(place);
    configure(place, ", zone: Asia/Tokyo", POLICIES);
    // In the same night a file comes that nobody has seen.
    write(place, "statements/3.ndjson", statement("f", "c2", "binh", "2026-09-09T08:30:00"));
    run(place).done();
    assertThat(digest(place)).isEqualTo(atOnce(", zone: Asia/Tokyo", POLICIES));
    assertThat(told()).contains("measure,zone,2,3,['L1','L2']");
    Files.delete(place.resolve("statements/3.ndjson"));
    assertThat(validate().done().notes()).isEmpty();
    configure(place, "", POLICIES);
    CommandLines.Result refused = run(place).refused(3);
    assertThat(refused.notes()).contains("E3015", "2 records", "E3018", "1 files", "3.ndjson");
    assertThat(validate().refused(3).notes()).contains("2 records", "E3018", "3.ndjson");

    write(place, "statements/3.ndjson", statement("f", "c2", "binh", "2026-09-09T08:30:00"));
    assertThat(validate().done().notes())
        .contains(
            "source lms: 2 records were taken in whose times depend on its zone, under Asia/Tokyo",
            "the next night reads these sources again from the beginning: lms");
    run(place).done();
    assertThat(digest(place)).isEqualTo(atOnce()).isEqualTo(rejected);
  }

  @Test
  void anotherZoneOfTheInstitutionDividesEverythingAnew() throws IOException {
    write(
        place,
        "statements/2.ndjson",
        statement("e", "c1", "an", "2026-09-09T16:30:00Z"),
        statement("h", "c1", "an", "2026-09-09T16:50:00Z"),
        voiding("d"));
    run(place).done();
    String before = digest(place);
    String plain = Files.readString(place.resolve("chuyencan.yaml"));
    String tokyo = plain.replace("name: Học viện", "name: Học viện, zone: Asia/Tokyo");
    write(place, "chuyencan.yaml", tokyo);
    CommandLines.Result measured =
        CommandLines.run(
            "measure", "--config", place.resolve("chuyencan.yaml").toString(), "--lang", "en");
    assertThat(measured.refused(3).notes())
        .startsWith("E3016: what the lake holds of lms is divided by days of Asia/Ho_Chi_Minh")
        .contains("E3027");
    run(place).done();
    write(
        place,
        "chuyencan.yaml",
        tokyo.replace("./warehouse", "./other").replace("./published", "./else"));
    run(place).done();
    String fresh =
        new ObjectMapper()
            .readTree(Files.readString(place.resolve("else/latest/manifest.json")))
            .path("digest")
            .asText();
    assertThat(digest(place)).isEqualTo(fresh).isNotEqualTo(before);
    write(place, "chuyencan.yaml", plain);
    run(place).done();
    assertThat(digest(place)).isEqualTo(before);
  }
}
