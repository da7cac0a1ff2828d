package vn.chuyencan.xapi.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What verbs and activity types mean, read from the data files that are kept in {@code
 * schemas/vocabulary} and travel in the jar. Immutable.
 */
public final class Vocabulary {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> actions;
  private final Map<String, String> kinds;
  private final Map<String, EventRule> events;

  private Vocabulary(
      Map<String, String> actions, Map<String, String> kinds, Map<String, EventRule> events) {
    this.actions = Map.copyOf(actions);
    this.kinds = Map.copyOf(kinds);
    this.events = Map.copyOf(events);
  }

  /** When an event rule applies. */
  public enum Condition {
    /** To every statement of the event. */
    ALWAYS,
    /** When the statement names an instructor who is not the actor. */
    INSTRUCTOR_DIFFERS
  }

  /**
   * What the name of a Moodle event says beyond verb and type.
   *
   * @param origin the record's origin
   * @param when when that origin applies; otherwise it is {@link Origin#STATEMENT}
   * @param actions the actions by verb that mean another one in this event, and which
   */
  public record EventRule(String origin, Condition when, Map<String, String> actions) {

    /** The action of a record whose verb means the given one. */
    public String action(String byVerb) {
      return actions.getOrDefault(byVerb, byVerb);
    }
  }

  /**
   * The vocabularies of this jar.
   *
   * @throws IllegalStateException if a file is missing, gives an IRI two meanings, or uses a value
   *     that is not in the closed lists
   */
  public static Vocabulary bundled() {
    return Holder.BUNDLED;
  }

  /** The action of a verb, or null when no vocabulary has it. */
  public String action(String verbIri) {
    return actions.get(verbIri);
  }

  /** The kind of an activity type, or null when no vocabulary has it. */
  public String kind(String typeIri) {
    return kinds.get(typeIri);
  }

  /** The rule for a Moodle event name such as {@code \core\event\\user_created}, or null. */
  public EventRule event(String name) {
    return events.get(name);
  }

  /**
   * What it says, as one short text: SHA-256, shortened, of what verbs and types mean and, after a
   * stroke, of the rules for events. The same content has the same text, however it is laid out.
   */
  public String fingerprint() {
    return digest(new TreeMap<>(actions) + "\n" + new TreeMap<>(kinds))
        + "/"
        + digest(
            new TreeMap<>(events)
                .entrySet().stream()
                    .map(
                        rule ->
                            rule.getKey()
                                + " "
                                + rule.getValue().origin()
                                + " "
                                + rule.getValue().when()
                                + " "
                                + new TreeMap<>(rule.getValue().actions()))
                    .collect(Collectors.joining("\n")));
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static final class Holder {
    static final Vocabulary BUNDLED = load();
  }

  private static Vocabulary load() {
    JsonNode index = read("index.json");
    Map<String, String> actions = new HashMap<>();
    for (JsonNode file : index.path("verbs")) {
      add(file.asText(), "verbs", Action.ALL, actions);
    }
    Map<String, String> kinds = new HashMap<>();
    for (JsonNode file : index.path("types")) {
      add(file.asText(), "types", ActivityKind.ALL, kinds);
    }
    Map<String, EventRule> events = new HashMap<>();
    String file = index.path("events").asText();
    for (Map.Entry<String, JsonNode> entry : read(file).path("events").properties()) {
      JsonNode rule = entry.getValue();
      String origin = known(rule.path("origin").asText(Origin.STATEMENT), Origin.ALL, file);
      Map<String, String> meanings = new HashMap<>();
      for (Map.Entry<String, JsonNode> meaning : rule.path("actions").properties()) {
        meanings.put(
            known(meaning.getKey(), Action.ALL, file),
            known(meaning.getValue().asText(), Action.ALL, file));
      }
      boolean differs = rule.path("when").asText().equals("instructor_differs");
      events.put(
          entry.getKey(),
          new EventRule(
              origin,
              differs ? Condition.INSTRUCTOR_DIFFERS : Condition.ALWAYS,
              Map.copyOf(meanings)));
    }
    return new Vocabulary(actions, kinds, events);
  }

  private static void add(
      String file, String property, Set<String> closed, Map<String, String> target) {
    for (Map.Entry<String, JsonNode> entry : read(file).path(property).properties()) {
      String meaning = known(entry.getValue().asText(), closed, file);
      String before = target.putIfAbsent(entry.getKey(), meaning);
      if (before != null && !before.equals(meaning)) {
        throw new IllegalStateException(
            file + " gives " + entry.getKey() + " the meaning " + meaning + ", another " + before);
      }
    }
  }

  private static String known(String value, Set<String> closed, String file) {
    if (!closed.contains(value)) {
      throw new IllegalStateException(file + " uses " + value + ", which is in no closed list.");
    }
    return value.intern();
  }

  private static JsonNode read(String file) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The jar has no vocabulary " + file + ".");
      }
      return JSON.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException("The vocabulary " + file + " cannot be read.", broken);
    }
  }
}
