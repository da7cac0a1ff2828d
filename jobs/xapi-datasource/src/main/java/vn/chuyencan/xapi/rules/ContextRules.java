package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Contexts (Data 2.4.6; of xAPI 2.0 also context agents and context groups). */
final class ContextRules {
  private static final Set<String> CONTEXT_1 =
      Set.of(
          "registration",
          "instructor",
          "team",
          "contextActivities",
          "revision",
          "platform",
          "language",
          "statement",
          "extensions");
  private static final Set<String> CONTEXT_2 =
      Set.of(
          "registration",
          "instructor",
          "team",
          "contextActivities",
          "contextAgents",
          "contextGroups",
          "revision",
          "platform",
          "language",
          "statement",
          "extensions");
  private static final Set<String> ACTIVITIES = Set.of("parent", "grouping", "category", "other");
  private static final Set<String> REFERENCE = Set.of("objectType", "id");
  private static final Set<String> CONTEXT_AGENT = Set.of("objectType", "agent", "relevantTypes");
  private static final Set<String> CONTEXT_GROUP = Set.of("objectType", "group", "relevantTypes");

  private final Shape shape;
  private final ActorRules actors;
  private final ActivityRules activities;

  ContextRules(Shape shape, ActorRules actors, ActivityRules activities) {
    this.shape = shape;
    this.actors = actors;
    this.activities = activities;
  }

  /** A context of a statement with this object. */
  void context(JsonNode value, JsonNode object, String place, XapiVersion version) {
    Set<String> defined =
        switch (version) {
          case V1_0_3 -> CONTEXT_1;
          case V2_0 -> CONTEXT_2;
        };
    ObjectNode context = shape.object(value, place, Reason.INVALID_CONTEXT, defined);
    shape.uuid(context, "registration", place);
    if (context.has("instructor")) {
      actors.actor(context.get("instructor"), place + ".instructor");
    }
    if (context.has("team")) {
      actors.group(context.get("team"), place + ".team");
    }
    if (context.has("contextActivities")) {
      contextActivities(context.get("contextActivities"), place + ".contextActivities");
    }
    contextActors(context, "contextAgents", "agent", "contextAgent", CONTEXT_AGENT, place);
    contextActors(context, "contextGroups", "group", "contextGroup", CONTEXT_GROUP, place);
    onlyForActivities(context, "revision", object, place);
    onlyForActivities(context, "platform", object, place);
    shape.language(context, "language", place);
    if (context.has("statement")) {
      reference(context.get("statement"), place + ".statement", Reason.INVALID_CONTEXT);
    }
    shape.extensions(context, place, Reason.INVALID_CONTEXT);
  }

  /** A reference to a statement (Data 2.4.4.3). */
  void reference(JsonNode value, String place, Reason reason) {
    ObjectNode reference = shape.object(value, place, reason, REFERENCE);
    if (!"StatementRef".equals(reference.path("objectType").asText())) {
      throw new RuleViolation(
          reason, place + ".objectType", "StatementRef", reference.get("objectType"));
    }
    shape.required(reference, "id", place);
    shape.uuid(reference, "id", place);
  }

  private void onlyForActivities(ObjectNode context, String name, JsonNode object, String place) {
    if (shape.text(context, name, place, Reason.INVALID_CONTEXT) == null) {
      return;
    }
    String type = object.path("objectType").asText("Activity");
    if (!type.equals("Activity") && !type.equals("GroupActivity")) {
      throw new RuleViolation(
          Reason.INVALID_CONTEXT,
          place + "." + name + " is only allowed when the object is an activity.");
    }
  }

  private void contextActivities(JsonNode value, String place) {
    ObjectNode all = shape.object(value, place, Reason.INVALID_CONTEXT, ACTIVITIES);
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String inner = place + "." + entry.getKey();
      if (!entry.getValue().isArray()) {
        activities.context(entry.getValue(), inner);
        continue;
      }
      for (JsonNode activity : entry.getValue()) {
        activities.context(activity, inner);
      }
    }
  }

  private void contextActors(
      ObjectNode context,
      String list,
      String name,
      String type,
      Set<String> defined,
      String contextPlace) {
    JsonNode values = context.get(list);
    if (values == null) {
      return;
    }
    String place = contextPlace + "." + list;
    if (!values.isArray()) {
      throw new RuleViolation(Reason.INVALID_CONTEXT, place, "an array", values);
    }
    for (JsonNode value : values) {
      ObjectNode entry = shape.object(value, place, Reason.INVALID_CONTEXT, defined);
      if (!type.equals(entry.path("objectType").asText())) {
        throw new RuleViolation(
            Reason.INVALID_CONTEXT, place + ".objectType", type, entry.get("objectType"));
      }
      shape.required(entry, name, place);
      if (name.equals("group")) {
        actors.group(entry.get(name), place + ".group");
      } else {
        actors.agent(entry.get(name), place + ".agent");
      }
      relevantTypes(entry.get("relevantTypes"), place + ".relevantTypes");
    }
  }

  private static void relevantTypes(JsonNode types, String place) {
    if (types == null) {
      return;
    }
    if (!types.isArray() || types.isEmpty()) {
      throw new RuleViolation(Reason.INVALID_CONTEXT, place, "an array with entries", types);
    }
    for (JsonNode type : types) {
      if (!type.isTextual() || !Iris.isAbsolute(type.textValue())) {
        throw new RuleViolation(Reason.INVALID_IRI, place, "an absolute IRI", type);
      }
    }
  }
}
