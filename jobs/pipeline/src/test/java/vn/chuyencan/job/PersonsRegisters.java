package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample's registers with what persons decided and corrected, in a folder of a test's own. */
final class PersonsRegisters {
  private static final String DECISIONS =
      "case_id,outcome,decided_by,decided_on,note,evidence_digest";
  private static final String CORRECTIONS =
      "correction_id,kind,course_id,learner_id,session_id,course_week,activity_id,attempt_id,"
          + "artefact,post_id,from,until,new_value,author,corrected_on,reason";

  private final Path folder;

  PersonsRegisters(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(SampleNights.sample().resolve("registers"))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName().toString()));
        }
      }
      // What the sample's own persons decided and corrected is not what these tests are about.
      Files.deleteIfExists(folder.resolve("review_decision.csv"));
      Files.deleteIfExists(folder.resolve("correction.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String folder() {
    return folder.toString();
  }

  PersonsRegisters decisions(List<String> rows) {
    return write("review_decision.csv", DECISIONS, rows);
  }

  PersonsRegisters corrections(List<String> rows) {
    return write("correction.csv", CORRECTIONS, rows);
  }

  private PersonsRegisters write(String file, String header, List<String> rows) {
    try {
      Files.writeString(
          folder.resolve(file),
          header + "\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
