package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.xapi.Dialect;

/**
 * A unit of cmi5 tells its mark as scaled only. What that means is declared and not guessed: until
 * then the attempt waits, and is neither a zero nor absent. A changed declaration reads nothing
 * again.
 */
class ScaledScoresTest {
  private static final String SITE = "https://lms.example";

  @TempDir private Path folder;

  @Test
  void theDeclaredScaleMakesAMarkOfIt() throws IOException {
    write("registers/learner.csv", "learner_id,full_name", "HV1,Lê An");
    write(
        "registers/identity.csv",
        "learner_id,kind,home_page,identifier",
        "HV1,account," + SITE + ",1");
    write(
        "registers/course_run.csv",
        "course_id,title,iri,opens_on,closes_on",
        "A,A," + SITE + "/course/1,2026-09-07,2026-10-11");
    write("registers/enrolment.csv", "course_id,learner_id,role", "A,HV1,learner");
    write(
        "registers/activity.csv",
        "course_id,activity_id,iri,kind,title,forum_kind,group_id,counted,max_score",
        "A,BT1," + SITE + "/unit/1,exercise,Bài 1,,,yes,10");
    write(
        "statements/one.json",
        """
        {"id": "00000000-0000-5000-8000-000000000001", "actor": {"account": {"homePage": "%1$s",
        "name": "1"}}, "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "object": {"id":
        "%1$s/unit/1"}, "result": {"score": {"scaled": 0.8}, "success": true}, "timestamp":
        "2026-09-08T01:00:00Z", "context": {"registration": "00000000-0000-4000-8000-000000000002",
        "contextActivities": {"grouping": [{"id": "%1$s/course/1", "definition": {"type":
        "https://w3id.org/xapi/cmi5/activitytype/course"}}], "category": [{"id":
        "https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}}}"""
            .formatted(SITE));

    assertThat(night(null)).containsExactly("pending null false");
    assertThat(night(ScoreScale.UNIT)).containsExactly("finished 80 true");
    assertThat(night(ScoreScale.SYMMETRIC)).containsExactly("finished 90 true");
    assertThat(night(null)).containsExactly("pending null false");
  }

  private List<String> night(ScoreScale scale) throws IOException {
    Configuration sample =
        ConfigurationLoader.load(SampleNights.sample().resolve("chuyencan.yaml"), name -> null);
    Configuration configuration =
        new Configuration(
            sample.institution(),
            folder.resolve("warehouse").toString(),
            folder.resolve("published").toString(),
            folder.resolve("registers").toString(),
            List.of(
                new Configuration.Source(
                    "lrs",
                    "xapi",
                    "",
                    "lenient",
                    null,
                    Duration.ofHours(1),
                    null,
                    null,
                    new StatementFiles(
                        folder.resolve("statements").toString(), null, Dialect.AUTO, scale))),
            sample.policies(),
            sample.gate());
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), configuration.warehouse());
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
    List<String> attempts = new ArrayList<>();
    try (var rows = lake.rows(Tables.ASSESSMENT_ATTEMPT, Expressions.alwaysTrue())) {
      rows.forEach(
          row -> {
            Object percent = row.getField("percent");
            attempts.add(
                row.getField("state")
                    + " "
                    + (percent == null
                        ? null
                        : ((BigDecimal) percent).stripTrailingZeros().toPlainString())
                    + " "
                    + row.getField("counted"));
          });
    }
    return attempts;
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
