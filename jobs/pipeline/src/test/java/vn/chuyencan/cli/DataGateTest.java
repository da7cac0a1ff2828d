package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closes the gate, what a closed gate keeps, and how a person opens it. */
class DataGateTest {
  private static final String COURSE = "https://lms.example.org/course/1";

  @TempDir private Path place;

  private static String statement(String name, String day) {
    return "{\"id\":\""
        + UUID.nameUUIDFromBytes((name + day).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        + "\",\"timestamp\":\""
        + day
        + "T03:00:00Z\",\"actor\":{\"account\":{\"homePage\":\"https://lms.example.org\",\"name\":\""
        + name
        + "\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
        + "\"object\":{\"id\":\"https://lms.example.org/page/1\"},"
        + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
        + COURSE
        + "\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}}}\n";
  }

  private void configure(String gate) {
    CommandLines.configuration(place, "policies: [flipped-classroom]\ngate: " + gate + "\n");
    CommandLines.write(
        place,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\nL1,Lớp," + COURSE + ",2026-09-07,2026-10-04\n");
    CommandLines.write(place, "registers/learner.csv", "learner_id,full_name\nHV1,An\n");
    CommandLines.write(
        place,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\nHV1,account,https://lms.example.org,an\n");
    CommandLines.write(
        place, "registers/enrolment.csv", "course_id,learner_id,role\nL1,HV1,learner\n");
  }

  private void deliver(String file, String... statements) {
    CommandLines.write(place, "statements/" + file, String.join("", statements));
  }

  private CommandLines.Result run(String command, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = command;
    arguments[1] = "--config";
    arguments[2] = place.resolve("chuyencan.yaml").toString();
    arguments[3] = "--lang";
    arguments[4] = "en";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLines.run(arguments);
  }

  private String latest() throws IOException {
    return place.resolve("published/latest").toRealPath().getParent().getFileName().toString();
  }

  private String csv(String table) throws IOException {
    return Files.readString(place.resolve("published/latest/csv/" + table + ".csv"));
  }

  @Test
  void silenceStopsACatchUpAtItsNightAndAPersonLetsItGoOn() throws IOException {
    configure("{max_silent_days: 1}");
    deliver("a.ndjson", statement("an", "2026-09-07"), statement("an", "2026-09-08"));
    run("run", "--as-of", "2026-09-08").done();

    CommandLines.Result closed = run("run", "--catch-up", "--as-of", "2026-09-11");
    assertThat(closed.status()).isEqualTo(4);
    assertThat(closed.out()).startsWith("2026-09-09  ").doesNotContain("2026-09-10");
    assertThat(closed.notes())
        .contains(
            "E4010: source lms: on 2 days on which a course run was open, from 2026-09-09 to"
                + " 2026-09-10, it said nothing; 1 are allowed")
        .contains("--accept-anomaly silent-days:lms:2026-09-10");
    assertThat(latest()).as("nights before it are published").isEqualTo("2026-09-09");

    assertThat(
            run(
                    "run",
                    "--catch-up",
                    "--as-of",
                    "2026-09-10",
                    "--accept-anomaly",
                    "silent-days:lms:2026-09-09")
                .status())
        .as("another day's is not this one")
        .isEqualTo(4);
    CommandLines.Result opened =
        run(
            "run",
            "--catch-up",
            "--as-of",
            "2026-09-11",
            "--by",
            "Phòng Đào tạo",
            "--accept-anomaly",
            "silent-days:lms:2026-09-10");
    assertThat(opened.status()).as("the silence went on").isEqualTo(4);
    assertThat(opened.notes()).contains("silent-days:lms:2026-09-11");
    assertThat(latest()).isEqualTo("2026-09-10");
    assertThat(csv("anomaly_acceptance"))
        .contains(
            "silent-days:lms:2026-09-10,silent-days,lms,2026-09-10,2,1,Phòng Đào tạo,2026-12-01T03:04:05");

    // What was missing comes: the gate opens by itself; what was accepted once stays accepted.
    deliver("b.ndjson", statement("an", "2026-09-11"));
    run("run", "--catch-up", "--as-of", "2026-09-11").done();
    assertThat(latest()).isEqualTo("2026-09-11");
  }

  @Test
  void allReasonsAreToldAtOnceAndWhatWasTakenInStays() throws IOException {
    configure("{max_silent_days: 0, max_unresolved_share: 0.1}");
    deliver("a.ndjson", statement("an", "2026-09-07"), statement("ai", "2026-09-08"));
    CommandLines.Result closed = run("run", "--as-of", "2026-09-10");
    assertThat(closed.status()).isEqualTo(4);
    assertThat(closed.notes()).contains("E4010", "E4011", "unresolved-share:lms:50");
    assertThat(place.resolve("published")).doesNotExist();
    assertThat(run("report", "--as-of", "2026-09-10").status()).isEqualTo(4);
    String[] both = {
      "--as-of", "2026-09-10",
      "--accept-anomaly", "silent-days:lms:2026-09-10",
      "--accept-anomaly", "unresolved-share:lms:60"
    };
    run("report", both).done();
    assertThat(csv("ingest_batch").lines()).as("it was not read again").hasSize(2);
    assertThat(csv("anomaly_acceptance")).contains("unresolved-share:lms:60,");
    run("run", "--as-of", "2026-09-10").done();
    assertThat(
            run("run", "--as-of", "2026-09-10", "--accept-anomaly", "silent-day:lms:x")
                .done()
                .notes())
        .contains("nothing unusual has this id: silent-day:lms:x");
  }

  @Test
  void aSourceMayBeAllowedMore() {
    configure("{max_silent_days: 0, sources: {lms: {max_silent_days: 9}}}");
    deliver("a.ndjson", statement("an", "2026-09-07"));
    run("run", "--as-of", "2026-09-10").done();
    configure("{max_silent_days: 0, sources: {moodle: {max_silent_days: 9}}}");
    assertThat(run("run", "--as-of", "2026-09-10").refused(3).notes()).startsWith("E3002");
    configure("{max_silent_days: 1.5, max_volume_drop: 2}");
    assertThat(run("run", "--as-of", "2026-09-10").refused(3).notes())
        .contains("[gate.max_silent_days]", "[gate.max_volume_drop]");
  }

  private String gateOpen() throws IOException {
    return Files.readAllLines(place.resolve("metrics.prom")).stream()
        .filter(line -> line.startsWith("chuyencan_gate_open{"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rejectedRecordsAreAcceptedByTheirNumber() throws IOException {
    configure("{max_rejected_share: 0.1, min_rejected: 1}\nmetrics: {textfile: ./metrics.prom}");
    deliver("a.ndjson", statement("an", "2026-09-07"), "{\"actor\":1}\n");
    CommandLines.Result closed = run("run", "--as-of", "2026-09-07");
    assertThat(closed.status()).isEqualTo(4);
    assertThat(closed.notes()).contains("--accept-anomaly rejected-share:lms:1-of-2", "E4002");
    assertThat(run("status").done().out())
        .contains("Data gate: CLOSED", "\n  rejected-share:lms:1-of-2\n");
    assertThat(gateOpen()).isEqualTo("0");
    assertThat(run("run", "--as-of", "2026-02-30").status()).isEqualTo(2);
    assertThat(gateOpen()).as("wrong use is no look at the gate").isEqualTo("0");

    CommandLines.Result again =
        run("run", "--as-of", "2026-09-07", "--accept-anomaly", "rejected-share:lms:1-of-2").done();
    assertThat(again.notes()).doesNotContain("recovered", "had not ended");
    assertThat(gateOpen()).isEqualTo("1");
    assertThat(csv("run_history"))
        .contains(",gate_closed,4,")
        .contains("rejected-share:lms:1-of-2")
        .contains("{\"\"refused.read\"\":2,\"\"refused.rejected\"\":1}");
    assertThat(csv("anomaly_acceptance")).contains("rejected-share:lms:1-of-2");
    assertThat(csv("ingest_batch").lines()).hasSize(2);
  }

  @Test
  void aClosedBackfillLeavesTheLatestWhereItWas() throws IOException {
    configure("{max_silent_days: 1}");
    deliver("a.ndjson", statement("an", "2026-09-08"), statement("an", "2026-09-11"));
    // The silence of 9 and 10 September is over and was accepted.
    String silence = "silent-days:lms:2026-09-10";
    run("run", "--as-of", "2026-09-11", "--accept-anomaly", silence).done();
    configure("{max_silent_days: 0}");
    CommandLines.Result closed = run("backfill", "--from", "2026-09-07", "--to", "2026-09-09");
    assertThat(closed.status()).as(closed.notes()).isEqualTo(4);
    assertThat(latest()).isEqualTo("2026-09-11");
    configure("{max_silent_days: 1}");
    CommandLines.Result again = run("backfill", "--from", "2026-09-08", "--to", "2026-09-09");
    assertThat(again.done().out().lines()).hasSize(3);
    assertThat(latest()).isEqualTo("2026-09-11");
  }
}
