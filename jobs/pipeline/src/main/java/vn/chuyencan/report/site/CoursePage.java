package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.PublishedRow;

/** The page of a course run: who came when, how long, what was done, who is entitled. */
final class CoursePage {
  private static final int READINGS = 3;
  private static final BigDecimal PASS = BigDecimal.valueOf(50);

  private final SiteRequest request;
  private final Suppression suppression;
  private final CourseData data;
  private final SiteRequest.CourseThings things;

  CoursePage(SiteRequest request, String courseId, CourseData data) {
    this.request = request;
    this.suppression = Suppression.of(request.audience());
    this.data = data;
    this.things = request.things(courseId);
  }

  /**
   * The data of the page.
   *
   * @param run the row of the course run
   * @param learnersFile the page of its learners; empty where there is none
   */
  ObjectNode json(PublishedRow run, String learnersFile) {
    ObjectNode json = SiteJson.object();
    json.set("run", CourseRunJson.of(run));
    json.put("learnersPage", learnersFile);
    json.set("weeks", weeks());
    json.put("eachWeek", data.accessesEachWeek());
    json.set("heat", heat());
    json.set("minutes", minutes());
    json.set("forums", forums());
    json.set("exercises", exercises());
    json.set("attendance", attendance());
    json.set("funnels", funnels());
    return json;
  }

  private ArrayNode weeks() {
    ArrayNode weeks = SiteJson.list();
    for (CourseData.Week week : data.weeks()) {
      weeks
          .addObject()
          .put("n", week.number())
          .put("first", week.firstDay())
          .put("last", week.lastDay());
    }
    return weeks;
  }

  /** Accesses of each learner by week, row by row; names and statuses for the office only. */
  private ObjectNode heat() {
    ObjectNode heat = SiteJson.object();
    ArrayNode ids = heat.putArray("ids");
    ArrayNode sessions = heat.putArray("sessions");
    Map<String, Map<String, String>> standings = standings();
    ArrayNode names = SiteJson.list();
    ArrayNode groups = SiteJson.list();
    ArrayNode minutes = SiteJson.list();
    Map<String, ArrayNode> statuses = new LinkedHashMap<>();
    certificates().forEach(certificate -> statuses.put(certificate, SiteJson.list()));
    data.enrolled()
        .forEach(
            (id, measured) -> {
              ids.add(id);
              Map<Integer, CourseData.WeekOfLearner> weeks = data.weeksOf(id);
              for (CourseData.Week week : data.weeks()) {
                CourseData.WeekOfLearner cell = weeks.get(week.number());
                sessions.add(cell == null ? 0 : cell.sessions());
              }
              names.add(request.names().getOrDefault(id, ""));
              groups.add(measured.group());
              minutes.add(SiteJson.number(measured.minutes().get(READINGS)));
              statuses.forEach(
                  (certificate, list) ->
                      list.add(standings.getOrDefault(id, Map.of()).getOrDefault(certificate, "")));
            });
    if (request.named()) {
      heat.set("names", names);
      heat.set("groups", groups);
      heat.set("minutes", minutes);
      ObjectNode byCertificate = heat.putObject("status");
      statuses.forEach(byCertificate::set);
    }
    return heat;
  }

  private Map<String, Map<String, String>> standings() {
    Map<String, Map<String, String>> standings = new TreeMap<>();
    for (PublishedRow row : data.decisions()) {
      standings
          .computeIfAbsent(row.text("learner_id"), learner -> new TreeMap<>())
          .put(row.text("certificate"), row.text("standing_status"));
    }
    return standings;
  }

  private Set<String> certificates() {
    Set<String> certificates = new LinkedHashSet<>();
    data.decisions().forEach(row -> certificates.add(row.text("certificate")));
    return certificates;
  }

  private ObjectNode minutes() {
    Map<BigDecimal, List<String>> thresholds = data.minuteThresholds();
    MinuteBins bins = new MinuteBins(List.copyOf(thresholds.keySet()), READINGS);
    data.enrolled().values().forEach(learner -> bins.add(learner.minutes().subList(0, READINGS)));
    ObjectNode json = bins.json(suppression);
    int line = 0;
    for (List<String> criteria : thresholds.values()) {
      ((ObjectNode) json.get("lines").get(line++)).set("criteria", SiteJson.texts(criteria));
    }
    return json;
  }

  private ArrayNode forums() {
    ArrayNode forums = SiteJson.list();
    data.forums()
        .forEach(
            (forum, byWeek) -> {
              ObjectNode json = forums.addObject().put("id", forum);
              json.put("title", things.activities().getOrDefault(forum, ""));
              ArrayNode posts = json.putArray("posts");
              ArrayNode authors = json.putArray("authors");
              for (CourseData.Week week : data.weeks()) {
                CourseData.ForumWeek cell = byWeek.get(week.number());
                long writing = cell == null ? 0 : cell.authors();
                boolean hidden = suppression.hides(writing);
                authors.add(suppression.alone(writing));
                posts.add(hidden ? Suppression.HIDDEN : cell == null ? 0 : cell.posts());
              }
            });
    return forums;
  }

  private ArrayNode exercises() {
    Map<String, CourseData.Measured> enrolled = data.enrolled();
    Set<String> ids = new LinkedHashSet<>(things.exercises());
    ids.addAll(data.exercises());
    ArrayNode exercises = SiteJson.list();
    for (String id : ids) {
      List<BigDecimal> marks = new ArrayList<>();
      enrolled.keySet().stream()
          .map(learner -> data.mark(learner, id))
          .filter(Objects::nonNull)
          .forEach(marks::add);
      long passed = marks.stream().filter(mark -> mark.compareTo(PASS) >= 0).count();
      long completed =
          enrolled.keySet().stream().filter(learner -> data.completed(learner, id)).count();
      long[] shown = suppression.parts(passed, completed - passed, enrolled.size() - completed);
      ObjectNode json = exercises.addObject().put("id", id);
      json.put("title", things.activities().getOrDefault(id, ""));
      json.put("passed", shown[0]).put("below", shown[1]).put("none", shown[2]);
      BigDecimal mean =
          marks.isEmpty() || suppression.hides(marks.size())
              ? null
              : marks.stream()
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .divide(BigDecimal.valueOf(marks.size()), 1, RoundingMode.HALF_UP);
      json.set("mean", SiteJson.number(mean));
    }
    return exercises;
  }

  private ArrayNode attendance() {
    Map<String, AttendanceCount> sessions = new TreeMap<>();
    Set<String> enrolled = data.enrolled().keySet();
    for (PublishedRow row : data.attendance()) {
      if (enrolled.contains(row.text("learner_id"))) {
        sessions
            .computeIfAbsent(
                row.text("starts_at") + " " + row.text("session_id"),
                key -> new AttendanceCount(row.text("session_id"), row.text("starts_at")))
            .add(row);
      }
    }
    ArrayNode list = SiteJson.list();
    sessions
        .values()
        .forEach(
            session -> {
              long[] shown = suppression.parts(session.parts(enrolled.size()));
              ObjectNode json = list.addObject().put("id", session.id);
              json.put("title", things.sessions().getOrDefault(session.id, ""));
              json.put("starts", session.startsAt);
              json.put("present", shown[0]).put("excused", shown[1]);
              json.put("absent", shown[2]).put("unmarked", shown[3]);
            });
    return list;
  }

  private static final class AttendanceCount {
    private final String id;
    private final String startsAt;
    private long present;
    private long excused;
    private long absent;

    private AttendanceCount(String id, String startsAt) {
      this.id = id;
      this.startsAt = startsAt;
    }

    private void add(PublishedRow row) {
      String corrected = row.text("corrected_status");
      String status = corrected.isEmpty() ? row.text("status") : corrected;
      if (row.is("counted_present")) {
        present++;
      } else if (status.equals("excused")) {
        excused++;
      } else if (!status.isEmpty() && !status.equals("unmarked")) {
        absent++;
      }
    }

    private long[] parts(long learners) {
      return new long[] {
        present, excused, absent, Math.max(0, learners - present - excused - absent)
      };
    }
  }

  private ArrayNode funnels() {
    Map<String, Map<Long, String>> order = new TreeMap<>();
    for (PublishedRow row : data.criteria()) {
      if (row.text("parent_criterion_id").isEmpty()) {
        order
            .computeIfAbsent(row.text("certificate"), certificate -> new TreeMap<>())
            .put(row.count("sequence"), row.text("criterion_id"));
      }
    }
    Map<String, Funnel> funnels = new LinkedHashMap<>();
    Map<String, String> policies = new TreeMap<>();
    for (PublishedRow row : data.decisions()) {
      String certificate = row.text("certificate");
      policies.putIfAbsent(certificate, row.text("policy_id"));
      funnels
          .computeIfAbsent(
              certificate,
              absent -> new Funnel(List.copyOf(order.getOrDefault(absent, Map.of()).values())))
          .add(
              Status.valueOf(row.text("standing_status")),
              Status.valueOf(row.text("status")),
              row.texts("unmet_criteria"),
              row.texts("missing_inputs"),
              row.texts("review_reasons"));
    }
    ArrayNode list = SiteJson.list();
    funnels.forEach(
        (certificate, funnel) -> {
          ObjectNode json = funnel.json(suppression);
          json.put("certificate", certificate).put("policy", policies.get(certificate));
          list.add(json);
        });
    return list;
  }
}
