package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a statement says, without how and when it was sent: the content hash, and the identity of a
 * statement that has no id (xAPI Data 2.3.1, statement comparison).
 */
final class StatementContent {
  private static final long UUID_VERSION_5 = 5;

  /** Chosen once at random: another one would give every statement without an id a new id. */
  private static final byte[] NAMESPACE =
      ByteBuffer.allocate(16).putLong(0x6a1f0c52d3b75e0eL).putLong(0x9d4e2b7c81f35a06L).array();

  private final CanonicalContent content = new CanonicalContent();
  private final MessageDigest sha1 = Keys.digest("SHA-1");
  private final MessageDigest sha256 = Keys.sha256();

  /**
   * Fills in the content hash, and the event id when the statement has none.
   *
   * @param statement a valid statement
   * @param event name of the Moodle event, or null when logstore_xapi did not send it
   * @param target has its instant already
   */
  void describe(JsonNode statement, String event, StatementRecord target) {
    content.clear();
    if (event == null) {
      plain(statement);
    } else {
      moodle(statement, event);
    }
    int identified = content.length();
    if (event == null) {
      rest(statement);
    }
    content.update(sha256, content.length());
    target.contentHash = Keys.first64(sha256.digest());
    if (!statement.has("id")) {
      sha1.update(NAMESPACE);
      content.update(sha1, identified);
      content.clear();
      content.part("occurred").number(target.occurredAt);
      content.update(sha1, content.length());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
      target.eventIdHigh = (hash.getLong() & ~0xf000L) | (UUID_VERSION_5 << 12);
      target.eventIdLow = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    }
  }

  private void plain(JsonNode statement) {
    who(statement);
    object(statement.get("object"));
    JsonNode context = statement.path("context");
    contextIds(context);
    content.part("result").json(statement.get("result"));
    content.part("registration").text(lower(context.path("registration")));
    content.part("extensions").json(context.get("extensions"));
  }

  /** The registration is the batch's, and grades are those of the moment of sending. */
  private void moodle(JsonNode statement, String event) {
    who(statement);
    object(statement.get("object"));
    content.part("event").text(event);
    contextIds(statement.path("context"));
    JsonNode result = statement.path("result");
    content.part("completion").json(result.get("completion"));
    content.part("response").json(result.get("response"));
    content.part("duration").json(result.get("duration"));
    content.part("extensions").json(result.get("extensions"));
  }

  /** What is compared but is not needed to tell two acts apart. */
  private void rest(JsonNode statement) {
    JsonNode context = statement.path("context");
    content.part("revision").json(context.get("revision"));
    content.part("platform").json(context.get("platform"));
    content.part("language").json(context.get("language"));
    content.part("statement").text(lower(context.path("statement").path("id")));
    contextActors("contextAgents", "agent", context);
    contextActors("contextGroups", "group", context);
    List<String> attachments = new ArrayList<>();
    for (JsonNode attachment : statement.path("attachments")) {
      attachments.add(
          attachment.path("sha2").asText() + "|" + attachment.path("usageType").asText());
    }
    Collections.sort(attachments);
    content.part("attachments");
    attachments.forEach(content::text);
  }

  private void contextActors(String list, String name, JsonNode context) {
    content.part(list);
    for (JsonNode entry : context.path(list)) {
      content.text(ActorReader.canonical(entry.path(name)));
      content.json(entry.get("relevantTypes"));
    }
  }

  private void who(JsonNode statement) {
    content.part("actor").text(ActorReader.canonical(statement.get("actor")));
    content.part("verb").text(statement.get("verb").get("id").textValue());
  }

  private void object(JsonNode object) {
    content.part("object");
    switch (object.path("objectType").asText("Activity")) {
      case "Agent", "Group" -> content.part("person").text(ActorReader.canonical(object));
      case "StatementRef" -> content.part("reference").text(lower(object.get("id")));
      case "SubStatement" -> {
        content.part("statement");
        plain(object);
        content.json(object.get("timestamp"));
      }
      default -> content.part("activity").text(object.get("id").textValue());
    }
  }

  private void contextIds(JsonNode context) {
    Map<String, List<String>> ids = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : context.path("contextActivities").properties()) {
      List<String> list = new ArrayList<>();
      JsonNode value = entry.getValue();
      if (value.isArray()) {
        value.forEach(activity -> list.add(activity.path("id").asText()));
      } else {
        list.add(value.path("id").asText());
      }
      Collections.sort(list);
      ids.put(entry.getKey(), list);
    }
    content.part("activities");
    ids.forEach(
        (kind, list) -> {
          if (!list.isEmpty()) {
            content.part(kind);
            list.forEach(content::text);
          }
        });
    content.part("instructor");
    if (context.has("instructor")) {
      content.text(ActorReader.canonical(context.get("instructor")));
    }
    content.part("team");
    if (context.has("team")) {
      content.text(ActorReader.canonical(context.get("team")));
    }
  }

  private static String lower(JsonNode value) {
    return value.asText("").toLowerCase(Locale.ROOT);
  }
}
