package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.report.SiteTree;

/** A file of the latest site is taken over only as what it was written as. */
class SiteFilesTest {
  private static final String PAGE = "course-1.html";

  @TempDir private Path publications;
  private final AtomicInteger made = new AtomicInteger();

  @BeforeEach
  void first() throws IOException {
    assertThat(site("first", Optional.empty(), "minutes: 90")).isEqualTo("90");
    assertThat(made).hasValue(1);
  }

  private Path html(String publication) {
    return publications.resolve(publication).resolve(SiteTree.FOLDER);
  }

  /** Writes a site of one page; returns what the page says of itself. */
  private String site(String publication, Optional<String> latest, String rows) throws IOException {
    Path html = Files.createDirectories(html(publication));
    SiteFiles files = new SiteFiles(html, latest.map(this::html));
    String summary =
        files
            .put(
                PAGE,
                rows,
                () -> {
                  made.incrementAndGet();
                  return new SiteFiles.Content(
                      "<p>phút: " + rows.substring(9),
                      SiteJson.object().put("minutes", rows.substring(9)));
                })
            .get("minutes")
            .asText();
    SiteTree told = files.end();
    assertThat(told).isEqualTo(SiteTree.of(html.getParent()));
    return summary;
  }

  @Test
  void aPageMadeOfTheSameIsTheSameFile() throws IOException {
    assertThat(site("second", Optional.of("first"), "minutes: 90")).isEqualTo("90");
    assertThat(made).hasValue(1);
    assertThat(Files.isSameFile(html("first").resolve(PAGE), html("second").resolve(PAGE)))
        .isTrue();
  }

  @Test
  void aPageMadeOfSomethingElseIsMade() throws IOException {
    assertThat(site("second", Optional.of("first"), "minutes: 91")).isEqualTo("91");
    assertThat(made).hasValue(2);
    assertThat(html("second").resolve(PAGE)).hasContent("<p>phút: 91");
    assertThat(html("first").resolve(PAGE)).hasContent("<p>phút: 90");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>phút: 99", "<p>phút: 9", "<p>phút: 900", ""})
  void aPageThatIsNoMoreWhatItWasIsMadeAnew(String content) throws IOException {
    Files.writeString(html("first").resolve(PAGE), content);
    assertThat(site("second", Optional.of("first"), "minutes: 90")).isEqualTo("90");
    assertThat(made).hasValue(2);
    assertThat(html("second").resolve(PAGE)).hasContent("<p>phút: 90");
  }

  @Test
  void aPageThatIsGoneIsMadeAnew() throws IOException {
    Files.delete(html("first").resolve(PAGE));
    site("second", Optional.of("first"), "minutes: 90");
    assertThat(made).hasValue(2);
  }

  /** Else a page would be vouched for by a digest that is not its own. */
  @Test
  void ofAnIndexWithAnotherLetterNothingIsTaken() throws IOException {
    Path index = html("first").resolve(PageIndex.FILE);
    String text = Files.readString(index);
    int digest = text.indexOf("\"digest\":\"") + "\"digest\":\"".length();
    char other = text.charAt(digest) == 'a' ? 'b' : 'a';
    Files.writeString(index, text.substring(0, digest) + other + text.substring(digest + 1));
    site("second", Optional.of("first"), "minutes: 90");
    assertThat(made).hasValue(2);
  }
}
