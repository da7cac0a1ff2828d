package vn.chuyencan.job.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One entry of {@code sources} as it will be written.
 *
 * @param id its id
 * @param kind its kind
 * @param settings the other keys, in the order in which they are written
 */
record DraftedSource(String id, String kind, Map<String, String> settings) {
  private static final ObjectMapper JSON = new ObjectMapper();

  DraftedSource {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The same under another id. */
  DraftedSource called(String other) {
    return new DraftedSource(other, kind, settings);
  }

  /** The entry as YAML, on one line. */
  String yaml() {
    String more =
        settings.entrySet().stream()
            .map(entry -> ", " + entry.getKey() + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining());
    return "{id: " + id + ", kind: " + kind + more + "}";
  }

  /** A text as YAML reads it back; YAML reads every string of JSON. */
  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a text that is no JSON", impossible);
    }
  }
}
