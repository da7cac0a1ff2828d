package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The rules for the pieces of a statement, one by one and without any tolerance. Whatever stands in
 * the rest of the statement, a piece that passes here passes in both modes, unchanged and without a
 * harmless fault. Only pieces whose rules do not depend on the rest are here.
 */
public final class PieceRules {
  private static final String PLACE = "piece";

  private final Shape shape = new Shape(FaultLog.strict());
  private final ActorRules actors = new ActorRules(shape);
  private final ActivityRules activities = new ActivityRules(shape);
  private final ResultRules results = new ResultRules(shape);

  /**
   * An agent or group, as actor or instructor.
   *
   * @throws RuleViolation if it is none
   */
  public void actor(JsonNode value) {
    actors.actor(value, PLACE);
  }

  /**
   * An authority.
   *
   * @throws RuleViolation if it is none
   */
  public void authority(JsonNode value) {
    actors.authority(value);
  }

  /**
   * A verb.
   *
   * @throws RuleViolation if it is none
   */
  public void verb(JsonNode value) {
    StatementRules.verb(shape, value, PLACE);
  }

  /**
   * An activity, as object or in the context: without tolerance the rules are the same.
   *
   * @throws RuleViolation if it is none
   */
  public void activity(JsonNode value) {
    activities.object(value, PLACE);
    activities.context(value, PLACE);
  }

  /**
   * Extensions.
   *
   * @throws RuleViolation if they are none
   */
  public void extensions(JsonNode value) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    holder.set("extensions", value);
    shape.extensions(holder, PLACE, Reason.WRONG_TYPE);
  }

  /**
   * A score.
   *
   * @throws RuleViolation if it is none
   */
  public void score(JsonNode value) {
    results.score(value, PLACE);
  }

  /** Whether the text is an absolute IRI, as keys of extensions must be. */
  public static boolean isIri(String text) {
    return Iris.isAbsolute(text);
  }

  /** Whether the text is a language tag. */
  public static boolean isLanguage(String text) {
    return LanguageTags.isTag(text);
  }
}
