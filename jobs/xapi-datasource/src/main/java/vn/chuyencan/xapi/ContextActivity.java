package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * An activity that a statement mentions: its object or one of its context activities.
 *
 * @param iri its id
 * @param typeIri its type as sent, or null
 * @param kind its kind by the vocabularies
 * @param group whether Open edX sends it as a {@code GroupActivity}
 * @param definition its definition, or a missing node
 */
record ContextActivity(
    String iri, String typeIri, String kind, boolean group, JsonNode definition) {

  static ContextActivity of(JsonNode node, Vocabulary vocabulary) {
    JsonNode definition = node.path("definition");
    String type = definition.path("type").asText(null);
    String kind = type == null ? null : vocabulary.kind(type);
    return new ContextActivity(
        node.get("id").textValue(),
        type,
        kind == null ? ActivityKind.OTHER : kind,
        node.path("objectType").asText().equals("GroupActivity"),
        definition);
  }

  /** Its name, or null. */
  String name() {
    return Labels.choose(definition.path("name"));
  }

  boolean is(String otherKind) {
    return kind.equals(otherKind);
  }
}
