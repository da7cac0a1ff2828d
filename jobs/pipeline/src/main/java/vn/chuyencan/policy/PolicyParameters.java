package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chuyencan.error.Fault;

/**
 * The named values of a policy. A value written {@code $name} stands for the parameter of that
 * name, so that one line of a policy changes every place that means the same. A variant or a course
 * run may give a parameter another value of the same shape.
 */
final class PolicyParameters {
  /** The word for the absence of something that is optional. */
  static final String NONE = "none";

  private static final String KEY = "parameters";

  private final YamlDocument document;
  private final List<Fault> faults;
  private final ObjectNode values;

  private PolicyParameters(
      YamlDocument document, Map<String, JsonNode> instead, List<Fault> faults) {
    this.document = document;
    this.faults = faults;
    this.values = JsonNodeFactory.instance.objectNode();
    document.root().path(KEY).properties().forEach(one -> values.set(one.getKey(), one.getValue()));
    values.setAll(instead);
  }

  /**
   * The document with every {@code $name} replaced; unknown names are noted as faults.
   *
   * @param instead values that stand in for those of the file
   */
  static YamlDocument resolve(
      YamlDocument document, Map<String, JsonNode> instead, List<Fault> faults) {
    JsonNode copy = document.root().deepCopy();
    PolicyParameters parameters = new PolicyParameters(document, instead, faults);
    if (copy instanceof ObjectNode root && root.path(KEY).isObject()) {
      root.set(KEY, parameters.values);
    }
    parameters.resolve(copy, "");
    return document.withRoot(copy);
  }

  /** The values in force by name, as text; the items of a list are separated by spaces. */
  static SortedMap<String, String> texts(YamlDocument document) {
    SortedMap<String, String> texts = new TreeMap<>();
    document
        .root()
        .path(KEY)
        .properties()
        .forEach(one -> texts.put(one.getKey(), text(one.getValue())));
    return Collections.unmodifiableSortedMap(texts);
  }

  /** A value as a person would write it in one cell. */
  static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(text(item)));
      return String.join(" ", items);
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  /** Notes every parameter that is neither a text, a number, a truth value nor a list of those. */
  static void check(YamlCursor policy, YamlDocument document) {
    JsonNode parameters = document.root().path(KEY);
    policy
        .optionalMapping(KEY)
        .ifPresent(
            cursor -> {
              for (String name : cursor.keys()) {
                if (!isValue(parameters.path(name))) {
                  cursor.invalid(name, "540 | true | word | [word, word]");
                }
              }
            });
  }

  private static boolean isValue(JsonNode value) {
    if (!value.isArray()) {
      return value.isValueNode() && !value.isNull() && !value.asText().isBlank();
    }
    for (JsonNode item : value) {
      if (!item.isValueNode() || item.isNull()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A text as a value of the shape that the file gives the parameter, where an optional one may
   * also be left out with the word {@code none}.
   *
   * @return empty when there is no such parameter or the text has not its shape
   */
  static Optional<JsonNode> shaped(YamlDocument document, String name, String text) {
    JsonNode written = document.root().path(KEY).path(name);
    String trimmed = text.strip();
    if (written instanceof MissingNode || trimmed.isEmpty()) {
      return Optional.empty();
    }
    if (trimmed.equals(NONE)) {
      // Whether it may be left out shows where it is used.
      return Optional.of(new TextNode(NONE));
    }
    if (written.isNumber()) {
      return number(trimmed);
    }
    if (written.isBoolean()) {
      return trimmed.equals("true") || trimmed.equals("false")
          ? Optional.of(BooleanNode.valueOf(trimmed.equals("true")))
          : Optional.empty();
    }
    if (written.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (String item : trimmed.split("[\\s,]+", -1)) {
        list.add(number(item).orElseGet(() -> new TextNode(item)));
      }
      return Optional.of(list);
    }
    return Optional.of(number(trimmed).orElseGet(() -> new TextNode(trimmed)));
  }

  private static Optional<JsonNode> number(String text) {
    return text.matches("[-+]?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
        : Optional.empty();
  }

  /** What a parameter may be, for messages. */
  static String shape(YamlDocument document, String name) {
    JsonNode written = document.root().path(KEY).path(name);
    if (written instanceof MissingNode) {
      return texts(document).keySet().stream().collect(Collectors.joining(" | "));
    }
    return written.isBoolean() ? "true | false" : text(written);
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
    JsonNode value = values.path(reference.substring(1));
    if ((value.isValueNode() || value.isArray()) && !isReference(value)) {
      return value;
    }
    TreeMap<String, String> known = new TreeMap<>();
    values.fieldNames().forEachRemaining(name -> known.put("$" + name, name));
    faults.add(
        Fault.at(
            document.codes().valueInvalid(),
            document.file(),
            document.line(pointer),
            YamlDocument.path(pointer),
            reference,
            String.join(" | ", known.keySet())));
    return values.path(reference);
  }
}
