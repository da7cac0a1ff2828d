package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.error.Fault;

/**
 * The named values of a policy. A value written {@code $name} stands for the parameter of that
 * name, so that one line of a policy changes every place that means the same.
 */
final class PolicyParameters {
  private static final String KEY = "parameters";

  private final YamlDocument document;
  private final List<Fault> faults;
  private final JsonNode parameters;

  private PolicyParameters(YamlDocument document, List<Fault> faults) {
    this.document = document;
    this.faults = faults;
    this.parameters = document.root().path(KEY);
  }

  /** The document with every {@code $name} replaced; unknown names are noted as faults. */
  static YamlDocument resolve(YamlDocument document, List<Fault> faults) {
    JsonNode copy = document.root().deepCopy();
    new PolicyParameters(document, faults).resolve(copy, "");
    return document.withRoot(copy);
  }

  /** The document with other values of its parameters; values mean what they look like in YAML. */
  static YamlDocument replaced(YamlDocument document, Map<String, String> instead) {
    JsonNode copy = document.root().deepCopy();
    if (copy.path(KEY) instanceof ObjectNode parameters) {
      instead.forEach(
          (name, value) -> {
            if (parameters.has(name)) {
              parameters.set(name, YamlDocument.scalar(value));
            }
          });
    }
    return document.withRoot(copy);
  }

  /** The parameters as written, by name. */
  static SortedMap<String, String> read(YamlCursor policy) {
    SortedMap<String, String> values = new TreeMap<>();
    policy
        .optionalMapping(KEY)
        .ifPresent(
            cursor -> {
              for (String name : cursor.keys()) {
                values.put(name, cursor.text(name, "540"));
              }
            });
    return values;
  }

  private void resolve(JsonNode node, String pointer) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String child = YamlDocument.child(pointer, field.getKey());
        if (isReference(field.getValue())) {
          field.setValue(value(field.getValue().textValue(), child));
        } else {
          resolve(field.getValue(), child);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        String child = pointer + "/" + index;
        if (isReference(array.get(index))) {
          array.set(index, value(array.get(index).textValue(), child));
        } else {
          resolve(array.get(index), child);
        }
      }
    }
  }

  private static boolean isReference(JsonNode node) {
    return node.isTextual() && node.textValue().startsWith("$");
  }

  private JsonNode value(String reference, String pointer) {
    JsonNode value = parameters.path(reference.substring(1));
    if (value.isValueNode() && !isReference(value)) {
      return value;
    }
    TreeMap<String, String> known = new TreeMap<>();
    parameters.fieldNames().forEachRemaining(name -> known.put("$" + name, name));
    faults.add(
        Fault.at(
            document.codes().valueInvalid(),
            document.file(),
            document.line(pointer),
            YamlDocument.path(pointer),
            reference,
            String.join(" | ", known.keySet())));
    return parameters.path(reference);
  }
}
