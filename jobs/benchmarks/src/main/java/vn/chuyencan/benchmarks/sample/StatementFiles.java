package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chuyencan.benchmarks.sample.Trace.Shape;

/**
 * Puts the statements into files as three senders deliver them, with what goes wrong on the way.
 */
final class StatementFiles {
  private static final String LATE_LEARNER = "HV012";
  private static final String LATE_WEEK = "2026-W38";
  private static final String LATE_FILE = "2026-W40";
  private static final int OVERLAP = 60;

  private final List<Trace> traces;
  private final Course flipped;
  private final List<Person> learners;

  private StatementFiles(Story story) {
    this.traces = story.traces();
    this.flipped = story.institution().courses().get(0);
    this.learners = story.institution().learners();
  }

  /** File name below {@code statements} → lines without their line ends. */
  static Map<String, byte[]> of(Story story) {
    StatementFiles files = new StatementFiles(story);
    Map<String, byte[]> result = new TreeMap<>();
    files.logstore(result);
    files.video(result);
    files.lessons(result);
    return result;
  }

  private void logstore(Map<String, byte[]> files) {
    Map<String, List<ObjectNode>> byWeek = new TreeMap<>();
    for (Trace trace : of(Shape.LOGSTORE)) {
      String week = isoWeek(trace.at().atZone(Course.ZONE).toLocalDate());
      boolean late = week.equals(LATE_WEEK) && trace.person().id().equals(LATE_LEARNER);
      byWeek
          .computeIfAbsent(late ? LATE_FILE : week, absent -> new ArrayList<>())
          .add(trace.statement());
    }
    byWeek.get("2026-W39").add(unknownVerb());
    for (Map.Entry<String, List<ObjectNode>> week : byWeek.entrySet()) {
      boolean plain = week.getKey().equals("2026-W36");
      List<byte[]> lines = new ArrayList<>(lines(week.getValue()));
      if (week.getKey().equals("2026-W41")) {
        lines.addAll(Malformed.lines(week.getValue().get(0)));
      }
      files.put("logstore/" + week.getKey() + (plain ? ".ndjson" : ".ndjson.gz"), joined(lines));
    }
    files.put("logstore/2026-W39-gui-lai.ndjson.gz", joined(lines(resent(byWeek))));
  }

  /**
   * Moodle's plugin was asked to send again: the end of one week with other registrations, as its
   * historical resend does, and the beginning of the next exactly as before.
   */
  private static List<ObjectNode> resent(Map<String, List<ObjectNode>> byWeek) {
    List<ObjectNode> again = new ArrayList<>();
    List<ObjectNode> week = byWeek.get("2026-W39");
    for (ObjectNode statement : week.subList(week.size() - 5 * OVERLAP, week.size())) {
      ObjectNode copy = statement.deepCopy();
      ((ObjectNode) copy.get("context")).put("registration", Json.uuid("historical resend"));
      again.add(copy);
    }
    again.addAll(byWeek.get("2026-W40").subList(0, OVERLAP));
    return again;
  }

  /** A verb that no vocabulary knows, in the middle of a learner's visit. */
  private ObjectNode unknownVerb() {
    Trace model =
        of(Shape.LOGSTORE).stream()
            .filter(trace -> trace.person().id().equals("HV025"))
            .filter(trace -> trace.statement().at("/verb/id").asText().endsWith("/viewed"))
            .filter(
                trace -> isoWeek(trace.at().atZone(Course.ZONE).toLocalDate()).equals("2026-W39"))
            .skip(2)
            .findFirst()
            .orElseThrow();
    ObjectNode statement = model.statement().deepCopy();
    statement.put("timestamp", Json.instant(model.at().plusSeconds(1)));
    statement.set("verb", Json.verb("https://hvsp.example/verbs/highlighted", "Highlighted"));
    return statement;
  }

  private void video(Map<String, byte[]> files) {
    Instant secondDelivery = LocalDate.of(2026, 10, 1).atStartOfDay(Course.ZONE).toInstant();
    List<ObjectNode> september = new ArrayList<>();
    List<ObjectNode> later = new ArrayList<>();
    for (Trace trace : of(Shape.VIDEO)) {
      (trace.at().isBefore(secondDelivery) ? september : later).add(trace.statement());
    }
    List<ObjectNode> october = new ArrayList<>();
    // The second delivery begins before the first one ended, one statement with a later clock.
    List<ObjectNode> overlap = september.subList(september.size() - OVERLAP, september.size());
    overlap.forEach(statement -> october.add(statement.deepCopy()));
    ObjectNode shifted = october.get(0);
    shifted.put("timestamp", shifted.get("timestamp").asText().replace(".000Z", ".250Z"));
    october.addAll(later);
    Person first = learners.get(0);
    Trace mistaken =
        new Player(flipped)
            .trace(
                first,
                LocalDate.of(2026, 9, 16).atTime(3, 0).atZone(Course.ZONE).toInstant(),
                flipped.videos().get(1),
                Player.Act.PLAYED);
    october.add(mistaken.statement());
    october.add(conflicting(september));
    files.put("video/2026-09.ndjson.gz", joined(lines(september)));
    files.put("video/2026-10.json.gz", array(october));
    files.put("correction/2026-10.ndjson", joined(lines(List.of(voiding(mistaken)))));
  }

  /** The id of a statement that was there already, with another meaning. */
  private static ObjectNode conflicting(List<ObjectNode> earlier) {
    ObjectNode statement = earlier.get(earlier.size() / 2).deepCopy();
    statement.set("verb", Json.verb("http://adlnet.gov/expapi/verbs/interacted", "interacted"));
    return statement;
  }

  /** Declares a statement void; its file comes before the file of what it declares void. */
  private static ObjectNode voiding(Trace target) {
    String id = target.statement().get("id").asText();
    ObjectNode statement = Json.object().put("id", Json.uuid("voiding " + id));
    ObjectNode actor = Json.object().put("objectType", "Agent");
    actor
        .putObject("account")
        .put("homePage", Course.SITE)
        .put("name", Story.ADMINISTRATOR.account());
    statement.set("actor", actor);
    statement.set("verb", Json.verb("http://adlnet.gov/expapi/verbs/voided", "voided"));
    statement.putObject("object").put("objectType", "StatementRef").put("id", id);
    return statement.put("timestamp", Json.instant(target.at().plus(Duration.ofDays(1))));
  }

  private void lessons(Map<String, byte[]> files) {
    List<ObjectNode> statements = of(Shape.CMI5).stream().map(Trace::statement).toList();
    ObjectNode result = Json.object();
    result.set("statements", Json.array(statements));
    result.put("more", "");
    files.put(
        "cmi5/statements.json.gz", (Json.line(result) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<Trace> of(Shape shape) {
    return traces.stream().filter(trace -> trace.shape() == shape).toList();
  }

  private static String isoWeek(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static List<byte[]> lines(List<ObjectNode> statements) {
    return statements.stream()
        .map(statement -> Json.line(statement).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] array(List<ObjectNode> statements) {
    return statements.stream()
        .map(Json::line)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      bytes.writeBytes(line);
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
