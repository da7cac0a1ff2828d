package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever was delivered in whatever nights: once a zone has changed and a night has read again
 * what that touches, the publication is that of a lake which read everything under the new zone;
 * and changed back, that of before. Repeats and conflicts within a source and between sources,
 * voiding, rejected records, files that grow, and downloads, whose rows change their ids with the
 * zone.
 */
class RereadLawsTest {
  private static final String SITE = "https://lms.example.org";
  private static final List<String> ZONES = List.of("", "Asia/Tokyo", "Asia/Ho_Chi_Minh", "UTC");

  @TempDir private Path folder;

  /** Zone of each of the three sources; empty: none is named. */
  private record Zones(String one, String two, String downloads) {}

  private static String zone(String id) {
    return id.isEmpty() ? "" : ", zone: " + id;
  }

  private static void configure(Path at, Path data, Zones zones) {
    CommandLines.write(
        at,
        "chuyencan.yaml",
        "institution: {id: hvsp, name: H, key: \"0123456789abcdef0123456789abcdef\"}\n"
            + "warehouse: ./warehouse\npublish: ./published\nregisters: "
            + data.resolve("registers")
            + "\npolicies: [flipped-classroom]\nsite: {publish: false}\n"
            + "gate: {max_rejected_share: 1}\nsources:\n"
            + "  - {id: one, kind: xapi, path: \""
            + data.resolve("one")
            + "\""
            + zone(zones.one())
            + "}\n  - {id: two, kind: xapi, path: \""
            + data.resolve("two")
            + "\""
            + zone(zones.two())
            + "}\n  - {id: downloads, kind: moodle-export, path: \""
            + data.resolve("downloads")
            + "\", site: \"https://moodle.example.org\""
            + zone(zones.downloads())
            + "}\n");
  }

  private static CommandLines.Result run(Path at) {
    return CommandLines.run(
        "run",
        "--config",
        at.resolve("chuyencan.yaml").toString(),
        "--lang",
        "en",
        "--as-of",
        "2026-10-10");
  }

  private static JsonNode manifest(Path at) {
    try {
      return new ObjectMapper()
          .readTree(Files.readString(at.resolve("published/latest/manifest.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path at) {
    JsonNode counts = manifest(at).path("counts");
    long sum = 0;
    for (String term :
        List.of("accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope")) {
      sum += counts.path(term).asLong();
    }
    assertThat(counts.path("read").asLong()).as("the equation").isEqualTo(sum).isPositive();
    return manifest(at).path("digest").asText();
  }

  private String fresh(Path data, Zones zones) throws IOException {
    Path at = Files.createDirectory(folder.resolve("fresh" + UUID.randomUUID()));
    configure(at, data, zones);
    run(at).done();
    return digest(at);
  }

  private static String statement(Random random) {
    int number = random.nextInt(60);
    UUID id = UUID.nameUUIDFromBytes(("s" + number).getBytes(StandardCharsets.UTF_8));
    // The number makes the content, but for a few that tell something else under the same id.
    Random content = new Random(random.nextInt(12) == 0 ? 1000 + number : number);
    if (number % 15 == 7) {
      UUID target = UUID.nameUUIDFromBytes(("s" + (number + 1)).getBytes(StandardCharsets.UTF_8));
      return "{\"id\":\""
          + id
          + "\",\"timestamp\":\"2026-09-30T03:00:00"
          + (number % 2 == 0 ? "" : "Z")
          + "\",\"actor\":{\"account\":{\"homePage\":\""
          + SITE
          + "\",\"name\":\"lrs\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"},"
          + "\"object\":{\"objectType\":\"StatementRef\",\"id\":\""
          + target
          + "\"}}\n";
    }
    String time =
        String.format(
            "2026-09-%02dT%02d:%02d:00%s",
            7 + content.nextInt(20),
            content.nextInt(24),
            content.nextInt(60),
            List.of("", "Z", "+07:00", "").get(content.nextInt(4)));
    String who = "a" + content.nextInt(4);
    String course = SITE + "/c" + content.nextInt(3);
    boolean quiz = content.nextInt(3) == 0;
    return "{\"id\":\""
        + id
        + "\",\"timestamp\":\""
        + time
        + "\",\"actor\":{\"account\":{\"homePage\":\""
        + SITE
        + "\",\"name\":\""
        + who
        + "\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/"
        + (quiz ? "completed" : "experienced")
        + "\"},\"object\":{\"id\":\""
        + SITE
        + (quiz
            ? "/quiz\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/assessment\"}"
            : "/page\"")
        + "},"
        + (quiz
            ? "\"result\":{\"score\":{\"raw\":" + content.nextInt(11) + ",\"min\":0,\"max\":10}},"
            : "")
        + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
        + course
        + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";
  }

  private static String statements(Random random, int most) {
    StringBuilder lines = new StringBuilder();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      lines.append(statement(random));
    }
    return lines.toString();
  }

  private static String row(Random random) {
    int day = 14 + random.nextInt(10);
    int user = 1 + random.nextInt(3);
    return String.format(
        "\"%d/09/26, %02d:%02d:%02d\",Person %d,-,\"Course: A\",System,\"Course viewed\",\"The user"
            + " with id '%d' viewed the course with id '2'.\",web,10.0.0.1%n",
        day, random.nextInt(24), random.nextInt(60), random.nextInt(60), user, user);
  }

  private static void registers(Path data) {
    CommandLines.write(
        data,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\n"
            + "L0,Không,"
            + SITE
            + "/c0,2026-09-07,2026-09-20\nL1,Một,"
            + SITE
            + "/c1,2026-09-07,2026-10-04\nM,Moodle,https://moodle.example.org/course/view.php?id=2,"
            + "2026-09-07,2026-10-04\n");
    CommandLines.write(data, "registers/learner.csv", "learner_id,full_name\nH0,A\nH1,B\nH2,C\n");
    CommandLines.write(
        data,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\nH0,account,"
            + SITE
            + ",a0\nH1,account,"
            + SITE
            + ",a1\nH2,account,https://moodle.example.org,1\n");
    CommandLines.write(
        data,
        "registers/enrolment.csv",
        "course_id,learner_id,role\nL0,H0,learner\nL0,H1,learner\nL1,H0,learner\nM,H2,learner\n");
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void afterAChangeOfZonesTheLakeIsThatWhichReadEverythingAnew(long seed) throws IOException {
    aStory(seed);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8})
  void soItIsInMoreStories(long seed) throws IOException {
    aStory(seed);
  }

  private void aStory(long seed) throws IOException {
    Random random = new Random(seed);
    Path data = Files.createDirectory(folder.resolve("data"));
    Path at = Files.createDirectory(folder.resolve("nights"));
    registers(data);
    for (String source : List.of("one", "two", "downloads")) {
      Files.createDirectory(data.resolve(source));
    }
    Zones first = zones(random, "");
    configure(at, data, first);
    String log = HEADER;
    String grown = "";
    for (int night = 0; night < 3; night++) {
      String source = random.nextBoolean() ? "one" : "two";
      CommandLines.write(
          data, source + "/" + random.nextInt(9) + night + ".ndjson", statements(random, 25));
      grown += statements(random, 8);
      CommandLines.write(data, "one/grows.ndjson", grown);
      log += row(random) + row(random);
      CommandLines.write(data, "downloads/log.csv", log);
      run(at).done();
    }
    String before = digest(at);
    assertThat(before).isNotEmpty();

    Zones second = zones(random, first.downloads());
    configure(at, data, second);
    // News of the same night.
    CommandLines.write(data, "two/last.ndjson", statements(random, 5));
    run(at).done();
    String after = digest(at);
    assertThat(after).as("%s, then %s", first, second).isEqualTo(fresh(data, second));
    assertThat(run(at).done().out()).doesNotContain("Read again");
    assertThat(digest(at)).isEqualTo(after);

    configure(at, data, first);
    run(at).done();
    assertThat(digest(at)).as("back to %s", first).isEqualTo(fresh(data, first));
  }

  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,"
          + "IP address\n";

  private static Zones zones(Random random, String notOfDownloads) {
    List<String> others = new ArrayList<>(new TreeSet<>(ZONES));
    others.remove(notOfDownloads);
    return new Zones(
        ZONES.get(random.nextInt(4)),
        ZONES.get(random.nextInt(4)),
        others.get(random.nextInt(others.size())));
  }
}
