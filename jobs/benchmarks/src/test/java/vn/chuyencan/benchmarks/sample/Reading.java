package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second, plain reading of the generated files that shares no code with the generator nor with
 * the pipeline: whole statements in memory, identifiers joined by the register, sessions by
 * sorting.
 */
final class Reading {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String INFO = "http://lrs.learninglocker.net/define/extensions/info";

  /** Acts of others upon the learner, and of the cron job. */
  private static final Set<String> NOT_THE_LEARNERS =
      Set.of(
          "\\core\\event\\user_enrolment_created",
          "\\mod_assign\\event\\submission_graded",
          "\\mod_quiz\\event\\attempt_abandoned");

  private final Map<String, String> learnerOf = new HashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private int records;
  private int unreadable;
  private int duplicates;
  private int conflicts;
  private int voided;

  /** One counted act of a person known to the registers, or of nobody known. */
  record Act(String learner, String course, Instant at, String event, JsonNode statement) {
    LocalDate day() {
      return at.atZone(Course.ZONE).toLocalDate();
    }
  }

  Reading(Map<String, byte[]> files) throws IOException {
    String[] rows = text(files.get("registers/identity.csv")).split("\n", -1);
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      if (cells.length == 4) {
        learnerOf.put(cells[1] + " " + cells[2] + " " + cells[3], cells[0]);
      }
    }
    List<JsonNode> statements = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("statements/")) {
        statements.addAll(statements(file.getKey(), file.getValue()));
      }
    }
    keep(statements);
  }

  private List<JsonNode> statements(String path, byte[] bytes) throws IOException {
    List<JsonNode> statements = new ArrayList<>();
    if (path.endsWith(".json.gz")) {
      JsonNode root = JSON.readTree(bytes);
      (root.isArray() ? root : root.get("statements")).forEach(statements::add);
      records += statements.size();
      return statements;
    }
    int start = 0;
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == '\n') {
        records++;
        try {
          String line =
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(ByteBuffer.wrap(bytes, start, index - start))
                  .toString();
          statements.add(JSON.readTree(line));
        } catch (CharacterCodingException | JsonProcessingException broken) {
          unreadable++;
        }
        start = index + 1;
      }
    }
    return statements;
  }

  private void keep(List<JsonNode> statements) {
    Set<String> targets = new HashSet<>();
    for (JsonNode statement : statements) {
      if (verb(statement).endsWith("/voided")) {
        targets.add(statement.at("/object/id").asText());
      }
    }
    Map<String, JsonNode> seen = new HashMap<>();
    for (JsonNode statement : statements) {
      boolean valid =
          statement.get("actor").size() > (statement.get("actor").has("name") ? 1 : 0)
              && !statement.get("timestamp").asText().startsWith("2099");
      if (!valid) {
        unreadable++;
        continue;
      }
      JsonNode before = seen.putIfAbsent(identity(statement), statement);
      if (before != null) {
        if (verb(before).equals(verb(statement))) {
          duplicates++;
        } else {
          conflicts++;
        }
      } else if (targets.contains(statement.path("id").asText())) {
        voided++;
      } else if (!verb(statement).endsWith("/voided")
          && !NOT_THE_LEARNERS.contains(event(statement))) {
        acts.add(
            new Act(
                learner(statement.get("actor")),
                course(statement),
                Instant.parse(statement.get("timestamp").asText()),
                event(statement),
                statement));
      }
    }
  }

  private static String identity(JsonNode statement) {
    return statement.has("id")
        ? statement.get("id").asText()
        : String.join(
            " ",
            statement.at("/actor/account/name").asText(),
            verb(statement),
            statement.at("/object/id").asText(),
            statement.get("timestamp").asText(),
            event(statement));
  }

  private String learner(JsonNode actor) {
    for (String kind : List.of("mbox", "mbox_sha1sum", "openid")) {
      if (actor.has(kind)) {
        return learnerOf.get(kind + "  " + actor.get(kind).asText());
      }
    }
    JsonNode account = actor.get("account");
    return learnerOf.get(
        "account " + account.get("homePage").asText() + " " + account.get("name").asText());
  }

  private static String course(JsonNode statement) {
    JsonNode activities = statement.at("/context/contextActivities");
    List<JsonNode> candidates = new ArrayList<>(List.of(statement.get("object")));
    activities.forEach(some -> some.forEach(candidates::add));
    return candidates.stream()
        .filter(activity -> activity.at("/definition/type").asText().endsWith("/course"))
        .map(activity -> activity.get("id").asText())
        .findFirst()
        .orElse("");
  }

  private static String verb(JsonNode statement) {
    return statement.at("/verb/id").asText();
  }

  static String event(JsonNode statement) {
    return statement.path("context").path("extensions").path(INFO).path("event_name").asText();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  List<Act> acts() {
    return acts;
  }

  List<Act> acts(String learner, String course) {
    return acts.stream()
        .filter(act -> learner.equals(act.learner()) && act.course().equals(course))
        .toList();
  }

  /** First instants of the sessions, and their total length, at a gap. */
  static Sessions sessions(List<Act> acts, Duration gap) {
    List<Instant> starts = new ArrayList<>();
    Duration total = Duration.ZERO;
    Instant last = null;
    for (Instant at : acts.stream().map(Act::at).sorted().toList()) {
      if (last == null || Duration.between(last, at).compareTo(gap) > 0) {
        starts.add(at);
      } else {
        total = total.plus(Duration.between(last, at));
      }
      last = at;
    }
    return new Sessions(starts, total);
  }

  record Sessions(List<Instant> starts, Duration total) {}

  int records() {
    return records;
  }

  int unreadable() {
    return unreadable;
  }

  int duplicates() {
    return duplicates;
  }

  int conflicts() {
    return conflicts;
  }

  int voided() {
    return voided;
  }
}
