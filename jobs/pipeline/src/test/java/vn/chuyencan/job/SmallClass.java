package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented class of a test: registers and statements of learners who do all that is asked of
 * them but for their visits and their work in groups, which the test tells. The lecturer comes
 * every day of the run, so that no day is without an event unless the test says so.
 */
final class SmallClass {
  static final String ID = "LOP-1";
  private static final String SITE = "https://lop.example";
  private static final String COURSE = SITE + "/course/view.php?id=1";
  private static final String NOON = "T12:00:00+07:00";

  private final LocalDate opens;
  private final LocalDate closes;
  private final Map<String, List<String>> registers = new LinkedHashMap<>();
  private final Map<String, Integer> accounts = new LinkedHashMap<>();
  private final List<String> statements = new ArrayList<>();
  private int discussions = 100;

  /**
   * A class with no learners.
   *
   * @param weekOff a day of the week that does not count
   * @param silent the day on which nothing of anybody is logged
   */
  SmallClass(LocalDate opens, LocalDate closes, LocalDate weekOff, LocalDate silent) {
    this.opens = opens;
    this.closes = closes;
    register("course_run", "course_id,title,iri,opens_on,closes_on,weeks_off,zone");
    row("course_run", ID, "Lớp nhỏ", COURSE, opens, closes, weekOff, "");
    register("course_parameter", "course_id,name,value");
    row("course_parameter", ID, "minutes_required", 60);
    row("course_parameter", ID, "posts_required", 1);
    register(
        "activity", "course_id,activity_id,iri,kind,title,forum_kind,group_id,counted,max_score");
    row("activity", ID, "DD", forum("DD"), "forum", "Thảo luận", "collective", "", "", "");
    row("activity", ID, "BT", SITE + "/mod/quiz/view.php?id=1", "exercise", "BT", "", "", "yes", 1);
    for (String place : List.of("SP", "TH")) {
      String iri = SITE + "/mod/assign/view.php?id=" + place;
      row("activity", ID, place, iri, "assignment", place, "", "", "", "");
    }
    String workshop = SITE + "/mod/workshop/view.php?id=1";
    row("activity", ID, "DG", workshop, "workshop", "Chấm chéo", "", "", "", "");
    register("learner", "learner_id,full_name");
    register("identity", "learner_id,kind,home_page,identifier");
    register("enrolment", "course_id,learner_id,role,enrolled_on,left_on");
    register("group_member", "course_id,group_id,learner_id");
    register(
        "class_session", "course_id,session_id,title,plenary,practice,starts_at,ends_at,status");
    String morning = opens + "T08:00:00+07:00";
    row("class_session", ID, "B1", "Buổi 1", "yes", "yes", morning, opens + NOON, "held");
    register("attendance", "course_id,session_id,learner_id,status");
    register(
        "attempt",
        "course_id,learner_id,activity_id,attempt_id,state,started_at,finished_at,score,max_score");
    register(
        "submission_check",
        "course_id,learner_id,activity_id,artefact,submitted_at,link_status,content_status,"
            + "check_status,checked_by,checked_on");
    register(
        "peer_review",
        "course_id,activity_id,reviewer_id,reviewee_id,completed_at,on_time,rubric_complete,score");
    person("GV", "lecturer", "", "");
    opens
        .datesUntil(closes.plusDays(1))
        .filter(day -> !day.equals(silent))
        .forEach(day -> visit("GV", day));
  }

  /** The same class with days of another zone than the institution's. */
  SmallClass zone(String zone) {
    registers.get("course_run").replaceAll(row -> row.endsWith(",") ? row + zone : row);
    return this;
  }

  private void register(String name, String header) {
    registers.put(name, new ArrayList<>(List.of(header)));
  }

  private void row(String register, Object... cells) {
    registers
        .get(register)
        .add(String.join(",", List.of(cells).stream().map(Object::toString).toList()));
  }

  private static String forum(String id) {
    return SITE + "/mod/forum/view.php?id=" + id;
  }

  private void person(String id, String role, String enrolled, String left) {
    accounts.put(id, accounts.size() + 10);
    row("learner", id, "Người " + id);
    row("identity", id, "account", SITE, accounts.get(id));
    row("enrolment", ID, id, role, enrolled, left);
  }

  /** A group with a forum of its own. */
  SmallClass group(String group) {
    row("activity", ID, "N" + group, forum("N" + group), "forum", "Nhóm", "group", group, "", "");
    return this;
  }

  /**
   * A learner who does all that does not depend on visits and groups.
   *
   * @param group as the register names it in the end
   * @param enrolled day of the enrolment; empty when nobody says
   * @param left day of leaving; empty while there
   */
  SmallClass learner(String id, String group, String enrolled, String left) {
    person(id, "learner", enrolled, left);
    row("group_member", ID, group, id);
    row("attendance", ID, "B1", id, "present");
    row("attempt", ID, id, "BT", "1", "finished", opens + NOON, opens + NOON, 1, 1);
    for (String artefact : List.of("product", "situation")) {
      row(
          "submission_check",
          ID,
          id,
          artefact.equals("product") ? "SP" : "TH",
          artefact,
          closes.minusDays(9) + NOON,
          "accessible",
          "displays",
          "correct",
          "GV",
          closes);
    }
    row("peer_review", ID, "DG", id, "L1".equals(id) ? "L2" : "L1", opens + NOON, "yes", "yes", 7);
    topic(id, "DD");
    return this;
  }

  /** Visits of twenty minutes, one on each of these days. */
  SmallClass visits(String id, LocalDate... days) {
    for (LocalDate day : days) {
      visit(id, day);
    }
    return this;
  }

  /** A visit of twenty minutes that begins at an instant. */
  SmallClass visit(String id, Instant start) {
    visit(id, start.atOffset(ZoneOffset.ofHours(7)).toLocalDateTime());
    return this;
  }

  private void visit(String id, LocalDate day) {
    visit(id, day.atTime(19, 0));
  }

  private void visit(String id, LocalDateTime start) {
    String viewed = "http://id.tincanapi.com/verb/viewed";
    String course = "https://w3id.org/xapi/cmi5/activitytype/course";
    // Twenty minutes however the time is estimated.
    for (int minute : new int[] {0, 10, 20}) {
      statement(id, viewed, COURSE, course, start.plusMinutes(minute), List.of());
    }
  }

  /** A stay in a live room. */
  SmallClass stay(String id, Instant from, Instant until) {
    if (!registers.containsKey("live_log")) {
      register(
          "live_log",
          "entry_id,room_id,room_kind,course_id,session_id,person_id,person_kind,joined_at,left_at");
    }
    String kind = id.startsWith("GV") ? "lecturer" : "learner";
    int entry = registers.get("live_log").size();
    row("live_log", "V" + entry, "P1", "class", ID, "", id, kind, from, until);
    return this;
  }

  /** Opens a discussion during the visit of the opening day, and names it. */
  String topic(String id, String forum) {
    String discussion = SITE + "/mod/forum/discuss.php?d=" + discussions++;
    statement(
        id,
        "http://activitystrea.ms/create",
        discussion,
        "http://id.tincanapi.com/activitytype/discussion",
        opens.atTime(19, 12),
        List.of(forum(forum), COURSE));
    return discussion;
  }

  /** Deletes a discussion at a full minute. */
  SmallClass delete(String id, String forum, String discussion, Instant at) {
    statement(
        id,
        "http://activitystrea.ms/delete",
        discussion,
        "http://id.tincanapi.com/activitytype/discussion",
        at.atOffset(ZoneOffset.ofHours(7)).toLocalDateTime(),
        List.of(forum(forum), COURSE));
    return this;
  }

  /** Answers in a discussion during the visit of the opening day. */
  SmallClass comment(String id, String forum, String discussion) {
    statement(
        id,
        "http://id.tincanapi.com/verb/replied",
        discussion + "#p" + discussions++,
        "http://id.tincanapi.com/activitytype/forum-reply",
        opens.atTime(19, 15),
        List.of(discussion, forum(forum), COURSE));
    return this;
  }

  private void statement(
      String id, String verb, String object, String type, LocalDateTime at, List<String> parents) {
    StringBuilder parent = new StringBuilder();
    for (String iri : parents) {
      String kind =
          iri.equals(COURSE)
              ? "https://w3id.org/xapi/cmi5/activitytype/course"
              : iri.contains("view.php")
                  ? "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/forum"
                  : "http://id.tincanapi.com/activitytype/discussion";
      parent
          .append(parent.isEmpty() ? "" : ",")
          .append("{\"id\":\"%s\",\"definition\":{\"type\":\"%s\"}}".formatted(iri, kind));
    }
    statements.add(
        """
        {"actor":{"account":{"homePage":"%s","name":"%d"}},"verb":{"id":"%s"},\
        "object":{"id":"%s","definition":{"type":"%s"}},"timestamp":"%s:00+07:00",\
        "context":{"contextActivities":{"parent":[%s]}}}"""
            .formatted(SITE, accounts.get(id), verb, object, type, at, parent));
  }

  /** The nights of this class. */
  SampleNights nights(Path folder) {
    try {
      Path directory = Files.createDirectories(folder.resolve("registers"));
      for (Map.Entry<String, List<String>> register : registers.entrySet()) {
        Files.write(directory.resolve(register.getKey() + ".csv"), register.getValue());
      }
      SampleNights nights = new SampleNights(folder).registers(directory.toString());
      Files.write(folder.resolve("statements").resolve("all.ndjson"), statements);
      return nights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
