package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;

/** The verb of a valid statement. */
final class VerbMention {
  private final String iri;
  private final String display;
  private final String meaning;
  private final byte[] content;

  /** What the directory knows of it: mentions are kept, and need not be looked up again. */
  Directory.Verb told;

  /**
   * @param meaning the action where the source tells it; null: the vocabularies know it or nobody
   */
  VerbMention(String iri, String display, String meaning) {
    this.iri = iri;
    this.display = display;
    this.meaning = meaning;
    this.content = CanonicalContent.textBytes(iri);
  }

  static VerbMention of(JsonNode node) {
    return new VerbMention(node.get("id").textValue(), Labels.choose(node.path("display")), null);
  }

  String iri() {
    return iri;
  }

  /** Its display text, or null. */
  String display() {
    return display;
  }

  /** The action that the source tells, or null. */
  String meaning() {
    return meaning;
  }

  /** Its id as part of the canonical content. */
  byte[] content() {
    return content;
  }
}
