package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signals of integrity from end to end: tracking logs of three learners, of whom one sits before a
 * page that goes on by itself, one works from two networks and copies, and one does the nearest
 * that is neither.
 */
class IntegritySignalsTest {
  private static final String SITE = "https://openedx.example";
  private static final String COURSE = "course-v1:HVSP+TOAN101+2026";
  private static final Instant START = Instant.parse("2026-09-08T01:00:00Z");
  private static final String TEXT =
      "Lớp học đảo ngược giúp em chuẩn bị bài trước và hỏi được nhiều hơn khi đến lớp.";

  private static final String LIMITS =
      """
      integrity:
        day_minutes: 60
        session_minutes: 60
        answer_seconds: 30
        heartbeat_minutes: 60
        copied_characters: 40
        address_minutes: 15
      """;

  @TempDir private static Path folder;
  private static CommandLines.Result night;

  private static String line(String user, int second, String address, String name, String facts) {
    return """
        {"username": "%s", "event_type": "%s", "name": "%s", "event": %s, \
        "event_source": "browser", "time": "%s", "ip": "%s", "page": null, \
        "context": {"course_id": "%s", "org_id": "HVSP", "user_id": %s}}"""
        .formatted(
            user,
            name,
            name,
            facts,
            START.plusSeconds(second),
            address,
            COURSE,
            user.substring("sv".length()));
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int minute = 0; minute <= 61; minute++) {
      lines.add(line("sv1", 60 * minute, "203.0.113.1", "page_close", "{}"));
      // Four seconds more or less every other minute are a person's.
      lines.add(
          line("sv3", 60 * minute + 4 * (minute % 2) - 120, "203.0.113.3", "page_close", "{}"));
    }
    for (int minute = 0; minute < 30; minute += 3) {
      lines.add(line("sv2", 60 * minute, "203.0.113.2", "seq_next", "{}"));
      lines.add(line("sv2", 60 * minute + 45, "198.51.100.2", "page_close", "{}"));
      // From one network into another.
      String left = minute < 15 ? "203.0.113.3" : "198.51.100.3";
      lines.add(line("sv3", 86_400 + 60 * minute + minute, left, "seq_next", "{}"));
    }
    lines.add(post("sv1", 200, "64aa", "<p>" + TEXT + "</p>"));
    lines.add(post("sv2", 4_000, "64ab", TEXT.toUpperCase(Locale.ROOT)));
    lines.add(post("sv3", 90_500, "64ac", TEXT.replace("nhiều hơn", "ít hơn")));
    return lines;
  }

  private static String post(String user, int second, String id, String text) {
    return line(
            user,
            // On another day: whoever posts interrupts what goes on by itself.
            second + 172_800,
            "203.0.113." + user.substring("sv".length()),
            "edx.forum.thread.created",
            "{\"id\": \"%s\", \"commentable_id\": \"t1\", \"body\": \"%s\"}".formatted(id, text))
        .replace("\"browser\"", "\"server\"");
  }

  private static Path configuration(String name, String more) {
    Path place = folder.resolve(name);
    CommandLines.write(
        place,
        "registers/learner.csv",
        "learner_id,full_name,note\nHV1,Lê An,\nHV2,Trần Bình,\nHV3,Phạm Chi,\n");
    StringBuilder identities = new StringBuilder("learner_id,kind,home_page,identifier\n");
    StringBuilder enrolments = new StringBuilder("course_id,learner_id,role,enrolled_on,left_on\n");
    for (int learner = 1; learner <= 3; learner++) {
      identities.append("HV%d,account,%s,sv%d\n".formatted(learner, SITE, learner));
      enrolments.append("TOAN101,HV%d,learner,,\n".formatted(learner));
    }
    CommandLines.write(place, "registers/identity.csv", identities.toString());
    CommandLines.write(place, "registers/enrolment.csv", enrolments.toString());
    CommandLines.write(
        place,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on,weeks_off\nTOAN101,Toán 1,"
            + SITE
            + "/course/"
            + COURSE
            + ",2026-09-07,2026-10-11,\n");
    return CommandLines.write(
        place,
        "chuyencan.yaml",
        """
        institution: {id: hvsp, name: Học viện, key: secret}
        warehouse: ./warehouse
        publish: ./published
        policies: [flipped-classroom]
        sources: [{id: lms, kind: openedx, path: ./tracking, site: "https://openedx.example"}]
        """
            + more);
  }

  private static CommandLines.Result run(String name, String command, String... more) {
    return CommandLines.run(
            Stream.concat(
                    Stream.of(
                        command,
                        "--config",
                        folder.resolve(name).resolve("chuyencan.yaml").toString()),
                    Stream.of(more))
                .toArray(String[]::new))
        .done();
  }

  private static void deliver(String name, String file, List<String> lines) {
    CommandLines.write(folder.resolve(name), "tracking/" + file, String.join("\n", lines) + "\n");
  }

  @BeforeAll
  static void aNightAtOnce() {
    configuration("once", LIMITS);
    deliver("once", "tracking.log", lines());
    night = run("once", "run", "--as-of", "2026-11-02", "--lang", "en");
  }

  private static String text(String name, String table) {
    return read(folder.resolve(name).resolve("published/latest/csv").resolve(table + ".csv"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> rows(String csv) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(csv))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> signals(String csv) {
    return rows(csv).stream()
        .filter(row -> row.get("certificate").equals("integrity"))
        .map(row -> row.get("learner_id") + " " + row.get("criterion_id"))
        .toList();
  }

  @Test
  void eachSignalIsACaseOfItsKindAndTheNearestIsNone() {
    String cases = text("once", "review_case");
    assertThat(signals(cases))
        .containsExactly(
            "HV1 heartbeat",
            "HV1 long_day",
            "HV1 long_session",
            "HV2 copied_post",
            "HV2 two_addresses",
            "HV3 long_day",
            "HV3 long_session");
    assertThat(cases)
        .contains("stretch=2026-09-08T01:00:00Z/2026-09-08T02:01:00Z minutes=61 events=62")
        .contains("minutes=26.25 addresses=2")
        .contains("same_as=" + SITE + "/api/discussion/v1/threads/64aa at=")
        .doesNotContain("203.0.113", "đảo ngược");
  }

  @Test
  void whatTheSourcesDoNotTellIsSaid() {
    assertThat(night.out())
        .contains(
            "Integrity signals\n",
            "Answers faster than reading: could not be looked for, the sources tell no attempts",
            "7 cases wait for a person to look (no verdict)");
  }

  @Test
  void listsAndExplanationsShowThemApart() {
    for (String language : List.of("vi", "en")) {
      Path out = folder.resolve("lists-" + language);
      run("once", "lists", "--list", "review", "--lang", language, "--out", out.toString());
      String csv =
          read(
              out.resolve("TOAN101")
                  .resolve(
                      language.equals("vi") ? "danh-sach-can-xem-xet.csv" : "list-for-review.csv"));
      assertThat(signals(csv)).hasSize(7);
      assertThat(csv)
          .contains(
              language.equals("vi")
                  ? "Bài đăng trùng bài của người khác"
                  : "A post copied from somebody else");
    }
    assertThat(
            run("once", "explain", "--learner", "HV2", "--course", "TOAN101", "--lang", "en").out())
        .contains("WHAT A PERSON SHOULD LOOK AT", "no verdict", "Two network addresses");
  }

  @Test
  void ordersRepeatsAndPartsOfNightsGiveTheSame() {
    configuration("parts", LIMITS);
    List<String> shuffled = new ArrayList<>(lines());
    Collections.shuffle(shuffled, new Random(11));
    deliver("parts", "b.log", shuffled.subList(60, shuffled.size()));
    run("parts", "run", "--as-of", "2026-11-01");
    List<String> again = new ArrayList<>(shuffled.subList(0, 90));
    again.addAll(shuffled.subList(10, 40));
    deliver("parts", "a.log", again);
    run("parts", "run", "--as-of", "2026-11-02");
    assertThat(text("parts", "review_case")).isEqualTo(text("once", "review_case"));
  }

  @Test
  void withoutTheSectionNothingIsKept() throws IOException {
    configuration("off", "");
    deliver("off", "tracking.log", lines());
    CommandLines.Result off = run("off", "run", "--as-of", "2026-11-02", "--lang", "en");
    assertThat(off.out()).doesNotContain("Integrity");
    assertThat(signals(text("off", "review_case"))).isEmpty();
    assertThat(text("off", "eligibility_decision")).isEqualTo(text("once", "eligibility_decision"));
    try (Stream<Path> tables = Files.list(folder.resolve("off/warehouse/chuyencan"))) {
      assertThat(tables.map(table -> table.getFileName().toString()))
          .contains("activity_burst")
          .doesNotContain("address_burst", "integrity_signal");
    }
  }
}
