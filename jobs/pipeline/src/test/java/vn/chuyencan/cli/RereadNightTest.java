package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays and what is told when a night reads sources again. */
class RereadNightTest {
  private static final String SITE = "https://lms.example.org";
  private static final String TOKYO = ", zone: Asia/Tokyo";

  @TempDir private Path folder;

  private static String statement(String name, String course, String learner, String time) {
    return "{\"id\":\""
        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        + "\",\"stored\":\"2026-09-12T00:00:00Z\",\"timestamp\":\""
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
        + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}";
  }

  private void configure(String... sources) {
    CommandLines.write(
        folder,
        "chuyencan.yaml",
        "institution: {id: hvsp, name: H, key: \"0123456789abcdef0123456789abcdef\"}\n"
            + "warehouse: ./warehouse\npublish: ./published\nregisters: ./registers\n"
            + "site: {publish: false}\n"
            + "gate: {max_rejected_share: 1}\npolicies: [flipped-classroom]\nsources:\n  - {"
            + String.join("}\n  - {", sources)
            + "}\n");
  }

  private CommandLines.Result run(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command, "--config", folder.resolve("chuyencan.yaml").toString(), "--lang", "en"));
    arguments.addAll(List.of(more));
    return CommandLines.run(arguments.toArray(String[]::new));
  }

  private CommandLines.Result night() {
    return run("run", "--as-of", "2026-10-10");
  }

  private JsonNode manifest() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("published/latest/manifest.json")));
  }

  private String digest() throws IOException {
    return manifest().path("digest").asText();
  }

  private String csv(String table) throws IOException {
    return Files.readString(folder.resolve("published/latest/csv/" + table + ".csv"));
  }

  /** Two course runs; of the first two times depend on the zone: in Tokyo it had not opened yet. */
  private void twoCourseRuns() {
    CommandLines.write(
        folder,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\nL1,Một,"
            + SITE
            + "/c1,2026-09-14,2026-10-04\nL2,Hai,"
            + SITE
            + "/c2,2026-09-07,2026-10-04\n");
    CommandLines.write(
        folder, "registers/learner.csv", "learner_id,full_name\nH1,Trần An\nH2,Lê Bình\n");
    CommandLines.write(
        folder,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\nH1,account,"
            + SITE
            + ",an\nH2,account,"
            + SITE
            + ",binh\n");
    CommandLines.write(
        folder,
        "registers/enrolment.csv",
        "course_id,learner_id,role\nL1,H1,learner\nL1,H2,learner\nL2,H2,learner\n");
    CommandLines.write(
        folder,
        "statements/1.ndjson",
        statement("a", "c1", "an", "2026-09-14T01:00:00")
            + "\n"
            + statement("a2", "c1", "an", "2026-09-14T01:20:00")
            + "\n"
            + statement("b", "c1", "binh", "2026-09-15T01:00:00Z")
            + "\n"
            + statement("c", "c2", "binh", "2026-09-16T01:00:00Z")
            + "\n");
  }

  private static String xapi(String zone) {
    return "id: lms, kind: xapi, path: ./statements" + zone;
  }

  @Test
  void frozenDecisionsHistoryAndPastNightsStay() throws IOException {
    twoCourseRuns();
    configure(xapi(TOKYO));
    night().done();
    String first = manifest().path("run_id").asText();
    String frozen = csv("eligibility_decision");
    run("freeze", "--course", "L1", "--by", "GV01", "--as-of", "2026-10-10").done();

    configure(xapi(", zone: Asia/Ho_Chi_Minh"));
    assertThat(night().done().out())
        .contains(
            "lms: 1 files, 4 records", "another time zone, records read again: 1 course runs");
    assertThat(csv("eligibility_decision")).isEqualTo(frozen);
    assertThat(csv("correction_notice")).contains("L1,H1").contains("zone");
    assertThat(csv("course_freeze")).contains("GV01");
    run("unfreeze", "--course", "L1").done();
    night().done();
    assertThat(csv("decision_change")).contains("L1,H1");
    assertThat(run("verify").done().out()).doesNotContain("differ");
    assertThat(run("verify", "--run", first).done().out()).contains("Equal");
    assertThat(run("verify", "--run", "latest").done().out()).contains("Equal");
  }

  @Test
  void whoWasErasedStaysErased() throws IOException {
    twoCourseRuns();
    configure(xapi(TOKYO));
    night().done();
    run("forget", "--learner", "H2", "--yes", "--as-of", "2026-10-10").done();
    configure(xapi(", zone: Asia/Ho_Chi_Minh"));
    night().done();
    JsonNode counts = manifest().path("counts");
    assertThat(counts.path("read").asLong()).isEqualTo(4);
    assertThat(counts.path("accepted").asLong()).isEqualTo(2);
    assertThat(counts.path("out_of_scope").asLong()).isEqualTo(2);
    String mine = csv("learner_week");
    assertThat(mine).contains("H1").doesNotContain("H2");
  }

  @Test
  void stepsOneByOneGiveTheSame() throws IOException {
    twoCourseRuns();
    configure(xapi(TOKYO));
    night().done();
    configure(xapi(", zone: Asia/Ho_Chi_Minh"));
    night().done();
    String whole = digest();
    configure(xapi(TOKYO));
    night().done();
    configure(xapi(", zone: Asia/Ho_Chi_Minh"));
    String[] day = {"--as-of", "2026-10-10"};
    assertThat(run("measure", day).refused(3).notes()).contains("E3015", "E3027");
    assertThat(run("ingest", day).done().out())
        .contains("2 records were taken in", "in the place of all earlier batches");
    assertThat(run("simulate", "--gap", "15", "--as-of", "2026-10-10").refused(3).notes())
        .contains("E3028");
    run("measure", day).done();
    run("decide", day).done();
    run("report", day).done();
    assertThat(digest()).isEqualTo(whole);
  }

  @Test
  void anotherKindIsReadAgainOnlyIfItHasTo() throws IOException {
    twoCourseRuns();
    CommandLines.write(
        folder,
        "tracking/1.log",
        "{\"username\":\"an\",\"event_type\":\"page_close\",\"event_source\":\"browser\",\"time\":"
            + "\"2026-09-14T01:00:00.000000+00:00\",\"event\":\"{}\",\"context\":{\"course_id\":"
            + "\"course-v1:a+b+c\",\"user_id\":7,\"org_id\":\"a\"},\"page\":\"x\"}\n");
    String tracking = "id: edx, kind: openedx, path: ./tracking, site: \"https://edx.example.org\"";
    configure(xapi(TOKYO), tracking);
    night().done();
    configure(xapi(""), tracking);
    // Nobody reads the log again, so nobody misses it.
    Files.delete(folder.resolve("tracking/1.log"));
    Files.createDirectories(folder.resolve("tracking"));
    assertThat(run("validate").done().notes())
        .contains("the next night reads these sources again from the beginning: lms\n");
    assertThat(night().done().out()).contains("lms: 1 files, 4 records").doesNotContain("edx:");
    assertThat(manifest().path("counts").path("read").asLong()).isEqualTo(5);
  }

  @Test
  void sourcesThatAreGoneAndRecordsThatAreGoneAreRefused() throws IOException {
    twoCourseRuns();
    configure(xapi(TOKYO));
    night().done();
    String before = digest();
    String state = Files.readString(folder.resolve("warehouse/_chuyencan/state.json"));
    Path file = folder.resolve("statements/1.ndjson");
    String whole = Files.readString(file);
    // As long as it was, and one statement less.
    String last = "\n" + statement("c", "c2", "binh", "2026-09-16T01:00:00Z");
    Files.writeString(file, whole.replace(last, " ".repeat(last.length())));
    configure(xapi(""));
    assertThat(night().refused(3).notes()).contains("E3015", "E3026: source lms", "1 records");
    assertThat(folder.resolve("warehouse/_chuyencan/state.json")).hasContent(state);
    assertThat(digest()).isEqualTo(before);

    configure(xapi(", zone: UTC"), "id: other, kind: xapi, path: ./other");
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(file, whole);
    String again = statement("b", "c1", "binh", "2026-09-15T01:00:00Z");
    CommandLines.write(folder, "other/1.ndjson", again + "\n");
    night().done();
    configure(xapi(TOKYO));
    assertThat(night().refused(3).notes()).contains("E3015", "E3019", "source other");
  }

  @Test
  void daysOfWhichEventsAreKeptNoLongerAreNotLost() throws IOException {
    twoCourseRuns();
    configure(xapi(TOKYO));
    Path configuration = folder.resolve("chuyencan.yaml");
    String kept = "retention: {learning_event: 30d}\n";
    Files.writeString(configuration, Files.readString(configuration) + kept);
    night().done();
    run("run", "--as-of", "2026-11-30").done();
    String before = digest();
    configure(xapi(""));
    Files.writeString(configuration, Files.readString(configuration) + kept);
    assertThat(run("run", "--as-of", "2026-11-30").refused(3).notes())
        .contains("E3015", "E3025: source lms", "before 2026-10-01");
    configure(xapi(TOKYO));
    run("run", "--as-of", "2026-11-30").done();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void aStoreIsAskedForEverythingAgain() throws IOException {
    List<String> stored = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> asked = new ArrayList<>();
    server.createContext(
        "/xapi/statements",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestURI().getQuery()));
          byte[] bytes =
              ("{\"statements\":[" + String.join(",", stored) + "],\"more\":\"\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange
              .getResponseHeaders()
              .set("X-Experience-API-Consistent-Through", "2026-09-20T00:00:00Z");
          exchange.getResponseHeaders().set("X-Experience-API-Version", "1.0.3");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      twoCourseRuns();
      stored.add(statement("a", "c1", "an", "2026-09-14T01:00:00"));
      stored.add(statement("b", "c1", "binh", "2026-09-15T01:00:00Z"));
      String lrs =
          "id: lrs, kind: lrs, url: \"http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/xapi\", user: u, password: p";
      configure(lrs + TOKYO);
      night().done();
      stored.add(statement("c", "c2", "binh", "2026-09-16T01:00:00Z"));
      night().done();
      String tokyo = digest();
      assertThat(asked.get(0)).doesNotContain("since");
      assertThat(asked.get(1)).contains("since");

      configure(lrs + ", zone: Asia/Ho_Chi_Minh");
      assertThat(night().done().out()).contains("Read again", "lrs: 1 files, 3 records");
      assertThat(asked.get(2)).doesNotContain("since");
      assertThat(digest()).isNotEqualTo(tokyo);
      stored.remove(0);
      configure(lrs + TOKYO);
      assertThat(night().refused(3).notes()).contains("E3026: source lrs", "1 records");
      stored.add(statement("a", "c1", "an", "2026-09-14T01:00:00"));
      night().done();
      assertThat(digest()).isEqualTo(tokyo);
    } finally {
      server.stop(0);
    }
  }
}
