package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Who the agents and groups of a valid statement are. */
final class ActorReader {
  private ActorReader() {}

  /** The identity of an agent or identified group; null for an anonymous group. */
  static ActorIdentity identity(JsonNode actor) {
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

  /** What stands for an actor in the canonical content: names are not part of who somebody is. */
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
