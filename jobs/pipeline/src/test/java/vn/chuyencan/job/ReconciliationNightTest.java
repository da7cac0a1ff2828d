package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.source.openedx.TrackingLogs;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.xapi.Dialect;

/** Two forms of one site, over nights whose records lie in two months. */
class ReconciliationNightTest {
  private static final String SITE = "https://openedx.example";
  private static final String COURSE = "course-v1:HVSP+TOAN101+2026";

  @TempDir private Path folder;

  @Test
  void aNightOverAMonthsEndWritesNoDayTwice() {
    for (String place : List.of("grown", "fresh")) {
      write(place, "registers/learner.csv", "learner_id,full_name,note", "HV1,Lê An,");
      write(
          place,
          "registers/identity.csv",
          "learner_id,kind,home_page,identifier",
          "HV1,account," + SITE + ",sv1");
      write(
          place,
          "registers/course_run.csv",
          "course_id,title,iri,opens_on,closes_on,weeks_off",
          "TOAN101,Toán 1," + SITE + "/course/" + COURSE + ",2026-09-07,2026-10-11,");
      write(
          place,
          "registers/enrolment.csv",
          "course_id,learner_id,role,enrolled_on,left_on",
          "TOAN101,HV1,learner,,");
    }
    day("grown", "2026-09-29");
    night("grown", LocalDate.of(2026, 9, 29));
    day("grown", "2026-09-30");
    day("grown", "2026-10-01");
    night("grown", LocalDate.of(2026, 9, 30));
    day("grown", "2026-10-02");
    List<String> grown = night("grown", LocalDate.of(2026, 10, 2));
    for (String day : List.of("2026-09-29", "2026-09-30", "2026-10-01", "2026-10-02")) {
      day("fresh", day);
    }

    assertThat(grown).doesNotHaveDuplicates().isNotEmpty();
    assertThat(grown).isEqualTo(night("fresh", LocalDate.of(2026, 10, 2)));
    assertThat(grown.toString()).contains("2026-09-30").contains("2026-10-01");
  }

  /** A night that publishes, and the rows that it leaves. */
  private List<String> night(String place, LocalDate asOf) {
    Configuration sample =
        ConfigurationLoader.load(SampleNights.sample().resolve("chuyencan.yaml"), name -> null);
    Path here = folder.resolve(place);
    Configuration configuration =
        new Configuration(
            sample.institution(),
            here.resolve("warehouse").toString(),
            here.resolve("published").toString(),
            here.resolve("registers").toString(),
            List.of(
                source("tracking", new TrackingLogs(here.resolve("tracking").toString(), SITE)),
                source(
                    "lrs",
                    new StatementFiles(
                        here.resolve("statements").toString(), SITE, Dialect.AUTO, null))),
            sample.policies(),
            sample.gate());
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), configuration.warehouse());
    lake.recover();
    NightlyRun.run(
        new Night(
            configuration,
            RegisterReader.read(Path.of(configuration.registers())),
            lake,
            TestWorkers.shared(),
            asOf,
            Instant.parse("2026-11-02T20:00:00Z"),
            "test"),
        "run-" + asOf,
        CsvMark.ABSENT,
        Progress.NONE);
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> found =
        lake.rows(Tables.SOURCE_RECONCILIATION, Expressions.alwaysTrue())) {
      found.forEach(row -> rows.add(row.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.stream().sorted().toList();
  }

  private static Configuration.Source source(String id, RecordSource reader) {
    return new Configuration.Source(
        id, "test", "", "lenient", null, Duration.ofHours(1), null, null, reader);
  }

  /** One act in both forms, and one that only the log tells. */
  private void day(String place, String day) {
    write(
        place,
        "tracking/" + day + ".log",
        line(day + "T01:00:00", "page_close"),
        line(day + "T02:00:00", "page_close"));
    write(
        place,
        "statements/" + day + ".json",
        """
        {"id": "00000000-0000-5000-8000-0000%s", "actor": {"account": {"homePage": "%s", \
        "name": "sv1"}}, "verb": {"id": "http://id.tincanapi.com/verb/viewed"}, "object": {"id": \
        "%s/course/%s", "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}, \
        "timestamp": "%sT01:00:00+00:00"}"""
            .formatted(day.replace("-", ""), SITE, SITE, COURSE, day));
  }

  private static String line(String time, String name) {
    return """
        {"username": "sv1", "event_type": "%s", "name": "%s", "event": "{}", \
        "event_source": "browser", "time": "%s.000000+00:00", "ip": "203.0.113.9", "page": "x", \
        "context": {"course_id": "%s", "org_id": "HVSP", "user_id": 7}}"""
        .formatted(name, name, time, COURSE);
  }

  private void write(String place, String name, String... lines) {
    try {
      Path file = folder.resolve(place).resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
