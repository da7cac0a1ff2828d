package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The rules of xAPI 1.0.3 (xAPI-Data.md, "Data") and 2.0 for a statement that is sent to a record
 * store. What the lenient mode tolerates it repairs in the tree, so that all that follows may take
 * the statement for a valid one.
 */
public final class StatementRules {
  /** The verb of a statement that voids another (Data 2.3.2). */
  public static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

  private static final Set<String> STATEMENT =
      Set.of(
          "id",
          "actor",
          "verb",
          "object",
          "result",
          "context",
          "timestamp",
          "stored",
          "authority",
          "version",
          "attachments");
  private static final Set<String> SUB_STATEMENT =
      Set.of(
          "objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");
  private static final Set<String> VERB = Set.of("id", "display");

  private final Shape shape;
  private final ActorRules actors;
  private final ActivityRules activities;
  private final ResultRules results;
  private final ContextRules contexts;
  private final AttachmentRules attachments;
  private final XapiVersion unversioned;

  /**
   * @param faults takes the harmless faults and says whether they are tolerated
   * @param unversioned the rules for a statement that has no version
   */
  public StatementRules(FaultLog faults, XapiVersion unversioned) {
    this.shape = new Shape(faults);
    this.actors = new ActorRules(shape);
    this.activities = new ActivityRules(shape);
    this.results = new ResultRules(shape);
    this.contexts = new ContextRules(shape, actors, activities);
    this.attachments = new AttachmentRules(shape);
    this.unversioned = unversioned;
  }

  /**
   * Checks all but the timestamps of the statement itself, which depend on the source.
   *
   * @throws RuleViolation at the first broken rule
   */
  public void check(JsonNode value) {
    ObjectNode statement = shape.object(value, "statement", Reason.NOT_A_STATEMENT, STATEMENT);
    XapiVersion version = version(statement);
    shape.uuid(statement, "id", "statement");
    authority(statement);
    common(statement, "", version);
    object(statement.get("object"), version);
    voiding(statement);
  }

  private XapiVersion version(ObjectNode statement) {
    String version = shape.text(statement, "version", "statement", Reason.INVALID_VERSION);
    if (version == null) {
      return unversioned;
    }
    if (version.equals("1.0") || version.startsWith("1.0.")) {
      return XapiVersion.V1_0_3;
    }
    if (version.equals("2.0") || version.startsWith("2.0.")) {
      return XapiVersion.V2_0;
    }
    throw new RuleViolation(Reason.INVALID_VERSION, "version", "1.0.x or 2.0.x", version);
  }

  private void authority(ObjectNode statement) {
    if (!statement.has("authority")) {
      return;
    }
    try {
      actors.authority(statement.get("authority"));
    } catch (RuleViolation violation) {
      if (!shape.faults().tolerates(HarmlessFault.AUTHORITY_INVALID)) {
        throw violation;
      }
      statement.remove("authority");
    }
  }

  /** What statements and sub-statements have in common. */
  private void common(ObjectNode statement, String prefix, XapiVersion version) {
    String place = prefix.isEmpty() ? "statement" : prefix.substring(0, prefix.length() - 1);
    shape.required(statement, "actor", place);
    shape.required(statement, "verb", place);
    shape.required(statement, "object", place);
    actors.actor(statement.get("actor"), prefix + "actor");
    verb(shape, statement.get("verb"), prefix + "verb");
    if (statement.has("result")) {
      results.result(statement.get("result"), prefix + "result");
    }
    if (statement.has("context")) {
      contexts.context(
          statement.get("context"), statement.get("object"), prefix + "context", version);
    }
    if (statement.has("attachments")) {
      attachments.attachments(statement.get("attachments"));
    }
  }

  static void verb(Shape shape, JsonNode value, String place) {
    ObjectNode verb = shape.object(value, place, Reason.WRONG_TYPE, VERB);
    shape.required(verb, "id", place);
    shape.iri(verb, "id", place);
    shape.languageMap(verb, "display", place);
  }

  private void object(JsonNode object, XapiVersion version) {
    if ("SubStatement".equals(object.path("objectType").asText())) {
      ObjectNode sub = shape.object(object, "object", Reason.INVALID_OBJECT, SUB_STATEMENT);
      common(sub, "object.", version);
      plainObject(sub.get("object"), "object.object");
      String timestamp = shape.text(sub, "timestamp", "object", Reason.INVALID_TIMESTAMP);
      if (timestamp != null) {
        // Only its form matters, so any zone will do.
        Timestamps.micros(timestamp, "object.timestamp", java.time.ZoneOffset.UTC, shape.faults());
      }
      return;
    }
    plainObject(object, "object");
  }

  private void plainObject(JsonNode object, String place) {
    switch (object.path("objectType").asText("Activity")) {
      case "Agent" -> actors.agent(object, place);
      case "Group" -> actors.group(object, place);
      case "StatementRef" -> contexts.reference(object, place, Reason.INVALID_OBJECT);
      default -> activities.object(object, place);
    }
  }

  private static void voiding(ObjectNode statement) {
    if (VOIDED.equals(statement.path("verb").path("id").asText())
        && !"StatementRef".equals(statement.path("object").path("objectType").asText())) {
      throw new RuleViolation(
          Reason.INVALID_VOIDING, "A voiding statement's object is no StatementRef.");
    }
  }
}
