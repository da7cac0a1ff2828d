package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Activities and their definitions (Data 2.4.4.1). */
final class ActivityRules {
  private static final Set<String> ACTIVITY = Set.of("objectType", "id", "definition");
  private static final Set<String> DEFINITION =
      Set.of(
          "name",
          "description",
          "type",
          "moreInfo",
          "extensions",
          "interactionType",
          "correctResponsesPattern",
          "choices",
          "scale",
          "source",
          "target",
          "steps");
  private static final Set<String> COMPONENT = Set.of("id", "description");

  /** Interaction type to the lists of components that it has. */
  private static final Map<String, Set<String>> COMPONENTS =
      Map.of(
          "true-false", Set.of(),
          "choice", Set.of("choices"),
          "fill-in", Set.of(),
          "long-fill-in", Set.of(),
          "matching", Set.of("source", "target"),
          "performance", Set.of("steps"),
          "sequencing", Set.of("choices"),
          "likert", Set.of("scale"),
          "numeric", Set.of(),
          "other", Set.of());

  private static final List<String> LISTS =
      List.of("choices", "scale", "source", "target", "steps");

  private final Shape shape;

  ActivityRules(Shape shape) {
    this.shape = shape;
  }

  /** An activity as the object of a statement. */
  void object(JsonNode value, String place) {
    activity(value, place);
    shape.iri((ObjectNode) value, "id", place);
  }

  /** An activity in {@code contextActivities}. */
  void context(JsonNode value, String place) {
    activity(value, place);
    String id = shape.text((ObjectNode) value, "id", place, Reason.INVALID_IRI);
    boolean harmless =
        Iris.isAbsolute(id)
            || (Iris.hasOnlyAllowedSigns(id)
                && shape.faults().tolerates(HarmlessFault.CONTEXT_ACTIVITY_ID_WITHOUT_SCHEME));
    if (!harmless) {
      throw new RuleViolation(Reason.INVALID_IRI, place + ".id", "an absolute IRI", id);
    }
  }

  private void activity(JsonNode value, String place) {
    ObjectNode activity = shape.object(value, place, Reason.INVALID_OBJECT, ACTIVITY);
    String type = shape.text(activity, "objectType", place, Reason.INVALID_OBJECT);
    if (type != null && !type.equals("Activity")) {
      if (!type.equals("GroupActivity")
          || !shape.faults().tolerates(HarmlessFault.OBJECT_TYPE_GROUP_ACTIVITY)) {
        throw new RuleViolation(Reason.INVALID_OBJECT, place + ".objectType", "Activity", type);
      }
    }
    shape.required(activity, "id", place);
    if (activity.has("definition")) {
      definition(activity.get("definition"), place + ".definition");
    }
  }

  private void definition(JsonNode value, String place) {
    ObjectNode definition = shape.object(value, place, Reason.INVALID_OBJECT, DEFINITION);
    shape.languageMap(definition, "name", place);
    shape.languageMap(definition, "description", place);
    shape.iri(definition, "type", place);
    shape.iri(definition, "moreInfo", place);
    shape.extensions(definition, place, Reason.INVALID_OBJECT);
    interaction(definition, place);
  }

  private void interaction(ObjectNode definition, String place) {
    String type = shape.text(definition, "interactionType", place, Reason.INVALID_OBJECT);
    Set<String> allowed = type == null ? Set.copyOf(LISTS) : COMPONENTS.get(type);
    if (allowed == null) {
      throw new RuleViolation(
          Reason.INVALID_OBJECT, place + ".interactionType", "one of the ten types", type);
    }
    JsonNode pattern = definition.get("correctResponsesPattern");
    if (pattern != null) {
      strings(pattern, place + ".correctResponsesPattern");
    }
    for (String list : LISTS) {
      if (!definition.has(list)) {
        continue;
      }
      if (!allowed.contains(list)) {
        throw new RuleViolation(
            Reason.INVALID_OBJECT, place + "." + list + " does not belong to " + type + ".");
      }
      components(definition.get(list), place + "." + list);
    }
  }

  private static void strings(JsonNode values, String place) {
    if (!values.isArray()) {
      throw new RuleViolation(Reason.INVALID_OBJECT, place, "an array", values);
    }
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        throw new RuleViolation(Reason.INVALID_OBJECT, place, "an array of strings", value);
      }
    }
  }

  private void components(JsonNode components, String place) {
    if (!components.isArray()) {
      throw new RuleViolation(Reason.INVALID_OBJECT, place, "an array", components);
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode value : components) {
      ObjectNode component = shape.object(value, place, Reason.INVALID_OBJECT, COMPONENT);
      shape.required(component, "id", place);
      String id = shape.text(component, "id", place, Reason.INVALID_OBJECT);
      if (!ids.add(id)) {
        throw new RuleViolation(Reason.INVALID_OBJECT, place + " has the id " + id + " twice.");
      }
      shape.languageMap(component, "description", place);
    }
  }
}
