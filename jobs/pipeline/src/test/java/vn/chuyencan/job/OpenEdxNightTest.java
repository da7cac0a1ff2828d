package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.openedx.TrackingLogs;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.TestWorkers;

/**
 * A night of an Open edX: one learner told by the tracking log, another by the statements of its
 * event-routing-backends. The problem of several questions is an exercise of the register, and both
 * did the same.
 */
class OpenEdxNightTest {
  private static final String SITE = "https://openedx.example";
  private static final String COURSE = "course-v1:HVSP+TOAN101+2026";
  private static final String PROBLEM = "block-v1:HVSP+TOAN101+2026+type@problem+block@0a1b2c";

  @TempDir private static Path folder;
  private static Lake lake;

  @BeforeAll
  static void night() throws IOException {
    write("registers/learner.csv", "learner_id,full_name,note", "HV1,Lê An,", "HV2,Trần Bình,");
    write(
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier",
        "HV1,account," + SITE + ",sv1",
        "HV1,account," + SITE + "/user_id,7",
        "HV2,account," + SITE + ",32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb");
    write(
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on,weeks_off",
        "TOAN101,Toán 1," + SITE + "/course/" + COURSE + ",2026-09-07,2026-10-11,");
    write(
        "registers/enrolment.csv",
        "course_id,learner_id,role,enrolled_on,left_on",
        "TOAN101,HV1,learner,,",
        "TOAN101,HV2,learner,,");
    write(
        "registers/activity.csv",
        "course_id,activity_id,iri,kind,title,forum_kind,group_id,counted,max_score",
        "TOAN101,BT1," + SITE + "/xblock/" + PROBLEM + ",exercise,Bài 1,,,yes,3",
        "TOAN101,DD1,"
            + SITE
            + "/courses/"
            + COURSE
            + "/discussion/forum/t1,forum,Tuần 1,collective,,,");
    List<String> lines = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (int attempt = 1; attempt <= 2; attempt++) {
      lines.add(
          line(
              attempt + ":00.1",
              "browser",
              "problem_check",
              "\"input_0a1b2c_2_1=A&input_0a1b2c_3_1=B\""));
      lines.add(
          line(
              attempt + ":00.2",
              "server",
              "problem_check",
              "{\"problem_id\": \"%s\", \"attempts\": %d, \"grade\": %d, \"max_grade\": 3}"
                  .formatted(PROBLEM, attempt, attempt)));
      lines.add(
          line(
              attempt + ":00.3",
              "server",
              "edx.grades.problem.submitted",
              "{\"problem_id\": \"%s\", \"weighted_earned\": %d, \"weighted_possible\": 3}"
                  .formatted(PROBLEM, attempt)));
      statements.add(evaluated(attempt));
    }
    lines.add(lines.get(1));
    lines.add(
        line(
            "3:00.1",
            "server",
            "edx.forum.thread.created",
            "{\"id\": \"64aa\", \"commentable_id\": \"t1\"}"));
    lines.add(
        line("4:00.1", "mobile", "edx.video.played", "{\"id\": \"77aa\"}").replace("sv1", ""));
    write("tracking/tracking.log", lines.toArray(String[]::new));
    write("statements/statements.json", statements.toArray(String[]::new));
    measure();
  }

  private static void measure() {
    Configuration sample =
        ConfigurationLoader.load(SampleNights.sample().resolve("chuyencan.yaml"), name -> null);
    Configuration configuration =
        new Configuration(
            sample.institution(),
            folder.resolve("warehouse").toString(),
            folder.resolve("published").toString(),
            folder.resolve("registers").toString(),
            List.of(
                source("tracking", new TrackingLogs(folder.resolve("tracking").toString(), SITE)),
                source("lrs", new StatementFiles(folder.resolve("statements").toString()))),
            sample.policies(),
            sample.gate());
    lake = Lake.open(TestWorkers.shared().hadoop(), configuration.warehouse());
    lake.recover();
    Night night =
        new Night(
            configuration,
            RegisterReader.read(Path.of(configuration.registers())),
            lake,
            TestWorkers.shared(),
            LocalDate.of(2026, 11, 2),
            Instant.parse("2026-11-02T20:00:00Z"),
            "test");
    IngestJob.run(night, Progress.NONE);
    MeasureJob.runAndDecide(night, Progress.NONE);
  }

  private static Configuration.Source source(String id, RecordSource reader) {
    return new Configuration.Source(
        id, "test", "", "lenient", null, Duration.ofHours(1), null, null, reader);
  }

  private static String line(String time, String source, String name, String event) {
    return """
        {"username": "sv1", "event_type": "%s", "name": "%s", "event": %s, "event_source": "%s", \
        "time": "2026-09-08T01:0%s00000+00:00", "ip": "203.0.113.9", "page": null, \
        "context": {"course_id": "%s", "org_id": "HVSP", "user_id": 7}}"""
        .formatted(name, name, event, source, time, COURSE);
  }

  /** A list of the whole and of its two questions, of which older versions told marks as well. */
  private static String evaluated(int attempt) {
    String whole =
        """
        {"objectType": "GroupActivity", "id": "%s/xblock/%s", "definition": \
        {"type": "http://adlnet.gov/expapi/activities/cmi.interaction"}}"""
            .formatted(SITE, PROBLEM);
    String course =
        """
        [{"id": "%s/course/%s", "objectType": "Activity", "definition": \
        {"type": "http://adlnet.gov/expapi/activities/course"}}]"""
            .formatted(SITE, COURSE);
    List<String> all = new ArrayList<>();
    all.add(statement(attempt, 0, whole, "{\"parent\": " + course + "}"));
    for (int question = 1; question <= 2; question++) {
      all.add(
          statement(
              attempt,
              question,
              whole
                  .replace("GroupActivity", "Activity")
                  .replace("0a1b2c", "0a1b2c_" + question + "_1"),
              "{\"parent\": [" + whole + "], \"grouping\": " + course + "}"));
    }
    return all.toString();
  }

  private static String statement(int attempt, int number, String object, String activities) {
    return """
        {"id": "0000000%d-0000-5000-8000-00000000000%d", "actor": {"objectType": "Agent", \
        "account": {"homePage": "%s", "name": "32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb"}}, \
        "verb": {"id": "https://w3id.org/xapi/acrossx/verbs/evaluated"}, "object": %s, \
        "result": {"score": {"min": 0, "max": 3, "raw": %d, "scaled": 0.5}, "success": false}, \
        "context": {"contextActivities": %s}, "timestamp": "2026-09-08T01:0%d:00.2+00:00"}"""
        .formatted(attempt, number, SITE, object, attempt, activities, attempt);
  }

  private static void write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Record> rows(String table) {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> found = lake.rows(table, Expressions.alwaysTrue())) {
      found.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Test
  void bothLearnersDidTheExerciseTwice() {
    Map<Object, String> attempts = new TreeMap<>();
    for (Record row : rows(Tables.ASSESSMENT_ATTEMPT)) {
      assertThat(row.getField("exercise_id")).isEqualTo("BT1");
      assertThat(row.getField("counted")).isEqualTo(true);
      attempts.merge(
          row.getField("learner_id"),
          ((BigDecimal) row.getField("score_raw")).stripTrailingZeros().toPlainString(),
          (before, after) -> before + " " + after);
    }
    assertThat(attempts).containsOnly(Map.entry("HV1", "1 2"), Map.entry("HV2", "1 2"));
  }

  @Test
  void theirMeasuresAreTheSame() {
    List<Record> measures = rows(Tables.LEARNER_COURSE_MEASURE);

    assertThat(measures).hasSize(2);
    for (Record row : measures) {
      assertThat(row.getField("attempts")).isEqualTo(2);
      assertThat(row.getField("exercises_completed")).isEqualTo(1);
      assertThat((BigDecimal) row.getField("average_macro")).isEqualByComparingTo("50");
      assertThat((BigDecimal) row.getField("average_pooled")).isEqualByComparingTo("50");
      assertThat(row.getField("posts")).isEqualTo(row.getField("learner_id").equals("HV1") ? 1 : 0);
    }
    assertThat(rows(Tables.UNRESOLVED_ACTOR)).isEmpty();
  }
}
