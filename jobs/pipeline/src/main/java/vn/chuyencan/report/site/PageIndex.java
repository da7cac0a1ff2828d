package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.report.FileBytes;
import vn.chuyencan.report.SealedJson;

/**
 * What the files of a site were made of, so that the next site takes over those that would be the
 * same. It lies beside them in a hidden file and may be missing.
 *
 * @param files by name within the site
 */
record PageIndex(Map<String, Entry> files) {
  /** Its name within the site. */
  static final String FILE = ".pages.json";

  /**
   * A file.
   *
   * @param made what it was made of
   * @param digest SHA-256 of the file
   * @param bytes by which it is recognised
   * @param summary what other pages tell of it; null where they tell nothing
   */
  record Entry(String made, String digest, FileBytes bytes, JsonNode summary) {}

  PageIndex {
    files = new TreeMap<>(files);
  }

  /** The index of a site; empty where there is none that can be read. */
  static PageIndex read(Path site) {
    return SealedJson.read(site.resolve(FILE), PageIndex.class)
        .orElseGet(() -> new PageIndex(Map.of()));
  }

  /** The file of that name, if it was made of the same. */
  Optional<Entry> same(String name, String made) {
    return Optional.ofNullable(files.get(name)).filter(entry -> entry.made().equals(made));
  }

  void write(Path site) throws IOException {
    SealedJson.write(site.resolve(FILE), this);
  }
}
