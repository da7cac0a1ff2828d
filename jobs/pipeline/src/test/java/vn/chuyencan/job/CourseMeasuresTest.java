package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.Removals;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.measure.Witnesses;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkLake;

/**
 * Measures and decisions on the sample, from tables that a plain helper fills instead of ingest.
 */
class CourseMeasuresTest {
  private static final Path EXPECTED = Repository.root().resolve("sample-data/expected");
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @TempDir private static Path folder;
  private static SampleNights once;
  private static Manifest atOnce;

  @BeforeAll
  static void takeInEverythingAtOnce() {
    once = new SampleNights(folder.resolve("once"));
    Night night = once.night(SampleNights.LAST);
    tables(night).deliver(night, FIRST, SampleNights.LAST, true, new Random(7));
    MeasureJob.runAndDecide(night, Progress.NONE);
    atOnce = published(night, "once");
  }

  private static DerivedTables tables(Night night) {
    return DerivedTables.of(night, SampleNights.sample().resolve("statements"));
  }

  private static Manifest published(Night night, String runId) {
    return ReportJob.run(night, runId, CsvMark.ABSENT, Progress.NONE);
  }

  @Test
  void whatIsPublishedIsWhatWasPublishedBefore() throws IOException {
    for (Manifest.Table table : atOnce.tables()) {
      if (!table.operational()) {
        Path actual = once.published().resolve("latest").resolve(table.csv());
        assertThat(rows(actual)).as(table.csv()).isEqualTo(rows(EXPECTED.resolve(table.csv())));
      }
    }
  }

  @Test
  void nightByNightWithLateAndVoidedEventsGivesTheSame() {
    SampleNights nights = new SampleNights(folder.resolve("nights"));
    DerivedTables tables = tables(nights.night(SampleNights.LAST));
    Random random = new Random(11);
    LocalDate october = LocalDate.of(2026, 10, 4);
    LocalDate late = LocalDate.of(2026, 9, 20);
    // The first night holds days to come, and misses days that come late.
    deliver(nights, tables, october, late, october.plusDays(3), false, random);
    deliver(
        nights,
        tables,
        LocalDate.of(2026, 10, 20),
        FIRST,
        LocalDate.of(2026, 10, 20),
        false,
        random);
    deliver(
        nights,
        tables,
        SampleNights.LAST,
        LocalDate.of(2026, 10, 21),
        SampleNights.LAST,
        true,
        random);
    assertThat(published(nights.night(SampleNights.LAST), "nights").digest())
        .isEqualTo(atOnce.digest());
  }

  private static void deliver(
      SampleNights nights,
      DerivedTables tables,
      LocalDate asOf,
      LocalDate first,
      LocalDate last,
      boolean voidings,
      Random random) {
    Night night = nights.night(asOf);
    tables.deliver(night, first, last, voidings, random);
    MeasureJob.runAndDecide(night, Progress.NONE);
  }

  @Test
  void manyTasksGiveWhatOneGives() {
    Night night = once.night(SampleNights.LAST);
    MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, 0, Progress.NONE);
    DecideJob.run(night, MeasureJob.courses(night), Progress.NONE);
    assertThat(published(night, "many").digest()).isEqualTo(atOnce.digest());
  }

  /** As in a night whose only news is of an actor whom nobody knows. */
  @Test
  void inTwoStagesThereNeedBeNoCourseRun() {
    Night night = once.night(SampleNights.LAST);
    Scope nobody =
        new Scope(
            List.of(),
            new Learners(Map.of()),
            new Removals(),
            SampleNights.LAST,
            true,
            true,
            Witnesses.STRANGERS);

    List<FactFile> files = new CourseInputs(night).files(List.of(), true);
    assertThat(files).isNotEmpty();

    CourseOutcome outcome = new CourseJob(night).measure(0, nobody, null, null, files);

    assertThat(outcome.learners()).isEmpty();
  }

  @Test
  void aNightWithoutNewsWritesNothing() {
    Night night = once.night(SampleNights.LAST);
    var before = night.lake().state().snapshots();
    MeasureJob.runAndDecide(night, Progress.NONE);
    assertThat(night.lake().state().snapshots()).isEqualTo(before);
  }

  @Test
  void withoutRegistersCoursesAndLearnersAreInferred() {
    SampleNights nights = new SampleNights(folder.resolve("inferred"));
    Night sample = nights.night(SampleNights.LAST);
    Night night =
        new Night(
            sample.configuration(),
            Registers.NONE,
            sample.lake(),
            sample.workers(),
            sample.asOf(),
            sample.startedAt(),
            sample.codeVersion());
    tables(night).deliver(night, FIRST, SampleNights.LAST, true, new Random(3));
    MeasureJob.runAndDecide(night, Progress.NONE);
    SparkLake lake = SparkLake.of(night.lake());
    var runs = lake.read(Tables.COURSE_RUN);
    var measures = lake.read(Tables.LEARNER_COURSE_MEASURE);
    assertThat(runs.where("inferred and not closed and learners > 0").count())
        .isEqualTo(runs.count())
        .isPositive();
    assertThat(measures.count())
        .isEqualTo(runs.agg(org.apache.spark.sql.functions.sum("learners")).head().getLong(0));
    assertThat(measures.where("active_days < 1 or events < 1").count()).isZero();
    assertThat(lake.read(Tables.UNRESOLVED_ACTOR).count()).isZero();
  }

  /** Everything but the day up to which a decision counts, which changed for closed course runs. */
  private static List<List<String>> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<List<String>> rows = new ArrayList<>();
    try (var parser = format.parse(Files.newBufferedReader(file))) {
      for (CSVRecord record : parser) {
        List<String> row = new ArrayList<>();
        parser
            .getHeaderNames()
            .forEach(name -> row.add(name.equals("as_of") ? "" : record.get(name)));
        rows.add(row);
      }
    }
    return rows;
  }
}
