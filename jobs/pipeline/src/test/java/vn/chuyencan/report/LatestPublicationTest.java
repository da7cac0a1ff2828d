package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestPublicationTest {
  @TempDir Path folder;

  @Test
  void latestIsALinkThatSurvivesAMoveOfTheDirectory() throws IOException {
    Path published = Files.createDirectories(folder.resolve("published"));
    Files.createDirectories(published.resolve("2026-10-18/run-1"));
    Files.createDirectories(published.resolve("2026-10-18/run-2"));
    assertThat(LatestPublication.find(published)).isEmpty();

    LatestPublication.move(published, Path.of("2026-10-18", "run-1"));
    LatestPublication.move(published, Path.of("2026-10-18", "run-2"));

    assertThat(Files.readSymbolicLink(published.resolve("latest")))
        .isEqualTo(Path.of("2026-10-18", "run-2"));
    Path moved = Files.move(published, folder.resolve("elsewhere"));
    assertThat(LatestPublication.find(moved))
        .contains(moved.resolve("2026-10-18/run-2").toRealPath());
    assertThat(moved.resolve("latest.json")).doesNotExist();
    assertThat(DurableFiles.entries(moved, ".")).isEmpty();
  }

  @Test
  void aPreparedLinkOfABrokenRunIsReplaced() throws IOException {
    Files.createDirectories(folder.resolve("2026-10-18/run-1"));
    Files.createSymbolicLink(folder.resolve(".latest-run-1"), Path.of("nowhere"));

    LatestPublication.move(folder, Path.of("2026-10-18", "run-1"));

    assertThat(LatestPublication.find(folder))
        .contains(folder.resolve("2026-10-18/run-1").toRealPath());
  }

  @Test
  void whereThereAreNoLinksAFileTells() throws IOException {
    URI zip = URI.create("jar:" + folder.resolve("store.zip").toUri());
    try (FileSystem store = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path published = Files.createDirectories(store.getPath("/published"));
      Files.createDirectories(published.resolve("2026-10-18/run-1"));
      Files.createDirectories(published.resolve("2026-10-18/run-2"));

      LatestPublication.move(published, store.getPath("2026-10-18", "run-1"));
      LatestPublication.move(published, store.getPath("2026-10-18", "run-2"));

      assertThat(published.resolve("latest.json")).hasContent("{\"path\":\"2026-10-18/run-2\"}\n");
      assertThat(published.resolve("latest")).doesNotExist();
      assertThat(LatestPublication.find(published)).contains(published.resolve("2026-10-18/run-2"));
    }
  }

  @Test
  void aFolderInTheLinksPlaceIsNotTouched() throws IOException {
    Files.createDirectories(folder.resolve("latest/csv"));

    assertThatThrownBy(() -> LatestPublication.move(folder, Path.of("2026-10-18", "run-1")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a folder where a link must stand; move it away");
    assertThat(folder.resolve("latest/csv")).isDirectory();
  }
}
