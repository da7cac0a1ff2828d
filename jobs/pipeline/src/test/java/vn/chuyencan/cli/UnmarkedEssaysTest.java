package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moodle's plugin sends an attempt with nothing for the essay that nobody has marked (PITFALLS 2):
 * that is no mark, and a learner does not fail by it.
 */
class UnmarkedEssaysTest {
  private static final String SITE = "https://lms.example";
  private static final String QUIZ =
      "{\"id\":\""
          + SITE
          + "/mod/quiz/view.php?id=44\",\"definition\":{\"type\":"
          + "\"http://adlnet.gov/expapi/activities/assessment\"}}";
  private static final String COURSE =
      "{\"id\":\""
          + SITE
          + "/course/view.php?id=2\",\"definition\":{\"type\":"
          + "\"https://w3id.org/xapi/cmi5/activitytype/course\"}}";

  @TempDir private Path place;

  private CommandLines.Result run() {
    return CommandLines.run(
        "run",
        "--config=" + place.resolve("chuyencan.yaml"),
        "--as-of=2026-09-20",
        "--lang=en",
        "--quiet");
  }

  private void configure() {
    CommandLines.configuration(place, "policies: [flipped-classroom]\n");
    CommandLines.write(place, "registers/learner.csv", "learner_id,full_name\nHV1,Lê An\n");
    CommandLines.write(
        place,
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier\nHV1,account," + SITE + ",1\n");
    CommandLines.write(
        place,
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on\nA,A,"
            + SITE
            + "/course/view.php?id=2,2026-09-07,2026-10-11\n");
    CommandLines.write(
        place, "registers/enrolment.csv", "course_id,learner_id,role\nA,HV1,learner\n");
    CommandLines.write(
        place,
        "registers/activity.csv",
        "course_id,activity_id,iri,kind,title,forum_kind,group_id,counted,max_score\nA,BT6,"
            + SITE
            + "/mod/quiz/view.php?id=44,exercise,Bài 6,,,yes,10\n");
  }

  private static String attempt(int number) {
    return "{\"id\":\""
        + SITE
        + "/mod/quiz/attempt.php?attempt="
        + number
        + "&cmid=44\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/attempt\"}}";
  }

  private static String statement(
      String verb, String object, String parents, String day, String result) {
    return ("{'actor':{'account':{'homePage':'%s','name':'1'}},'verb':{'id':"
            + "'http://adlnet.gov/expapi/verbs/%s'},'timestamp':'%sT01:00:00Z','context':{"
            + "'extensions':{'http://lrs.learninglocker.net/define/extensions/info':"
            + "{'event_name':'\\\\mod_quiz\\\\event\\\\attempt_submitted'}},"
            + "'contextActivities':{'parent':[%s%s,%s]}},'object':%s,'result':%s}\n")
        .formatted(SITE, verb, day, parents, QUIZ, COURSE, object, result)
        .replace('\'', '"');
  }

  private static String submitted(int attempt, String day, String raw) {
    return statement(
        "completed",
        attempt(attempt),
        "",
        day,
        "{'score':{'raw':" + raw + ",'min':0,'max':10},'completion':true,'duration':'PT600S'}");
  }

  private static String essay(int attempt, String day) {
    return statement(
        "answered",
        "{'id':'"
            + SITE
            + "/question/question.php?cmid=44&id=30','definition':{'type':"
            + "'http://adlnet.gov/expapi/activities/cmi.interaction','interactionType':"
            + "'long-fill-in'}}",
        attempt(attempt) + ",",
        day,
        "{'response':'Bài làm','completion':true}");
  }

  private List<String> attempts() throws IOException {
    List<String> lines =
        Files.readAllLines(place.resolve("published/latest/csv/assessment_attempt.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            row ->
                row[names.indexOf("exercise_id")]
                    + " "
                    + row[names.indexOf("state")]
                    + " "
                    + row[names.indexOf("score_raw")]
                    + " "
                    + row[names.indexOf("percent")]
                    + " "
                    + row[names.indexOf("counted")])
        .toList();
  }

  @Test
  void anAttemptWithAnEssayWaitsForItsMark() throws IOException {
    configure();
    CommandLines.write(
        place, "statements/a.ndjson", submitted(336, "2026-09-08", "0") + essay(336, "2026-09-08"));
    run().done();
    assertThat(attempts()).containsExactly("BT6 pending 0  false");

    // The answer may come in another file than the attempt, and another attempt has no essay.
    CommandLines.write(
        place,
        "statements/b.ndjson",
        submitted(337, "2026-09-09", "8") + submitted(338, "2026-09-10", "5"));
    run().done();
    assertThat(attempts())
        .containsExactly(
            "BT6 pending 0  false", "BT6 finished 8 80 true", "BT6 finished 5 50 true");
    CommandLines.write(place, "statements/c.ndjson", essay(338, "2026-09-10"));
    run().done();
    assertThat(attempts())
        .containsExactly("BT6 pending 0  false", "BT6 finished 8 80 true", "BT6 pending 5  false");

    // Who has the mark says it.
    String iri = SITE + "/mod/quiz/attempt.php?attempt=336&cmid=44";
    CommandLines.write(
        place,
        "registers/correction.csv",
        "correction_id,kind,course_id,learner_id,activity_id,attempt_id,new_value,author,"
            + "corrected_on,reason\nS1,mark,A,HV1,BT6,"
            + iri
            + ",6.5,GV01,2026-09-12,Chấm tự luận\n");
    run().done();
    assertThat(attempts().get(0)).isEqualTo("BT6 finished 0 65 true");
  }
}
