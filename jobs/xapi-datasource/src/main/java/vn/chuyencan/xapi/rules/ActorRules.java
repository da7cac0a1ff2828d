package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Agents, groups and accounts (Data 2.4.2). */
final class ActorRules {
  private static final List<String> IDENTIFIERS =
      List.of("mbox", "mbox_sha1sum", "openid", "account");
  private static final Set<String> AGENT =
      Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
  private static final Set<String> GROUP =
      Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member");
  private static final Set<String> ACCOUNT = Set.of("homePage", "name");
  private static final int SHA1_DIGITS = 40;

  private final Shape shape;

  ActorRules(Shape shape) {
    this.shape = shape;
  }

  /** An agent or a group. */
  void actor(JsonNode value, String place) {
    String type = type(value);
    if (type == null || type.equals("Agent")) {
      agent(value, place);
    } else if (type.equals("Group")) {
      group(value, place);
    } else {
      throw new RuleViolation(Reason.INVALID_ACTOR, place + ".objectType", "Agent or Group", type);
    }
  }

  /** A group, identified or anonymous. */
  void group(JsonNode value, String place) {
    ObjectNode group = shape.object(value, place, Reason.INVALID_ACTOR, GROUP);
    if (!"Group".equals(type(group))) {
      throw new RuleViolation(
          Reason.INVALID_ACTOR, place + ".objectType", "Group", group.get("objectType"));
    }
    shape.text(group, "name", place, Reason.INVALID_ACTOR);
    int identifiers = identifiers(group, place);
    JsonNode members = group.get("member");
    if (members == null) {
      if (identifiers == 0) {
        throw new RuleViolation(
            Reason.INVALID_ACTOR, place + " is a group with neither identifier nor member.");
      }
      return;
    }
    if (!members.isArray()) {
      throw new RuleViolation(Reason.INVALID_ACTOR, place + ".member", "an array", members);
    }
    for (JsonNode member : members) {
      agent(member, place + ".member");
    }
  }

  /** An authority: an agent, or an anonymous group of exactly two members (Data 2.4.9). */
  void authority(JsonNode value) {
    actor(value, "authority");
    if ("Group".equals(type(value))) {
      boolean identified = IDENTIFIERS.stream().anyMatch(value::has);
      if (identified || value.path("member").size() != 2) {
        throw new RuleViolation(
            Reason.INVALID_AUTHORITY,
            "authority is a group, but no anonymous one with two members.");
      }
    }
  }

  /** An agent with exactly one identifier. */
  void agent(JsonNode value, String place) {
    ObjectNode agent = shape.object(value, place, Reason.INVALID_ACTOR, AGENT);
    String type = shape.text(agent, "objectType", place, Reason.INVALID_ACTOR);
    if (type != null && !type.equals("Agent")) {
      throw new RuleViolation(Reason.INVALID_ACTOR, place + ".objectType", "Agent", type);
    }
    shape.text(agent, "name", place, Reason.INVALID_ACTOR);
    if (identifiers(agent, place) == 0) {
      throw new RuleViolation(
          Reason.INVALID_ACTOR, place + " has no mbox, mbox_sha1sum, openid or account.");
    }
  }

  private static String type(JsonNode value) {
    JsonNode type = value.get("objectType");
    return type == null || type.isNull() ? null : type.asText();
  }

  private int identifiers(ObjectNode actor, String place) {
    int count = 0;
    for (String name : IDENTIFIERS) {
      if (actor.has(name)) {
        count++;
        identifier(actor, name, place);
      }
    }
    if (count > 1) {
      throw new RuleViolation(Reason.INVALID_ACTOR, place + " has more than one identifier.");
    }
    return count;
  }

  /** Half a surrogate pair is written down as another sign, and then is another person. */
  private static void requireWhole(String identifier, String place) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(identifier)) {
      throw new RuleViolation(
          Reason.INVALID_ACTOR, place + " has half a surrogate pair, which is no character.");
    }
  }

  private void identifier(ObjectNode actor, String name, String place) {
    switch (name) {
      case "mbox" -> mail(actor, place);
      case "mbox_sha1sum" -> hash(actor, place);
      case "openid" -> {
        shape.iri(actor, "openid", place);
        requireWhole(actor.get("openid").textValue(), place + ".openid");
      }
      case "account" -> account(actor, place);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void mail(ObjectNode actor, String place) {
    String mail = shape.text(actor, "mbox", place, Reason.INVALID_ACTOR);
    requireWhole(mail, place + ".mbox");
    if (Iris.isMail(mail)) {
      return;
    }
    if (Iris.isAddress(mail) && shape.faults().tolerates(HarmlessFault.MBOX_WITHOUT_MAILTO)) {
      actor.put("mbox", "mailto:" + mail);
      return;
    }
    throw new RuleViolation(Reason.INVALID_ACTOR, place + ".mbox", "mailto: and an address", mail);
  }

  private void hash(ObjectNode actor, String place) {
    String hash = shape.text(actor, "mbox_sha1sum", place, Reason.INVALID_ACTOR);
    boolean valid = hash.length() == SHA1_DIGITS;
    for (int i = 0; valid && i < hash.length(); i++) {
      valid = Uuids.digit(hash.charAt(i)) >= 0;
    }
    if (!valid) {
      throw new RuleViolation(
          Reason.INVALID_ACTOR, place + ".mbox_sha1sum", "40 hexadecimal digits", hash);
    }
  }

  private void account(ObjectNode actor, String place) {
    String inner = place + ".account";
    ObjectNode account = shape.object(actor.get("account"), inner, Reason.INVALID_ACTOR, ACCOUNT);
    shape.required(account, "homePage", inner);
    shape.required(account, "name", inner);
    shape.iri(account, "homePage", inner);
    JsonNode name = account.get("name");
    if (name.isIntegralNumber() && shape.faults().tolerates(HarmlessFault.ACCOUNT_NAME_NUMBER)) {
      account.put("name", name.asText());
    }
    // An empty name would make one person of everybody whose name was lost.
    String text = shape.text(account, "name", inner, Reason.INVALID_ACTOR);
    if (text.isEmpty()) {
      throw new RuleViolation(Reason.INVALID_ACTOR, inner + ".name is empty.");
    }
    requireWhole(text, inner + ".name");
    requireWhole(account.get("homePage").textValue(), inner + ".homePage");
  }
}
