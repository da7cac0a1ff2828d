package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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

    assertThat(planned()).containsExactly("a/b/one.ndjson", "two.ndjson");
  }

  /** A disk that is not mounted: what lies there would be taken for what never happened. */
  @Test
  void aLinkThatLeadsNowhereIsRefused() throws IOException {
    Files.writeString(folder.resolve("good.ndjson"), "{}\n");
    Files.createSymbolicLink(folder.resolve("_left-out"), folder.resolve("gone"));
    assertThat(planned()).containsExactly("good.ndjson");
    Path link = Files.createSymbolicLink(folder.resolve("2026-W38"), folder.resolve("gone"));
    assertThatIOException().isThrownBy(this::planned).withMessageContaining(link + " is a link");
  }

  /** Hadoop's own listing leaves such a file out, and its statements would be lost unsaid. */
  @Test
  void aNameThatIsNotUtf8IsRefused() throws Exception {
    Files.writeString(folder.resolve("good.ndjson"), "{}\n");
    make("touch \"$0\"/$'_left\\xffout'");
    assertThat(planned()).containsExactly("good.ndjson");
    make("touch \"$0\"/$'bad\\xff.ndjson'");
    assertThatIOException().isThrownBy(this::planned).withMessageContaining("is not UTF-8");
  }

  /** As a fault of the place, not of this program. */
  @Test
  void aHostThatNobodyKnowsIsAPlaceThatCannotBeRead() {
    assertThatIOException()
        .isThrownBy(
            () -> InputSplits.plan(new Configuration(), "hdfs://nohost.invalid/statements", 1));
  }

  /** Whoever reads a pipe waits until somebody writes into it. */
  @Test
  void aPipeIsRefused() throws Exception {
    make("mkfifo \"$0\"/pipe.ndjson");
    assertThatIOException().isThrownBy(this::planned).withMessageContaining("pipe.ndjson");
  }

  private void make(String command) throws Exception {
    assertThat(new ProcessBuilder("bash", "-c", command, folder.toString()).start().waitFor())
        .isZero();
  }

  @Test
  void aLinkToAnotherFolderIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("_elsewhere"));
    Files.writeString(elsewhere.resolve("one.ndjson"), "{}\n");
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);

    assertThat(planned()).containsExactly("linked/one.ndjson");
  }
}
