package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Batch;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.testing.Golden;

/** The whole job on the whole sample: what is published, and that it can be published again. */
class GoldenNightTest {
  @TempDir private static Path folder;
  private static SampleNights nights;
  private static NightlyRun.Outcome first;

  @BeforeAll
  static void runTheNight() {
    nights = new SampleNights(folder).deliver(SampleNights.allFiles());
    first = nights.run(SampleNights.LAST, "first");
  }

  @Test
  void everyRecordIsAccountedFor() {
    assertThat(first.batches())
        .singleElement()
        .satisfies(
            batch -> {
              assertThat(batch.balances()).isTrue();
              assertThat(batch)
                  .extracting(
                      Batch::read,
                      Batch::accepted,
                      Batch::duplicate,
                      Batch::voided,
                      Batch::conflicting,
                      Batch::rejected)
                  .containsExactly(9097L, 8671L, 420L, 1L, 1L, 4L);
            });
  }

  @Test
  void publishedTablesAreTheExpectedOnes() throws IOException {
    for (Manifest.Table table : first.manifest().tables()) {
      if (!table.operational()) {
        Golden.assertMatches(latest().resolve(table.csv()), table.csv());
      }
    }
  }

  /** T-1, T-2 and T-3 of REQUIREMENTS 3.6, from the statements to the decision. */
  @Test
  void theThreeWorkedExamplesComeOutToTheMinute() throws IOException {
    assertThat(measures("HV001")).containsExactly("742", "668", "801", "73.6");
    assertThat(measures("HV002")).containsExactly("1126", "1094", "1203", "53.214285");
    assertThat(measures("HV003")).containsExactly("498", "452", "561", "61");
    assertThat(statuses("HV001")).containsExactly("overall DAT", "practice DAT", "theory DAT");
    assertThat(statuses("HV002"))
        .containsExactly("overall KHONG_DAT", "practice DAT", "theory DAT_BU");
    assertThat(statuses("HV003"))
        .containsExactly("overall KHONG_DAT", "practice CAN_XEM_XET", "theory CAN_XEM_XET");
    assertThat(sessionsByWeek("HV001")).containsExactly("3", "2", "4", "2", "3");
    assertThat(sessionsByWeek("HV002")).containsExactly("3", "2", "2", "4", "2");
    assertThat(sessionsByWeek("HV003")).containsExactly("2", "2", "1", "3", "2");
  }

  @Test
  void theHealthOfEachSourceIsPublished() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(latest().resolve("csv/source_health.csv"))) {
      assertThat(format.parse(reader).getRecords())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.get("as_of")).isEqualTo("2026-11-02");
                assertThat(row.get("events")).isEqualTo("8671");
                assertThat(row.get("records_read")).isEqualTo("9097");
                assertThat(row.get("rejected_share")).isEqualTo("0.000439");
                assertThat(row.get("rejected_share_by_reason")).contains("0.0001");
                assertThat(row.get("unresolved_share")).startsWith("0.0");
              });
    }
  }

  @Test
  void theSameNightAgainTakesNothingInAndPublishesTheSame() {
    NightlyRun.Outcome again = nights.run(SampleNights.LAST, "again");
    assertThat(again.batches()).isEmpty();
    assertThat(again.manifest().digest()).isEqualTo(first.manifest().digest());
  }

  @Test
  void measuringEverythingAgainGivesTheSame() {
    Night night = nights.night(SampleNights.LAST);
    DecideJob.run(
        night, MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, Progress.NONE), Progress.NONE);
    assertThat(ReportJob.run(night, "everything", CsvMark.ABSENT, Progress.NONE).digest())
        .isEqualTo(first.manifest().digest());
  }

  private static Path latest() {
    return nights.published().resolve("latest");
  }

  private static List<CSVRecord> rows(String table, String learner) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> rows = new ArrayList<>();
    try (var reader = Files.newBufferedReader(latest().resolve("csv").resolve(table + ".csv"))) {
      for (CSVRecord row : format.parse(reader)) {
        if (row.get("learner_id").equals(learner) && row.get("course_id").startsWith("LHDN")) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<String> measures(String learner) throws IOException {
    CSVRecord row = rows("learner_course_measure", learner).get(0);
    return List.of(
        row.get("minutes"), row.get("minutes_15"), row.get("minutes_60"), row.get("average_macro"));
  }

  private static List<String> statuses(String learner) throws IOException {
    return rows("eligibility_decision", learner).stream()
        .map(row -> row.get("certificate") + " " + row.get("regulation_status"))
        .toList();
  }

  private static List<String> sessionsByWeek(String learner) throws IOException {
    return rows("learner_course_week", learner).stream().map(row -> row.get("sessions")).toList();
  }
}
