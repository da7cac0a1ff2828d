package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.xapi.rules.Uuids;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** Takes valid statements apart that were read into a tree. */
final class TreeParts {
  private final Vocabulary vocabulary;

  TreeParts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** All but the instants, which the caller sets. */
  void read(JsonNode statement, StatementParts parts) {
    if (statement.has("id")) {
      String id = statement.get("id").textValue();
      parts.hasId = true;
      parts.idHigh = Uuids.high(id);
      parts.idLow = Uuids.low(id);
    }
    parts.actor = ActorMention.of(statement.get("actor"));
    parts.verb = VerbMention.of(statement.get("verb"));
    object(statement.get("object"), parts);
    context(statement.path("context"), parts);
    parts.result.read(statement.path("result"));
    rareParts(statement, parts);
  }

  private void object(JsonNode object, StatementParts parts) {
    switch (object.path("objectType").asText("Activity")) {
      case "Agent", "Group" -> {
        parts.person = ActorMention.of(object);
        parts.object.part("person").copy(parts.person.content());
      }
      case "StatementRef" -> {
        parts.reference = object.get("id").textValue();
        parts.object.part("reference").text(lower(object.get("id")));
      }
      case "SubStatement" -> {
        StatementParts inner = new StatementParts();
        inner.clear();
        read(object, inner);
        parts.object.part("statement");
        StatementContent.plain(inner, parts.object);
        parts.object.json(object.get("timestamp"));
      }
      default -> {
        parts.activity = ContextActivity.of(object, vocabulary);
        parts.object.part("activity").copy(parts.activity.content());
      }
    }
  }

  private void context(JsonNode context, StatementParts parts) {
    parts.activities = ContextActivities.of(context, vocabulary);
    if (context.has("instructor")) {
      parts.instructor = ActorMention.of(context.get("instructor"));
    }
    if (context.has("team")) {
      parts.team = ActorMention.of(context.get("team"));
    }
    parts.extensions = Extensions.of(context.get("extensions"));
    if (context.has("registration")) {
      parts.hasRegistration = true;
      byte[] registration = lower(context.get("registration")).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(registration, 0, parts.registration, 0, StatementParts.UUID_LENGTH);
    }
    parts.revision = json(context.get("revision"));
    parts.platform = json(context.get("platform"));
    parts.language = json(context.get("language"));
  }

  private static byte[] json(JsonNode value) {
    return value == null ? StatementParts.NOTHING : CanonicalContent.jsonBytes(value);
  }

  private static void rareParts(JsonNode statement, StatementParts parts) {
    JsonNode context = statement.path("context");
    if (!context.has("statement")
        && !context.has("contextAgents")
        && !context.has("contextGroups")
        && !statement.has("attachments")) {
      return;
    }
    CanonicalContent content = new CanonicalContent();
    content.part("statement").text(lower(context.path("statement").path("id")));
    contextActors("contextAgents", "agent", context, content);
    contextActors("contextGroups", "group", context, content);
    List<String> attachments = new ArrayList<>();
    for (JsonNode attachment : statement.path("attachments")) {
      attachments.add(
          attachment.path("sha2").asText() + "|" + attachment.path("usageType").asText());
    }
    Collections.sort(attachments);
    content.part("attachments");
    attachments.forEach(content::text);
    parts.rareParts = content.toBytes();
  }

  private static void contextActors(
      String list, String name, JsonNode context, CanonicalContent content) {
    content.part(list);
    for (JsonNode entry : context.path(list)) {
      content.text(ActorMention.canonical(entry.path(name)));
      content.json(entry.get("relevantTypes"));
    }
  }

  private static String lower(JsonNode value) {
    return value.asText("").toLowerCase(Locale.ROOT);
  }
}
