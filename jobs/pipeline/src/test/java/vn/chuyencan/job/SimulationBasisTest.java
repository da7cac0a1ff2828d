package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.simulation.SensitivityRow;
import vn.chuyencan.report.simulation.Simulation;
import vn.chuyencan.report.simulation.Simulation.Baseline;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.testing.TravellingWorkers;
import vn.chuyencan.work.SparkWorkers;
import vn.chuyencan.work.Workers;

/** On what a simulation looks, what it leaves as it is, and its table of readings. */
@Tag("long")
class SimulationBasisTest {
  private static final SimulationRequest NOTHING = SimulationRequest.nothing();
  private static final String COURSE = "DGHT-2026-1";

  @TempDir private static Path folder;
  private static SimulatedNights sample;

  @BeforeAll
  static void aNight() {
    sample = new SimulatedNights(folder);
  }

  @Test
  void whatIsNotDecidedYetDoesNotCount() {
    List<String> later = SampleNights.allFiles().stream().filter(f -> f.contains("W40")).toList();
    List<String> first = new ArrayList<>(SampleNights.allFiles());
    first.removeAll(later);
    SampleNights interrupted = new SampleNights(folder.resolve("interrupted")).deliver(first);
    interrupted.run(SampleNights.LAST, "one");
    SimulationRequest dedication = NOTHING.withReading(Optional.of("dedication"), Optional.empty());
    Simulation before =
        SimulationJob.run(
            SimulatedNights.reading(interrupted, TestWorkers.shared()), dedication, Progress.NONE);

    Night night = interrupted.deliver(later).night(SampleNights.LAST);
    assertThat(IngestJob.run(night, Progress.NONE)).isNotEmpty();

    assertThat(
            SimulationJob.run(
                    SimulatedNights.reading(interrupted, TestWorkers.shared()),
                    NOTHING,
                    Progress.NONE)
                .changes())
        .isEmpty();
    Simulation during =
        SimulationJob.run(
            SimulatedNights.reading(interrupted, TestWorkers.shared()), dedication, Progress.NONE);
    assertThat(during).isEqualTo(before);
  }

  @Test
  void whereverTasksAreDoneTheResultIsTheSame() {
    SimulationRequest request =
        NOTHING.withReading(Optional.of("dedication"), Optional.empty()).withSensitivity();
    Simulation here = sample.simulate(request);
    for (Workers workers :
        List.of(
            new TravellingWorkers(TestWorkers.shared()),
            new SparkWorkers(
                JavaSparkContext.fromSparkContext(SparkSessions.shared().sparkContext())))) {
      assertThat(SimulationJob.run(sample.reading(workers), request, Progress.NONE))
          .isEqualTo(here);
    }
  }

  @Test
  void oneTableOfReadings() {
    List<SensitivityRow> table =
        sample
            .simulate(NOTHING.about(Set.of("LHDN-2026-1"), Set.of("theory")).withSensitivity())
            .sensitivity();

    assertThat(table.stream().map(row -> row.aspect() + " " + row.reading()).toList())
        .startsWith(
            "decided ",
            "session_gap 15",
            "session_gap 30",
            "session_gap 60",
            "average macro",
            "average pooled",
            "attendance present",
            "attendance excused");
    int decisions = table.get(0).decisions();
    assertThat(table).allMatch(row -> row.decisions() == decisions);
    assertThat(table.get(0).changed()).isZero();
    // The run opens on a Monday: its weeks are ISO weeks. Theory asks for no attendance.
    assertThat(table)
        .filteredOn(row -> row.reading().endsWith("_weeks") || row.aspect().equals("attendance"))
        .hasSize(4)
        .allMatch(row -> row.changed() == 0);
    // T-3 has 452, 498 and 561 minutes of 540: read by 15 minutes alone it is short of time.
    assertThat(table.get(3).count(Status.MET)).isGreaterThan(table.get(1).count(Status.MET));
  }

  @Test
  void whatIsFrozenStaysAsItIs() {
    SimulationRequest request =
        NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "600"))).withSensitivity();
    Simulation before = sample.simulate(request);
    assertThat(before.frozen()).isEmpty();
    assertThat(before.changes()).anyMatch(change -> change.courseId().equals(COURSE));
    FreezeJob.freeze(
        sample.nights().night(SampleNights.LAST), COURSE, "a", null, FreezeJob.Demand.ANY);
    try {
      Simulation simulation =
          sample.assertTheSame(
              NOTHING.withParameters(request.parameters()),
              SimulatedNights.parameters(Map.of("minutes_required", "600")));
      assertThat(simulation.frozen()).containsExactly(COURSE);
      assertThat(simulation.changes())
          .isEqualTo(
              before.changes().stream()
                  .filter(change -> !change.courseId().equals(COURSE))
                  .toList());
      assertThat(simulation.decisions()).hasSameSizeAs(before.decisions());
      assertThat(sample.simulate(request).sensitivity())
          .isEqualTo(
              before.sensitivity().stream().filter(row -> !row.courseId().equals(COURSE)).toList());
      Simulation alone = sample.simulate(request.about(Set.of(COURSE), Set.of()));
      assertThat(alone.changes()).isEmpty();
      assertThat(alone.decisions())
          .isNotEmpty()
          .allMatch(one -> one.kind() == DecisionDifference.Kind.NONE);
    } finally {
      FreezeJob.unfreeze(sample.nights().night(SampleNights.LAST), COURSE, "a", null);
      sample.night(night -> night);
    }
  }

  private static ReviewDecision granted(String caseId) {
    return new ReviewDecision(
        caseId, ReviewOutcome.GRANTED, "a", LocalDate.of(2026, 11, 1), null, null);
  }

  /** Decisions whose status that counts is not the computed one. */
  private static int decidedByPersons() {
    int number = 0;
    try (CloseableIterable<Record> rows =
        sample
            .reading()
            .lake()
            .rows(Tables.ELIGIBILITY_DECISION, Expressions.equal("course_id", COURSE))) {
      for (Record row : rows) {
        if (!row.getField("status").equals(row.getField("standing_status"))) {
          number++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return number;
  }

  /** What persons decided is neither simulated nor compared. */
  @Test
  void whatPersonsDecidedIsNoDifference() {
    List<ReviewDecision> granted =
        StoredDecisions.ofCourse(sample.reading().lake(), COURSE).stream()
            .flatMap(decision -> decision.reviewCases().stream())
            .map(one -> granted(one.caseId()))
            .toList();
    assertThat(granted).isNotEmpty();
    UnaryOperator<Night> reviewed =
        night -> night.with(night.registers().with(RegisterName.REVIEW_DECISION, granted));
    try {
      sample.night(reviewed);
      Simulation simulation =
          SimulationJob.run(reviewed.apply(sample.reading()), NOTHING, Progress.NONE);
      assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.STORED);
      assertThat(simulation.changes()).isEmpty();
      assertThat(decidedByPersons()).isPositive();
      // The same decided anew: every computed status is as it was stored.
      assertThat(
              SimulatedNights.after(
                  SimulationJob.run(
                      reviewed.apply(sample.reading()),
                      NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "540"))),
                      Progress.NONE)))
          .isEqualTo(sample.stored());
    } finally {
      sample.night(night -> night);
    }
  }
}
