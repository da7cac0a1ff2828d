package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Batch;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.RepeatingWorkers;
import vn.chuyencan.testing.SparkLake;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.testing.TravellingWorkers;
import vn.chuyencan.work.SparkWorkers;
import vn.chuyencan.work.Workers;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;

/**
 * However the statements come – at once, night by night, late, with the voiding after its target,
 * after a run that died – the published tables are the same.
 */
class NightLawsTest {
  private static final List<String> VIDEO =
      List.of("video/2026-09.ndjson.gz", "video/2026-10.json.gz");
  private static final String CORRECTION = "correction/2026-10.ndjson";

  @TempDir private static Path folder;
  private static String expected;

  @BeforeAll
  static void undisturbed() {
    expected =
        new SampleNights(folder.resolve("undisturbed"))
            .deliver(SampleNights.allFiles())
            .run(SampleNights.LAST, "undisturbed")
            .manifest()
            .digest();
  }

  @Test
  void nightByNightLateAndVoidedAfterwards() {
    SampleNights nights = new SampleNights(folder.resolve("nights"));
    List<String> rest = new ArrayList<>(SampleNights.allFiles());
    rest.removeAll(VIDEO);
    rest.remove(CORRECTION);
    List<String> evenWeeks =
        rest.stream().filter(file -> file.matches(".*W(38|40|42|44).*")).toList();
    rest.removeAll(evenWeeks);
    nights.deliver(VIDEO).deliver(rest).run(LocalDate.of(2026, 10, 4), "one");
    Batch late = nights.deliver(evenWeeks).run(LocalDate.of(2026, 10, 20), "two").batches().get(0);
    assertThat(late.balances()).isTrue();
    NightlyRun.Outcome last = nights.deliver(List.of(CORRECTION)).run(SampleNights.LAST, "three");
    assertThat(last.batches()).singleElement().extracting(Batch::voidedEarlier).isEqualTo(1L);
    assertThat(last.manifest().digest()).isEqualTo(expected);
  }

  @Test
  void aRunThatDiedLeavesNothing() {
    SampleNights nights = new SampleNights(folder.resolve("died")).deliver(SampleNights.allFiles());
    Night dying = nights.night(SampleNights.LAST);
    Lake lake = dying.lake();
    // What a run leaves that is killed after it has written, and before it has committed.
    dying
        .configuration()
        .sources()
        .get(0)
        .reader()
        .ingest(
            new RecordIntake(
                dying.workers(),
                lake,
                "lms-xapi",
                1,
                dying.zone(),
                dying.asOf(),
                dying.codeVersion()),
            ScanOptions.of(
                ScanMode.LENIENT, dying.configuration().institution().secret(), dying.startedAt()));
    assertThat(events(lake)).isEqualTo(8671);

    NightlyRun.Outcome after = nights.run(SampleNights.LAST, "after");
    assertThat(after.batches()).singleElement().extracting(Batch::accepted).isEqualTo(8671L);
    assertThat(after.manifest().digest()).isEqualTo(expected);
    assertThat(events(nights.night(SampleNights.LAST).lake())).isEqualTo(8671);
  }

  private static long events(Lake lake) {
    return SparkLake.of(lake).read(Tables.LEARNING_EVENT).count();
  }

  @Test
  void onSparkEverythingIsTheSame() {
    assertTheSameBy(
        "spark",
        new SparkWorkers(JavaSparkContext.fromSparkContext(SparkSessions.shared().sparkContext())));
  }

  @Test
  void whereEveryTaskIsDoneTwiceEverythingIsTheSame() {
    assertTheSameBy("twice", new RepeatingWorkers(TestWorkers.shared()));
  }

  @Test
  void whereTasksTravelEverythingIsTheSame() {
    assertTheSameBy("travelling", new TravellingWorkers(TestWorkers.shared()));
  }

  /** Also where every job has two stages. */
  private static void assertTheSameBy(String name, Workers workers) {
    SampleNights nights =
        new SampleNights(folder.resolve(name), workers).deliver(SampleNights.allFiles());
    NightlyRun.Outcome outcome = nights.run(SampleNights.LAST, name);
    assertThat(outcome.manifest().digest()).isEqualTo(expected);
    Night night = nights.night(SampleNights.LAST);
    MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, 0, Progress.NONE);
    DecideJob.run(night, MeasureJob.courses(night), Progress.NONE);
    assertThat(nights.run(SampleNights.LAST, "again").manifest().digest()).isEqualTo(expected);
  }
}
