package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.model.Tombstones.Kind;

/** Publications of older programs, which published what stays in the lake today. */
class PastPublicationsTest {
  private static final String HEAD = "batch_id,source,file_id,path,file_offset,reason,message\n";

  @TempDir private Path published;

  private void publication(String name, String message) throws IOException {
    Path csv = Files.createDirectories(published.resolve(name + "/csv"));
    Files.writeString(csv.resolveSibling("manifest.json"), "{}");
    Files.writeString(
        csv.resolve("rejected_record.csv"),
        HEAD + "1,lms,7,a.ndjson,0,INVALID_ACTOR,\"" + message + "\"\n");
  }

  @Test
  void aMessageOfARefusedRecordThatWasPublishedTells() throws IOException {
    publication("2026-09-19/one", "actor.mbox is an.le@hv.example, not mailto: and an address.");
    publication("2026-09-19/two", "actor.name is [\"\"Lê Văn An\"\"], not a string.");
    publication("2026-09-20/three", "actor.mbox is binh@hv.example, not mailto: and an address.");
    Tombstones none = Tombstones.of("key".getBytes(StandardCharsets.UTF_8), List.of());
    Tombstones erased =
        none.and(
            List.of(
                none.hash(Kind.IDENTIFIER, "an.le@hv.example"), none.hash(Kind.NAME, "Lê Văn An")));

    assertThat(new PastPublications(published, erased).telling())
        .containsExactly("2026-09-19/one", "2026-09-19/two");
    assertThat(new PastPublications(published, none).telling()).isEmpty();
  }

  /** What is hidden tells the names of the office's learners, and may be deleted last. */
  @Test
  void whatAnErasureThatDiedLeftOfAPublicationGoesWithTheNext() throws IOException {
    Path publication = Files.createDirectories(published.resolve("2026-09-19/one"));
    Files.writeString(publication.resolve("manifest.json"), "{}");
    Files.writeString(publication.resolve(PastPublications.ERASED), "{\"erasure_id\":\"X1\"}\n");
    Path hidden =
        Files.writeString(publication.resolve(OfficeIndex.FILE), "{\"an\":\"Lê Văn An\"}");
    PastPublications past =
        new PastPublications(
            published, Tombstones.of("key".getBytes(StandardCharsets.UTF_8), List.of()));

    assertThat(past.telling()).containsExactly("2026-09-19/one");
    assertThat(past.empty("X1")).containsExactly("2026-09-19/one");

    assertThat(hidden).doesNotExist();
    assertThat(past.telling()).as("the manifest stays").isEmpty();
  }
}
