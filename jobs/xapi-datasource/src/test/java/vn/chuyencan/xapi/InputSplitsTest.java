package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a tree are read. */
class InputSplitsTest {
  @TempDir private Path folder;

  private List<String> planned() throws IOException {
    return InputSplits.plan(new Configuration(), folder.toString(), 1L << 20).stream()
        .map(split -> Path.of(URI.create(split.path())))
        .map(path -> folder.relativize(path).toString())
        .toList();
  }

  @Test
  void linksThatLeadBackAreNotFollowedForEver() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(inner.resolve("one.ndjson"), "{}\n");
    Files.writeString(folder.resolve("two.ndjson"), "{}\n");
    Files.createSymbolicLink(inner.resolve("up"), folder);
    Files.createSymbolicLink(inner.resolve("self"), inner);
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));

    assertThat(planned()).containsExactly("a/b/one.ndjson", "two.ndjson");
  }

  @Test
  void aLinkToAnotherFolderIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("_elsewhere"));
    Files.writeString(elsewhere.resolve("one.ndjson"), "{}\n");
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);

    assertThat(planned()).containsExactly("linked/one.ndjson");
  }
}
