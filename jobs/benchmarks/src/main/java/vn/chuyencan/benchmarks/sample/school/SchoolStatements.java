package vn.chuyencan.benchmarks.sample.school;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.chuyencan.benchmarks.sample.Json;

/**
 * What pupils and teachers do on the platform in the weeks of lessons online, as Moodle's plugin
 * logstore_xapi sends it. On 2026-04-14, the day of lesson H04, nobody does anything.
 */
final class SchoolStatements {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String VIEWED = "http://id.tincanapi.com/verb/viewed";
  private static final String ACTIVITY_TYPES =
      "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/";

  /** Class, day, who reads the page. */
  private static final String READ =
      """
      10A1-TIN|2025-12-09|HS01 HS02 HS03 HS04 HS05 GV01
      10A1-TIN|2026-01-06|HS01 HS02 HS03 HS04
      10A1-TIN|2026-03-03|HS01 HS02 HS03 HS04 HS05 HS06
      10A1-TIN|2026-05-12|HS01 HS02 HS03 GV01
      11B2-TOAN|2025-12-10|HS07
      11B2-TOAN|2026-03-04|HS07 HS08 HS11 GV02
      11B2-TOAN|2026-05-20|HS09
      12C1-HOA|2026-03-17|HS12 HS13 HS14 HS15 HS16 GV03
      """;

  /** Class, day, who does the quiz. */
  private static final String WORKED =
      """
      10A1-TIN|2025-12-09|HS01 HS02 HS03 HS04
      10A1-TIN|2026-01-06|HS01 HS02 HS03
      10A1-TIN|2026-03-03|HS01 HS02 HS03 HS04 HS05
      10A1-TIN|2026-05-15|HS01 HS02
      11B2-TOAN|2026-03-04|HS07 HS08 HS11
      11B2-TOAN|2026-05-13|HS07
      12C1-HOA|2026-03-19|HS12
      """;

  /** Class, day, who asks, who answers, after how many minutes. */
  private static final String ASKED =
      """
      10A1-TIN|2025-12-09|HS01|GV01|40
      10A1-TIN|2026-01-06|HS02|HS01|15
      10A1-TIN|2026-03-03|HS03|GV01|100
      10A1-TIN|2026-05-12|HS04||
      11B2-TOAN|2026-03-04|HS11|GV02|20
      """;

  private final List<ObjectNode> statements = new ArrayList<>();
  private int number;

  private SchoolStatements() {}

  /** One statement a line, in the order in which they happened. */
  static String text() {
    SchoolStatements all = new SchoolStatements();
    rows(READ).forEach(row -> all.read(row.get(0), row.get(1), row.get(2)));
    rows(WORKED).forEach(row -> all.worked(row.get(0), row.get(1), row.get(2)));
    rows(ASKED).forEach(all::asked);
    // An account that no register knows.
    all.add("999", at("2026-03-03", 21, 0), School.INFORMATICS, VIEWED, "Viewed", "page");
    return all.statements.stream()
        .sorted((one, other) -> time(one).compareTo(time(other)))
        .map(Json::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String time(ObjectNode statement) {
    return statement.get("timestamp").asText();
  }

  private static List<List<String>> rows(String table) {
    return table.lines().map(line -> List.of(line.split("\\|", -1))).toList();
  }

  private static Instant at(String day, int hour, int minute) {
    return LocalDate.parse(day).atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
  }

  private void read(String course, String day, String people) {
    int minute = 0;
    for (String person : people.split(" ", -1)) {
      String account = SchoolPeople.account(person);
      add(account, at(day, 19, minute++), course, VIEWED, "Viewed", "page");
    }
  }

  private void worked(String course, String day, String people) {
    int minute = 0;
    for (String person : people.split(" ", -1)) {
      number++;
      ObjectNode statement =
          add(
              SchoolPeople.account(person),
              at(day, 20, minute++),
              course,
              "http://adlnet.gov/expapi/verbs/completed",
              "Completed",
              "attempt");
      ObjectNode result = statement.putObject("result");
      int mark = 5 + number % 5;
      result
          .putObject("score")
          .put("raw", mark)
          .put("min", 0)
          .put("max", 10)
          .put("scaled", mark / 5.0 - 1);
      result.put("completion", true).put("success", true).put("duration", "PT600S");
    }
  }

  private void asked(List<String> row) {
    number++;
    String course = row.get(0);
    Instant begun = at(row.get(1), 20, 30);
    add(
        SchoolPeople.account(row.get(2)),
        begun,
        course,
        "http://activitystrea.ms/create",
        "Created",
        "discussion");
    if (!row.get(3).isEmpty()) {
      add(
          SchoolPeople.account(row.get(3)),
          begun.plusSeconds(60L * Integer.parseInt(row.get(4))),
          course,
          "http://id.tincanapi.com/verb/replied",
          "Replied",
          "post");
    }
  }

  private ObjectNode add(
      String account, Instant at, String course, String verb, String word, String what) {
    ObjectNode statement = Json.object();
    statement.put("timestamp", Json.instant(at));
    ObjectNode actor = statement.putObject("actor");
    actor.putObject("account").put("homePage", School.SITE).put("name", account);
    statement.set("verb", Json.verb(verb, word));
    ObjectNode context = statement.putObject("context").put("platform", "Moodle");
    context.put("registration", Json.uuid("school " + at)).put("language", "vi");
    List<ObjectNode> parents = new ArrayList<>();
    statement.set("object", object(course, what, parents));
    parents.add(
        Json.activity(
            School.courseIri(course), "https://w3id.org/xapi/cmi5/activitytype/course", course));
    ObjectNode activities = context.putObject("contextActivities");
    activities.set("parent", Json.array(parents));
    activities.set(
        "category",
        Json.array(
            List.of(
                Json.activity(
                    School.SITE, "http://id.tincanapi.com/activitytype/lms", "Trường THPT"))));
    context
        .putObject("extensions")
        .putObject("http://lrs.learninglocker.net/define/extensions/info")
        .put("event_name", event(what));
    statements.add(statement);
    return statement;
  }

  /** What is acted on; what it is part of, but for the class, is added to the parents. */
  private ObjectNode object(String course, String what, List<ObjectNode> parents) {
    ObjectNode forum =
        Json.activity(School.moduleIri(course, "forum", 1), ACTIVITY_TYPES + "forum", "Hỏi đáp");
    String discussion = School.SITE + "/mod/forum/discuss.php?d=" + (3000 + number);
    ObjectNode topic =
        Json.activity(
            discussion, "http://id.tincanapi.com/activitytype/discussion", "Hỏi về bài học");
    return switch (what) {
      case "page" ->
          Json.activity(
              School.moduleIri(course, "page", 2),
              "https://w3id.org/xapi/acrossx/activities/page",
              "Bài đọc");
      case "attempt" -> {
        String quiz = School.moduleIri(course, "quiz", 3);
        parents.add(
            Json.activity(quiz, "http://adlnet.gov/expapi/activities/assessment", "Luyện tập"));
        yield Json.activity(
            School.SITE + "/mod/quiz/attempt.php?attempt=" + (500 + number),
            "http://adlnet.gov/expapi/activities/attempt",
            "Luyện tập");
      }
      case "discussion" -> {
        parents.add(forum);
        yield topic;
      }
      default -> {
        parents.add(topic);
        parents.add(forum);
        yield Json.activity(
            discussion + "#p" + number,
            "http://id.tincanapi.com/activitytype/forum-reply",
            "Re: Hỏi về bài học");
      }
    };
  }

  private static String event(String what) {
    return switch (what) {
      case "page" -> "\\mod_page\\event\\course_module_viewed";
      case "attempt" -> "\\mod_quiz\\event\\attempt_submitted";
      case "discussion" -> "\\mod_forum\\event\\discussion_created";
      default -> "\\mod_forum\\event\\post_created";
    };
  }
}
