package vn.chuyencan.job.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.job.OperationSettings;

class StepLogTest {
  private static final Instant DAY = Instant.parse("2026-10-05T18:30:00Z");

  @TempDir private Path folder;

  private StepLog log(int days, long bytes) {
    return new StepLog(
        folder.resolve("log"), new OperationSettings.Log(Optional.empty(), days, bytes));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aDayAFileAndALargeOneIsFollowedByAnother() throws IOException {
    StepLog log = log(30, 100);
    Map<String, Object> line = Map.of("text", "xin chào\n".repeat(5));
    log.add(line, DAY);
    log.add(line, DAY);
    log.add(line, DAY.plusSeconds(86_400));
    assertThat(files())
        .containsExactly(
            "chuyencan-2026-10-05.1.jsonl",
            "chuyencan-2026-10-05.jsonl",
            "chuyencan-2026-10-06.jsonl");
    for (String file : files()) {
      List<String> lines = Files.readAllLines(folder.resolve("log").resolve(file));
      assertThat(lines).hasSize(1);
      assertThat(new ObjectMapper().readTree(lines.get(0)).path("text").asText())
          .isEqualTo(line.get("text"));
    }
  }

  @Test
  void oldFilesGoAndNoOthers() throws IOException {
    StepLog log = log(2, 1000);
    for (int day = 0; day < 4; day++) {
      log.add(Map.of("day", day), DAY.plusSeconds(86_400L * day));
    }
    Files.writeString(folder.resolve("log/chuyencan-notes.jsonl"), "mine");
    log.sweep(DAY.plusSeconds(86_400L * 3));
    assertThat(files())
        .containsExactly(
            "chuyencan-2026-10-07.jsonl", "chuyencan-2026-10-08.jsonl", "chuyencan-notes.jsonl");
  }
}
