package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.report.PublishedRow;

/** The page of a course run's learners, each with weeks, criteria and what is still possible. */
final class LearnersPage {
  /** What is the same of many learners. */
  private static final List<String> KIND =
      List.of("certificate", "criterion_id", "parent_criterion_id", "unit", "threshold");

  private static final List<String> RESULT = List.of("status", "review_reason");
  private static final List<String> CRITERION_NUMBERS =
      List.of("value", "margin", "value_low", "value_high");
  private static final List<String> NEAREST =
      List.of("criterion_id", "distance", "unit", "item", "possible", "until");

  private final SiteRequest request;
  private final CourseData data;
  private final SiteRequest.CourseThings things;

  LearnersPage(SiteRequest request, String courseId, CourseData data) {
    this.request = request;
    this.data = data;
    this.things = request.things(courseId);
  }

  ObjectNode json(PublishedRow run, String coursePage) {
    ObjectNode json = SiteJson.object();
    json.set("run", CourseRunJson.of(run));
    json.put("coursePage", coursePage);
    json.put("eachWeek", data.accessesEachWeek());
    ArrayNode weeks = json.putArray("weeks");
    for (CourseData.Week week : data.weeks()) {
      weeks
          .addObject()
          .put("n", week.number())
          .put("first", week.firstDay())
          .put("last", week.lastDay());
    }
    if (!data.weeks().isEmpty()) {
      json.set("offsets", offsets(ZoneId.of(run.text("zone"))));
    }
    List<String> ids = new ArrayList<>(data.learners().keySet());
    ArrayNode learners = json.putArray("learners");
    for (String id : ids) {
      learners.add(learner(id));
    }
    json.set("decisions", decisions());
    json.set("criteria", criteria(ids));
    json.set("exercises", exercises(ids));
    json.set("attendance", attendance());
    json.set("cases", cases());
    return json;
  }

  private ArrayNode offsets(ZoneId zone) {
    List<CourseData.Week> weeks = data.weeks();
    return SessionTimes.offsets(
        zone,
        LocalDate.parse(weeks.get(0).firstDay()),
        LocalDate.parse(weeks.get(weeks.size() - 1).lastDay()));
  }

  private ObjectNode learner(String id) {
    CourseData.Measured measured = data.learners().get(id);
    ObjectNode learner = SiteJson.object().put("id", id);
    learner.put("name", request.names().getOrDefault(id, ""));
    learner.put("group", measured.group()).put("left", measured.left());
    learner.put("sessions", measured.sessions()).put("days", measured.activeDays());
    learner.put("posts", measured.posts());
    ArrayNode minutes = learner.putArray("minutes");
    measured.minutes().forEach(value -> minutes.add(SiteJson.number(value)));
    ArrayNode weeks = learner.putArray("weeks");
    Map<Integer, CourseData.WeekOfLearner> byWeek = data.weeksOf(id);
    for (CourseData.Week week : data.weeks()) {
      CourseData.WeekOfLearner cell = byWeek.get(week.number());
      weeks
          .addArray()
          .add(cell == null ? 0 : cell.sessions())
          .add(cell == null ? SiteJson.number(BigDecimal.ZERO) : SiteJson.number(cell.minutes()))
          .add(cell == null ? 0 : cell.posts());
    }
    learner.put("times", times(byWeek));
    ArrayNode days = learner.putArray("active");
    data.daysOf(id).forEach(day -> days.add(LocalDate.parse(day).toEpochDay()));
    return learner;
  }

  /** When the sessions of all weeks were; null where that is not known. */
  private static String times(Map<Integer, CourseData.WeekOfLearner> weeks) {
    SessionTimes times = new SessionTimes();
    for (CourseData.WeekOfLearner week : weeks.values()) {
      if (week.sessionTimes().isEmpty()) {
        return null;
      }
      times.add(week.sessionTimes());
    }
    return times.text();
  }

  /** Short, for of five thousand learners there are fifteen thousand. */
  private ArrayNode decisions() {
    ArrayNode decisions = SiteJson.list();
    for (PublishedRow row : data.decisions()) {
      ArrayNode nearest = SiteJson.list();
      for (JsonNode step : row.parts("nearest")) {
        ArrayNode one = nearest.addArray();
        NEAREST.forEach(part -> one.add(step.path(part)));
      }
      ArrayNode supply = SiteJson.list();
      row.parts("to_supply").forEach(part -> supply.add(part.path("input")));
      decisions
          .addArray()
          .add(row.text("learner_id"))
          .add(row.text("certificate"))
          .add(row.text("status"))
          .add(row.text("standing_status"))
          .add(row.text("policy_id"))
          .add(row.is("final") ? 1 : 0)
          .add(row.count("open_cases"))
          .add(nearest)
          .add(supply);
    }
    return decisions;
  }

  /**
   * In columns, and what is the same of many learners once: of five thousand learners there are a
   * hundred thousand.
   */
  private ObjectNode criteria(List<String> ids) {
    ObjectNode json = SiteJson.object();
    SiteJson.Dictionary kinds = new SiteJson.Dictionary();
    SiteJson.Dictionary words = new SiteJson.Dictionary();
    ArrayNode learners = json.putArray("learner");
    ArrayNode kind = json.putArray("kind");
    ArrayNode result = json.putArray("result");
    CRITERION_NUMBERS.forEach(json::putArray);
    Map<String, Integer> places = new HashMap<>();
    ids.forEach(id -> places.put(id, places.size()));
    for (PublishedRow row : data.criteria()) {
      learners.add(places.getOrDefault(row.text("learner_id"), -1));
      kind.add(kinds.number(joined(row, KIND)));
      result.add(
          words.number(
              joined(row, RESULT) + "\t" + String.join(", ", row.texts("missing_inputs"))));
      CRITERION_NUMBERS.forEach(
          column -> ((ArrayNode) json.get(column)).add(SiteJson.number(row.number(column))));
    }
    json.set("kinds", kinds.texts());
    json.set("results", words.texts());
    return json;
  }

  private static String joined(PublishedRow row, List<String> columns) {
    return columns.stream().map(row::text).collect(Collectors.joining("\t"));
  }

  private ObjectNode exercises(List<String> ids) {
    ObjectNode json = SiteJson.object();
    Set<String> exercises = new LinkedHashSet<>(things.exercises());
    exercises.addAll(data.exercises());
    ArrayNode list = json.putArray("list");
    exercises.forEach(
        id ->
            list.addObject().put("id", id).put("title", things.activities().getOrDefault(id, "")));
    ArrayNode marks = json.putArray("marks");
    for (String id : ids) {
      ArrayNode row = marks.addArray();
      exercises.forEach(
          exercise -> {
            if (data.completed(id, exercise) && data.mark(id, exercise) == null) {
              row.add("pending");
            } else {
              row.add(SiteJson.number(data.mark(id, exercise)));
            }
          });
    }
    return json;
  }

  private ObjectNode attendance() {
    ObjectNode json = SiteJson.object();
    SiteJson.Dictionary sessions = new SiteJson.Dictionary();
    SiteJson.Dictionary words = new SiteJson.Dictionary();
    ObjectNode marks = json.putObject("marks");
    for (PublishedRow row : data.attendance()) {
      String corrected = row.text("corrected_status");
      String session = row.text("session_id");
      String title = things.sessions().getOrDefault(session, "");
      marks
          .withArray("/" + row.text("learner_id").replace("~", "~0").replace("/", "~1"))
          .add(sessions.number(session + "\t" + title + "\t" + row.text("starts_at")))
          .add(words.number(corrected.isEmpty() ? row.text("status") : corrected));
    }
    json.set("sessions", sessions.texts());
    json.set("words", words.texts());
    return json;
  }

  private ArrayNode cases() {
    ArrayNode list = SiteJson.list();
    for (PublishedRow row : data.cases()) {
      ObjectNode json = list.addObject();
      for (String column :
          List.of(
              "case_id",
              "learner_id",
              "certificate",
              "criterion_id",
              "reason_code",
              "state",
              "outcome",
              "decided_by",
              "decided_on",
              "note")) {
        json.put(column, row.text(column));
      }
    }
    return list;
  }
}
