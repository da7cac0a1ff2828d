package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** An activity that a statement mentions: its object or one of its context activities. */
final class ContextActivity {
  private final String iri;
  private final String typeIri;
  private final String kind;
  private final boolean group;
  private final String name;
  private final byte[] content;

  /** What the directory knows of it: mentions are kept, and need not be looked up again. */
  Directory.Activity told;

  /**
   * @param iri its id
   * @param typeIri its type as sent, or null
   * @param kind its kind by the vocabularies, or null when they do not know the type
   * @param group whether Open edX sends it as a {@code GroupActivity}
   * @param name its name, or null
   */
  ContextActivity(String iri, String typeIri, String kind, boolean group, String name) {
    this.iri = iri;
    this.typeIri = typeIri;
    this.kind = kind == null ? ActivityKind.OTHER : kind;
    this.group = group;
    this.name = name;
    this.content = CanonicalContent.textBytes(iri);
  }

  static ContextActivity of(JsonNode node, Vocabulary vocabulary) {
    JsonNode definition = node.path("definition");
    String type = definition.path("type").asText(null);
    return new ContextActivity(
        node.get("id").textValue(),
        type,
        type == null ? null : vocabulary.kind(type),
        node.path("objectType").asText().equals("GroupActivity"),
        Labels.choose(definition.path("name")));
  }

  String iri() {
    return iri;
  }

  String typeIri() {
    return typeIri;
  }

  String kind() {
    return kind;
  }

  boolean is(String otherKind) {
    return kind.equals(otherKind);
  }

  /** Whether Open edX sends it as a {@code GroupActivity}. */
  boolean group() {
    return group;
  }

  String name() {
    return name;
  }

  /** Its id as part of the canonical content. */
  byte[] content() {
    return content;
  }
}
