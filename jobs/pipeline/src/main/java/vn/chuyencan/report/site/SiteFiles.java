package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.chuyencan.report.FileBytes;
import vn.chuyencan.report.FileLinks;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.report.SiteTree;

/** Writes the files of a site; one that would be the same as in the latest site is that file. */
final class SiteFiles {
  private final Path folder;
  private final Optional<Path> latest;
  private final PageIndex before;
  private final Map<String, PageIndex.Entry> written = new ConcurrentHashMap<>();

  SiteFiles(Path folder, Optional<Path> latest) {
    this.folder = folder;
    this.latest = latest;
    this.before = latest.map(PageIndex::read).orElseGet(() -> new PageIndex(Map.of()));
  }

  /**
   * A file's content.
   *
   * @param text its text
   * @param summary what other pages tell of it; null where they tell nothing
   */
  record Content(String text, JsonNode summary) {

    Content(String text) {
      this(text, null);
    }
  }

  /** Makes the content of a file. */
  @FunctionalInterface
  interface Maker {
    Content make() throws IOException;
  }

  /**
   * Puts a file into the site.
   *
   * @param made what its content depends on
   * @return what other pages tell of it; null where they tell nothing
   */
  JsonNode put(String name, String made, Maker maker) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Optional<PageIndex.Entry> same = before.same(name, made);
    if (same.isPresent() && taken(latest.orElseThrow().resolve(name), file, same.get().bytes())) {
      written.put(name, same.get());
      return same.get().summary();
    }
    Content content = maker.make();
    byte[] bytes = content.text().getBytes(StandardCharsets.UTF_8);
    // Never into a file that is there: it may be an earlier publication's too.
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    written.put(
        name, new PageIndex.Entry(made, Sha256.of(bytes), FileBytes.of(bytes), content.summary()));
    return content.summary();
  }

  /** Gives the file a name here too, unless it is no more what it was. */
  private static boolean taken(Path existing, Path name, FileBytes bytes) throws IOException {
    try {
      if (!FileBytes.of(existing).equals(bytes)) {
        return false;
      }
    } catch (IOException gone) {
      return false;
    }
    FileLinks.link(existing, name);
    return true;
  }

  /** Writes down what was made of what, and tells all files. */
  SiteTree end() throws IOException {
    new PageIndex(written).write(folder);
    Map<String, String> digests = new TreeMap<>();
    written.forEach((name, entry) -> digests.put(inPublication(name), entry.digest()));
    digests.put(inPublication(PageIndex.FILE), SiteTree.digest(folder.resolve(PageIndex.FILE)));
    return new SiteTree(digests);
  }

  private static String inPublication(String name) {
    return SiteTree.FOLDER + "/" + name;
  }
}
