package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in the spool, and what a pull that was killed in the middle leaves to the next. */
class LrsSpoolTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();
  private Pulls pulls;

  @BeforeEach
  void fill() {
    pulls = new Pulls(folder);
    lrs.pageSize = 4;
    for (int i = 0; i < 10; i++) {
      lrs.store(FIRST.plusSeconds(60L * i), FIRST);
    }
  }

  @AfterEach
  void stop() {
    lrs.close();
  }

  private LrsSettings settings() {
    return LrsSettings.of("lrs", lrs.url()).user("reader").password(Secret.of("x")).build();
  }

  private List<String> spooled() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /** The permissions that folders and files of a spool have. */
  private static List<String> permissions(Path spool) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(spool)) {
      for (Path path : all.toList()) {
        found.add(
            (Files.isDirectory(path) ? "d" : "-")
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return found;
  }

  @Test
  void nobodyElseReadsWhatTheLrsAnswered() throws IOException {
    Path spool = folder.resolve("deep/spool");
    pulls = new Pulls(spool);
    LrsPulled first = pulls.night(settings());
    assertThat(permissions(spool)).containsOnly("drwx------", "-rw-------").hasSizeGreaterThan(2);

    // As an older program left it.
    Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Path file : Pulls.files(first.folder())) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    lrs.store(FIRST.plusSeconds(6_000), FIRST);
    pulls.night(settings());
    assertThat(permissions(spool)).containsOnly("drwx------", "-rw-------");
  }

  @Test
  void onlyOldCommittedPullsGo() throws IOException {
    for (int night = 0; night < 4; night++) {
      lrs.store(FIRST.plusSeconds(6_000L + 60L * night), FIRST);
      pulls.night(settings());
    }
    pulls.pull(settings());
    Files.writeString(folder.resolve("notes.txt"), "of somebody else");

    new SpoolFolders(folder).prune(pulls.cursor.pulls() - 2);

    assertThat(spooled())
        .containsExactly("notes.txt", "pull-00000003", "pull-00000004", "pull-00000005");
  }

  /** Killed between two pages, after some files were whole and one was not. */
  @Test
  void aPullThatWasKilledLeavesNoHole() throws IOException {
    pulls.night(settings());
    for (int i = 10; i < 25; i++) {
      lrs.store(FIRST.plusSeconds(60L * i), FIRST);
    }
    LrsPulled killed = pulls.pull(settings());
    List<Path> files = Pulls.files(killed.folder());
    Files.move(files.get(files.size() - 1), killed.folder().resolve(".statements-00099.part"));
    lrs.store(FIRST.plusSeconds(60L * 30), FIRST);

    LrsPulled next = pulls.night(settings());

    assertThat(next.folder()).isEqualTo(killed.folder());
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(spooled()).containsExactly("pull-00000001", "pull-00000002");
  }
}
