package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the files of a site were made of, so that the next site takes over those that would be the
 * same. It lies beside them in a hidden file and may be missing.
 *
 * @param files by name within the site
 */
record PageIndex(Map<String, Entry> files) {
  private static final String FILE = ".pages.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /**
   * A file.
   *
   * @param made what it was made of
   * @param digest SHA-256 of the file
   * @param summary what other pages tell of it; null where they tell nothing
   */
  record Entry(String made, String digest, JsonNode summary) {}

  PageIndex {
    files = new TreeMap<>(files);
  }

  /** The index of a site; empty where there is none that can be read. */
  static PageIndex read(Path site) {
    try {
      return JSON.readValue(site.resolve(FILE).toFile(), PageIndex.class);
    } catch (IOException none) {
      return new PageIndex(Map.of());
    }
  }

  /** The file of that name, if it was made of the same. */
  Optional<Entry> same(String name, String made) {
    return Optional.ofNullable(files.get(name)).filter(entry -> entry.made().equals(made));
  }

  void write(Path site) throws IOException {
    Files.write(site.resolve(FILE), JSON.writeValueAsBytes(this));
  }
}
