package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The rules that every object of a statement obeys (Data 2.2, 4.2). */
final class Shape {
  private final FaultLog faults;

  Shape(FaultLog faults) {
    this.faults = faults;
  }

  /** The faults that are noted. */
  FaultLog faults() {
    return faults;
  }

  /** The value as an object whose properties are all defined and not null. */
  ObjectNode object(JsonNode value, String place, Reason reason, Set<String> defined) {
    if (!(value instanceof ObjectNode object)) {
      throw new RuleViolation(reason, place, "an object", value);
    }
    properties(object, place, defined);
    return object;
  }

  private void properties(ObjectNode object, String place, Set<String> defined) {
    Iterator<Map.Entry<String, JsonNode>> entries = object.properties().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      if (!defined.contains(entry.getKey())) {
        if (isInOtherCase(entry.getKey(), defined)
            || !faults.tolerates(HarmlessFault.UNKNOWN_PROPERTY)) {
          throw new RuleViolation(
              Reason.UNKNOWN_PROPERTY, place + " has an undefined property " + entry.getKey());
        }
        entries.remove();
      } else if (entry.getValue().isNull()) {
        if (!faults.tolerates(HarmlessFault.NULL_PROPERTY)) {
          throw new RuleViolation(Reason.NULL_VALUE, place + "." + entry.getKey() + " is null.");
        }
        entries.remove();
      }
    }
  }

  private static boolean isInOtherCase(String name, Set<String> defined) {
    for (String other : defined) {
      if (other.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** The text of a property, or null when there is none. */
  String text(ObjectNode object, String name, String place, Reason reason) {
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw new RuleViolation(reason, place + "." + name, "a string", value);
    }
    return value.textValue();
  }

  void iri(ObjectNode object, String name, String place) {
    String text = text(object, name, place, Reason.INVALID_IRI);
    if (text != null && !Iris.isAbsolute(text)) {
      throw new RuleViolation(Reason.INVALID_IRI, place + "." + name, "an absolute IRI", text);
    }
  }

  void uuid(ObjectNode object, String name, String place) {
    String text = text(object, name, place, Reason.INVALID_UUID);
    if (text != null && !Uuids.isUuid(text)) {
      throw new RuleViolation(Reason.INVALID_UUID, place + "." + name, "a UUID", text);
    }
  }

  void flag(ObjectNode object, String name, String place, Reason reason) {
    JsonNode value = object.get(name);
    if (value != null && !value.isBoolean()) {
      throw new RuleViolation(reason, place + "." + name, "true or false", value);
    }
  }

  void required(ObjectNode object, String name, String place) {
    if (!object.has(name)) {
      throw new RuleViolation(Reason.MISSING_PROPERTY, place + " has no " + name + ".");
    }
  }

  void language(ObjectNode object, String name, String place) {
    String tag = text(object, name, place, Reason.INVALID_LANGUAGE);
    if (tag != null) {
      tag(tag, place + "." + name);
    }
  }

  /** A language map: tags to strings. */
  void languageMap(ObjectNode object, String name, String place) {
    JsonNode map = object.get(name);
    if (map == null) {
      return;
    }
    String inner = place + "." + name;
    if (!map.isObject()) {
      throw new RuleViolation(Reason.INVALID_LANGUAGE, inner, "a language map", map);
    }
    Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      JsonNode label = entry.getValue();
      if (label.isNull() && faults.tolerates(HarmlessFault.NULL_PROPERTY)) {
        entries.remove();
        continue;
      }
      if (!label.isTextual()) {
        throw new RuleViolation(
            Reason.INVALID_LANGUAGE, inner + "." + entry.getKey(), "a string", label);
      }
      tag(entry.getKey(), inner);
    }
  }

  private void tag(String tag, String place) {
    if (!LanguageTags.isTag(tag) && !faults.tolerates(HarmlessFault.LANGUAGE_TAG)) {
      throw new RuleViolation(Reason.INVALID_LANGUAGE, place, "an RFC 5646 language tag", tag);
    }
  }

  /** Extensions: IRIs to anything, nulls included. */
  void extensions(ObjectNode object, String place, Reason reason) {
    JsonNode extensions = object.get("extensions");
    if (extensions == null) {
      return;
    }
    if (!extensions.isObject()) {
      throw new RuleViolation(reason, place + ".extensions", "an object", extensions);
    }
    for (Map.Entry<String, JsonNode> entry : extensions.properties()) {
      if (!Iris.isAbsolute(entry.getKey())) {
        throw new RuleViolation(
            Reason.INVALID_IRI, place + ".extensions: a key", "an absolute IRI", entry.getKey());
      }
    }
  }
}
