package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;

/** Reads the variants of a policy: named readings that change some of its parameters. */
final class VariantReader {
  private final YamlDocument document;

  VariantReader(YamlDocument document) {
    this.document = document;
  }

  /** The variants in the file's order; faults are noted at the cursor. */
  List<Policy.Variant> read(YamlCursor root) {
    List<Policy.Variant> variants = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    if (!root.has("variants")) {
      return variants;
    }
    for (YamlCursor cursor : root.mappings("variants", "[{id: …, title: …, changes: …}]")) {
      cursor.onlyKeys("id", "title", "law", "changes");
      String id = HeaderReader.id(cursor);
      Integer first = lines.putIfAbsent(id, cursor.line("id"));
      if (first != null && !id.isEmpty()) {
        cursor.fault(ErrorCode.POLICY_CRITERION_TWICE, "id", id, Integer.toString(first));
      }
      variants.add(
          new Policy.Variant(
              id,
              HeaderReader.labels(cursor, "title"),
              cursor.text("law", "FC-X.9"),
              changes(cursor)));
    }
    return variants;
  }

  private SortedMap<String, String> changes(YamlCursor variant) {
    YamlCursor changes = variant.mapping("changes", "{average: average_pooled}");
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : changes.keys()) {
      String text = PolicyParameters.text(changes.node(name));
      if (PolicyParameters.shaped(document, name, text).isEmpty()) {
        changes.fault(
            ErrorCode.POLICY_PARAMETER_INVALID,
            name,
            name,
            text,
            PolicyParameters.shape(document, name));
      } else {
        values.put(name, text);
      }
    }
    if (values.isEmpty() && changes.keys().isEmpty() && variant.has("changes")) {
      variant.invalid("changes", "{average: average_pooled}");
    }
    return values;
  }

  /**
   * Texts as values of the shapes that the file gives them.
   *
   * @return empty when one of them has none
   */
  Optional<Map<String, JsonNode>> shaped(Map<String, String> texts) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Optional<JsonNode> value = PolicyParameters.shaped(document, text.getKey(), text.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(text.getKey(), value.get());
    }
    return Optional.of(values);
  }
}
