package vn.chuyencan.job.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {
  @TempDir private Path own;

  static RunRecord run(String id, String status) {
    boolean ended = !status.equals(RunRecord.RUNNING);
    return new RunRecord(
        id,
        "run",
        "2026-10-05",
        "2026-10-06T01:00:00Z",
        ended ? "2026-10-06T01:00:12.5Z" : null,
        status,
        ended ? 0 : null,
        List.of(),
        "máy",
        1,
        "0.1.0",
        List.of(
            new RunRecord.Step("measure", RunRecord.DONE, 1_500_000, Map.of("read", 3L)),
            new RunRecord.Step("measure", RunRecord.DONE, 500_000, Map.of("read", 4L))),
        List.of(),
        null,
        List.of(),
        List.of("silent-days:a\"b:2026-10-04"),
        Map.of("a\"b\\", new RunRecord.Source(7, "2026-10-04", 1, "0.5", null)),
        List.of(),
        Map.of(status, 1L),
        false);
  }

  @Test
  void whoNeverEndedIsFoundDead() throws IOException {
    RunJournal journal = new RunJournal(own);
    assertThat(journal.runs()).isEmpty();
    journal.write(run("2026-a", RunRecord.DONE));
    journal.write(run("2026-b", RunRecord.RUNNING));
    journal.write(run("2026-c", RunRecord.RUNNING));
    Files.writeString(own.resolve("runs/2026-d.json"), "{\"half");
    Files.writeString(own.resolve("runs/2026-e.next"), "{");
    journal.settle("2026-c");
    assertThat(journal.runs())
        .extracting(RunRecord::runId, RunRecord::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2026-c", RunRecord.RUNNING),
            org.assertj.core.groups.Tuple.tuple("2026-b", RunRecord.KILLED),
            org.assertj.core.groups.Tuple.tuple("2026-a", RunRecord.DONE));
    assertThat(journal.notInHistory())
        .extracting(RunRecord::runId)
        .containsExactly("2026-a", "2026-b");
    assertThat(own.resolve("runs/2026-e.next")).doesNotExist();
    assertThat(journal.totalsBefore("2026-c")).containsEntry(RunRecord.KILLED, 1L);
  }

  @Test
  void theOldestAreForgotten() throws IOException {
    RunJournal journal = new RunJournal(own);
    for (int number = 0; number < RunJournal.MOST + 3; number++) {
      journal.write(run("2026-" + (1000 + number), RunRecord.DONE));
    }
    journal.settle("none");
    assertThat(journal.runs()).hasSize(RunJournal.MOST);
    assertThat(journal.has("2026-1002")).isFalse();
    assertThat(journal.has("2026-1003")).isTrue();
  }

  @Test
  void metricsKeepTheFormWhateverNamesAreLike() throws IOException {
    RunRecord run = run("r", RunRecord.DONE);
    Map<String, java.math.BigDecimal> read =
        PrometheusText.read(
            MetricsFile.text(
                "h\\v\n\"", run, Optional.of(run), Optional.of(run), Optional.of(run)));
    String institution = "{institution=\"h\\\\v\\n\\\"\"";
    assertThat(read)
        .containsEntry(
            "chuyencan_step_duration_seconds" + institution + ",step=\"measure\"}",
            new java.math.BigDecimal("2"))
        .containsEntry(
            "chuyencan_last_run_duration_seconds" + institution + "}",
            new java.math.BigDecimal("12.5"))
        .containsEntry(
            "chuyencan_records" + institution + ",outcome=\"read\"}", new java.math.BigDecimal("7"))
        .containsEntry(
            "chuyencan_source_silent_days" + institution + ",source=\"a\\\"b\\\\\"}",
            new java.math.BigDecimal("1"));
    Path file = own.resolve("metrics/chuyencan.prom");
    MetricsFile.write(file, "h", run, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(PrometheusText.read(Files.readString(file)))
        .doesNotContainKey("chuyencan_last_success_timestamp_seconds{institution=\"h\"}");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
