package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** An activity that a statement mentions: its object or one of its context activities. */
final class ContextActivity {
  private static final String CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
  private final String iri;
  private final String typeIri;
  private final String kind;
  private final boolean group;
  private final String name;
  private final boolean longText;
  private final byte[] content;
  private final boolean cmi5;
  private final boolean ascii;

  /** What the directory knows of it: mentions are kept, and need not be looked up again. */
  Directory.Activity told;

  /** What was told last of it when that was found to be just what this mention says. */
  ActivityDescription agreed;

  /**
   * @param iri its id
   * @param typeIri its type as sent, or null
   * @param kind its kind by the vocabularies, or null when they do not know the type
   * @param group whether Open edX sends it as a {@code GroupActivity}
   * @param name its name, or null
   */
  ContextActivity(String iri, String typeIri, String kind, boolean group, String name) {
    this(iri, typeIri, kind, group, name, false);
  }

  private ContextActivity(
      String iri, String typeIri, String kind, boolean group, String name, boolean longText) {
    this.longText = longText;
    this.iri = iri;
    this.typeIri = typeIri;
    this.kind = kind == null ? ActivityKind.OTHER : kind;
    this.group = group;
    this.name = name;
    this.content = CanonicalContent.textBytes(iri);
    this.cmi5 = iri.equals(CMI5);
    this.ascii = iri.chars().allMatch(sign -> sign < 0x80);
  }

  static ContextActivity of(JsonNode node, Vocabulary vocabulary) {
    JsonNode definition = node.path("definition");
    String type = definition.path("type").asText(null);
    return new ContextActivity(
        node.get("id").textValue(),
        type,
        type == null ? null : vocabulary.kind(type),
        node.path("objectType").asText().equals("GroupActivity"),
        Labels.choose(definition.path("name")),
        definition.path("interactionType").asText().equals("long-fill-in"));
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

  /** Whether it is a question that asks for a text, which a person has to mark. */
  boolean isLongText() {
    return longText;
  }

  /**
   * Whether the other one has the same id. The bytes are compared first, for they are at hand where
   * the texts behind them would have to be fetched.
   */
  boolean isSame(ContextActivity other) {
    return this == other
        || (other != null && Arrays.equals(content, other.content) && iri.equals(other.iri));
  }

  /** Order of the ids as texts, which for ASCII is that of their bytes. */
  int compareIri(ContextActivity other) {
    if (!ascii || !other.ascii) {
      return iri.compareTo(other.iri);
    }
    int head = CanonicalContent.HEAD;
    return Arrays.compare(content, head, content.length, other.content, head, other.content.length);
  }

  /** Whether it is the category by which cmi5 is known. */
  boolean isCmi5() {
    return cmi5;
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
