package vn.chuyencan.source.openedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Batch;
import vn.chuyencan.source.intake.TestLake;
import vn.chuyencan.table.Tables;

/** Tracking logs in the lake. */
class TrackingIntakeTest {
  @TempDir private Path folder;
  private TestLake lake;
  private Path logs;

  @BeforeEach
  void emptyLake() throws IOException {
    lake = new TestLake(folder);
    logs = Files.createDirectories(folder.resolve("tracking/2026"));
  }

  private Batch takeIn() {
    return lake.takeIn(
        "tracking", new TrackingLogs(folder.resolve("tracking").toString(), Tracked.SITE + "/"));
  }

  private static List<String> closed(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                Lines.line(
                    "browser", "page_close", "null", "sv1", "7", Lines.START.plusSeconds(60L * i)))
        .toList();
  }

  @Test
  void rotatedGrownAndRepeatedFilesCountOnce() throws IOException {
    Files.write(logs.resolve("tracking.log"), closed(0, 5));
    assertThat(takeIn().accepted()).isEqualTo(5);

    Files.write(logs.resolve("tracking.log"), closed(4, 10));
    Files.write(
        logs.resolve("tracking.log-20260907.gz"),
        Tracked.gzip(String.join("\n", closed(0, 7)).getBytes(StandardCharsets.UTF_8)));
    Batch second = takeIn();

    assertThat(second.balances()).isTrue();
    assertThat(second.read()).isEqualTo(13);
    assertThat(second.accepted()).isEqualTo(5);
    assertThat(second.duplicate()).isEqualTo(8);
    assertThat(second.conflicting()).isZero();
    assertThat(lake.rows(Tables.LEARNING_EVENT, "event_id")).hasSize(10);
    assertThat(takeIn().read()).isZero();
  }

  @Test
  void aMarkedProblemIsAnAttemptOnceWhateverElseIsToldOfIt() throws IOException {
    String submitted =
        Lines.line(
            "server",
            "edx.grades.problem.submitted",
            "{\"problem_id\": \"%s\", \"weighted_earned\": 2, \"weighted_possible\": 3}"
                .formatted(Lines.PROBLEM));
    Files.write(
        logs.resolve("tracking.log"),
        List.of(
            Lines.line("browser", "problem_check", "\"input_0a1b2c_2_1=A\""),
            Lines.checked("sv1", 1, "1", Lines.START.plusMillis(300)),
            Lines.checked("sv1", 1, "1", Lines.START.plusMillis(300)),
            submitted,
            Lines.line("browser", "problem_graded", "[\"input_0a1b2c_2_1=A\", \"<p>\"]"),
            Lines.checked("sv1", 2, "3", Lines.START.plusSeconds(90)),
            Lines.checked("sv2", 1, "0", Lines.START.plusSeconds(91))));
    takeIn();

    List<Record> attempts = lake.rows(Tables.ASSESSMENT_EVENT);
    assertThat(attempts)
        .extracting(row -> row.getField("exercise_iri"))
        .containsOnly(Tracked.SITE + "/xblock/" + Lines.PROBLEM);
    assertThat(
            attempts.stream()
                .map(row -> row.getField("actor_key") + " " + row.getField("attempt"))
                .distinct())
        .as("a repeat stays in the table and is told by removed_event")
        .hasSize(3);
    assertThat(attempts.stream().map(row -> (BigDecimal) row.getField("score_raw")).distinct())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyInAnyOrder(BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.ZERO);
  }

  @Test
  void postsAreThoseOfTheForum() throws IOException {
    String facts =
        "{\"id\": \"%s\", \"commentable_id\": \"t1\", \"discussion\": {\"id\": \"64aa\"}}";
    Files.write(
        logs.resolve("tracking.log"),
        List.of(
            Lines.line("server", "edx.forum.thread.created", facts.formatted("64aa")),
            Lines.line("server", "edx.forum.response.created", facts.formatted("64bb")),
            Lines.line("server", "edx.forum.response.voted", facts.formatted("64bb")),
            Lines.line("server", "edx.forum.response.deleted", facts.formatted("64bb"))));
    takeIn();

    assertThat(lake.rows(Tables.FORUM_EVENT))
        .extracting(row -> row.getField("act"), row -> row.getField("discussion_iri"))
        .extracting(
            tuple -> String.join(" ", tuple.toList().stream().map(String::valueOf).toList()))
        .containsExactlyInAnyOrder(
            "topic " + Tracked.SITE + "/api/discussion/v1/threads/64aa",
            "reply " + Tracked.SITE + "/api/discussion/v1/threads/64aa",
            "deleted " + Tracked.SITE + "/api/discussion/v1/threads/64aa");
  }

  @Test
  void rejectedLinesAreKept() throws IOException {
    Files.write(logs.resolve("tracking.log"), List.of("no event", closed(0, 1).get(0)));

    assertThat(takeIn().rejected()).isEqualTo(1);
    assertThat(lake.rows(Tables.REJECTED_RECORD))
        .extracting(row -> row.getField("reason") + " " + row.getField("text"))
        .containsExactly("MALFORMED_JSON no event");
  }

  @Test
  void aPathThatIsNotThereIsAnErrorOfTheSource() {
    TrackingLogs nothing = new TrackingLogs(folder.resolve("none").toString(), Tracked.SITE);

    assertThatThrownBy(() -> lake.takeIn("tracking", nothing))
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.faults().get(0).code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
  }
}
