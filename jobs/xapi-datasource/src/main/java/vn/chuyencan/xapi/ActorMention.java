package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** An agent or group that a valid statement mentions. */
final class ActorMention {
  private final ActorIdentity identity;
  private final String name;
  private final String canonical;
  private final byte[] content;

  /** Somebody who must not be known. */
  static final ActorMention NOBODY = new ActorMention(null, null, "");

  /** What the directory knows of it: mentions are kept, and need not be looked up again. */
  Directory.Actor told;

  /** Somebody with an identifier. */
  ActorMention(ActorIdentity identity) {
    this(identity, identity.name(), identity.canonical());
  }

  private ActorMention(ActorIdentity identity, String name, String canonical) {
    this.identity = identity;
    this.name = name;
    this.canonical = canonical;
    this.content = CanonicalContent.textBytes(canonical);
  }

  static ActorMention of(JsonNode actor) {
    return new ActorMention(identity(actor), actor.path("name").asText(null), canonical(actor));
  }

  /** Who it is; null for a group without an identifier. */
  ActorIdentity identity() {
    return identity;
  }

  /** Its display name, or null. */
  String name() {
    return name;
  }

  /**
   * What stands for it in the canonical content: names are not part of who somebody is. Where there
   * is an identity, it is {@link ActorIdentity#canonical}.
   */
  String canonical() {
    return canonical;
  }

  /** The canonical text as part of the canonical content. */
  byte[] content() {
    return content;
  }

  /** The identity of an agent or identified group; null for an anonymous group. */
  private static ActorIdentity identity(JsonNode actor) {
    String name = actor.path("name").asText(null);
    JsonNode account = actor.get("account");
    if (account != null) {
      return new ActorIdentity(
          "account", account.get("homePage").textValue(), account.get("name").textValue(), name);
    }
    JsonNode mail = actor.get("mbox");
    if (mail != null) {
      return new ActorIdentity("mbox", null, mail.textValue(), name);
    }
    JsonNode hash = actor.get("mbox_sha1sum");
    if (hash != null) {
      return new ActorIdentity(
          "mbox_sha1sum", null, hash.textValue().toLowerCase(Locale.ROOT), name);
    }
    JsonNode openid = actor.get("openid");
    return openid == null ? null : new ActorIdentity("openid", null, openid.textValue(), name);
  }

  /** See {@link #canonical()}. */
  static String canonical(JsonNode actor) {
    ActorIdentity identity = identity(actor);
    if (identity != null) {
      return identity.canonical();
    }
    List<String> members = new ArrayList<>();
    for (JsonNode member : actor.path("member")) {
      members.add(canonical(member));
    }
    Collections.sort(members);
    return "group|" + String.join("|", members);
  }
}
