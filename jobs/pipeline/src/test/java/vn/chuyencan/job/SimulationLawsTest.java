package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.Assumption;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.SensitivityRow;
import vn.chuyencan.report.Simulation;
import vn.chuyencan.report.Simulation.Baseline;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.testing.TravellingWorkers;
import vn.chuyencan.work.SparkWorkers;
import vn.chuyencan.work.Workers;

/**
 * A simulation says what a night would decide that is configured so: each change is simulated, then
 * really made, and all decisions and their criteria are compared.
 */
class SimulationLawsTest {
  private static final SimulationRequest NOTHING = SimulationRequest.nothing();
  private static final String COURSE = "DGHT-2026-1";

  @TempDir private static Path folder;
  private static SampleNights nights;
  private static int runs;

  @BeforeAll
  static void aNight() {
    nights = new SampleNights(folder.resolve("all")).deliver(SampleNights.allFiles());
    night(night -> night);
  }

  /** Runs a whole night that is configured otherwise. */
  private static void night(UnaryOperator<Night> otherwise) {
    runs++;
    NightlyRun.run(
        otherwise.apply(nights.night(SampleNights.LAST)),
        "run-" + runs,
        CsvMark.ABSENT,
        Progress.NONE);
  }

  private static Night reading(SampleNights from) {
    return reading(from, TestWorkers.shared());
  }

  private static Night reading(SampleNights from, Workers workers) {
    // Of the day after: what counts is the day of the decisions.
    Night night = from.night(SampleNights.LAST.plusDays(1));
    return new Night(
        night.configuration(),
        night.registers(),
        Lake.reading(workers.hadoop(), night.configuration().warehouse()),
        workers,
        night.asOf(),
        night.startedAt(),
        night.codeVersion());
  }

  private static Simulation simulate(SimulationRequest request) {
    return SimulationJob.run(reading(nights), request, Progress.NONE);
  }

  private static Map<DecisionKey, Status> after(Simulation simulation) {
    Map<DecisionKey, Status> after = new TreeMap<>(Simulation.ORDER);
    for (Simulation.Compared one : simulation.decisions()) {
      if (one.after() != null) {
        after.put(one.key(), one.after());
      }
    }
    return after;
  }

  private static Map<DecisionKey, Status> stored() {
    Lake lake = reading(nights).lake();
    Map<DecisionKey, Status> stored = new TreeMap<>(Simulation.ORDER);
    stored.putAll(StoredDecisions.statuses(lake, StoredDecisions.courses(lake)));
    return stored;
  }

  /** Simulates a change, makes it, compares, and takes it back. */
  private static Simulation assertTheSame(
      SimulationRequest request, UnaryOperator<Night> otherwise) {
    Simulation simulation = simulate(request);
    try {
      night(otherwise);
      assertThat(after(simulation)).isEqualTo(stored());
      List<Decision> decided =
          simulation.changes().stream()
              .map(DecisionDifference::after)
              .filter(decision -> decision != null)
              .toList();
      Map<DecisionKey, Decision> real =
          byKey(
              StoredDecisions.of(
                  reading(nights).lake(),
                  Set.copyOf(decided.stream().map(DecisionKey::of).toList())));
      for (Decision decision : decided) {
        Decision same = real.get(DecisionKey.of(decision));
        assertThat(decision.criteria()).isEqualTo(same.criteria());
        assertThat(decision.estimator()).isEqualTo(same.estimator());
        assertThat(decision.courseParameters()).isEqualTo(same.courseParameters());
        assertThat(decision.asOf()).isEqualTo(same.asOf());
        assertThat(decision.unmetCriteria()).isEqualTo(same.unmetCriteria());
        assertThat(decision.reviewCases()).hasSameElementsAs(same.reviewCases());
      }
    } finally {
      night(night -> night);
    }
    return simulation;
  }

  private static Map<DecisionKey, Decision> byKey(List<Decision> decisions) {
    return decisions.stream().collect(Collectors.toMap(DecisionKey::of, decision -> decision));
  }

  private static Path policy(String name, UnaryOperator<String> change) {
    try {
      String bundled =
          Files.readString(Repository.root().resolve("schemas/policies/flipped-classroom.yaml"));
      String changed = change.apply(bundled);
      assertThat(changed).isNotEqualTo(bundled);
      return Files.writeString(folder.resolve(name), changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnaryOperator<Night> by(Path policy) {
    return night ->
        new Night(
            night.configuration().withPolicies(List.of(policy.toString())),
            night.registers(),
            night.lake(),
            night.workers(),
            night.asOf(),
            night.startedAt(),
            night.codeVersion());
  }

  private static UnaryOperator<Night> runs(UnaryOperator<CourseRun> change) {
    return night -> {
      Registers registers = night.registers();
      return night.with(
          registers.with(
              RegisterName.COURSE_RUN, registers.courseRuns().stream().map(change).toList()));
    };
  }

  private static CourseRun estimated(CourseRun run, String estimator) {
    return new CourseRun(
        run.courseId(),
        run.title(),
        run.iri(),
        run.opensOn(),
        run.closesOn(),
        run.zone(),
        run.weeksOff(),
        estimator);
  }

  @Test
  void whereNothingIsOtherwiseNothingChangesAndNothingIsWritten() throws IOException {
    Map<String, String> before = content();

    Simulation simulation = simulate(NOTHING);

    assertThat(simulation.asOf()).isEqualTo(SampleNights.LAST);
    assertThat(simulation.baseline())
        .isEqualTo(new Baseline(Baseline.Source.STORED, "run-" + runs, 0));
    assertThat(simulation.assumptions()).isEmpty();
    assertThat(simulation.changes()).isEmpty();
    assertThat(simulation.decisions())
        .hasSizeGreaterThan(100)
        .allMatch(one -> one.kind() == DecisionDifference.Kind.NONE);
    simulate(NOTHING.withReading(Optional.of("dedication"), Optional.empty()));
    simulate(NOTHING.withSensitivity());
    assertThat(content()).isEqualTo(before);
  }

  /** Every file below the folder with its size and time of change. */
  private static Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("all"))) {
      for (Path file : files.toList()) {
        content.put(
            file.toString(),
            Files.isDirectory(file)
                ? ""
                : Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return content;
  }

  @Test
  void measuredAgainAsRegisteredNothingChanges() {
    Simulation simulation =
        SimulationJob.run(
            runs(run -> estimated(run, "standard")).apply(reading(nights)), NOTHING, Progress.NONE);

    assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.MEASURED_ANEW);
    assertThat(simulation.baseline().differing()).isZero();
    assertThat(simulation.changes()).isEmpty();
    assertThat(after(simulation)).isEqualTo(stored());
  }

  @Test
  void aParameter() {
    Path file =
        policy("600.yaml", text -> text.replace("minutes_required: 540", "minutes_required: 600"));

    Simulation simulation =
        assertTheSame(
            NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "600"))),
            parameters(Map.of("minutes_required", "600")));

    assertThat(simulation.changes()).isNotEmpty();
    assertThat(simulation.changes())
        .allSatisfy(
            change ->
                assertThat(change.deciding())
                    .isNotEmpty()
                    .anyMatch(one -> one.criterionId().matches("FC-(TT\\.2|LT\\.1r?|TH\\.1r?)")));
    assertThat(after(simulate(NOTHING.withPolicies(List.of(file.toString())))))
        .isEqualTo(after(simulation));
  }

  /** Gives parameters values in the register, so that the policy's file stays. */
  private static UnaryOperator<Night> parameters(Map<String, String> values) {
    return night -> {
      List<CourseParameter> rows = new ArrayList<>();
      night
          .registers()
          .courseRuns()
          .forEach(
              run ->
                  values.forEach(
                      (name, value) ->
                          rows.add(new CourseParameter(run.courseId(), name, value))));
      return night.with(night.registers().with(RegisterName.COURSE_PARAMETER, rows));
    };
  }

  @Test
  void aVariant() {
    Map<String, String> changes =
        PolicyText.of("flipped-classroom").policy().variant("gap_15").orElseThrow().changes();

    Simulation simulation =
        assertTheSame(NOTHING.withVariants(List.of("gap_15")), parameters(changes));

    assertThat(simulation.changes()).isNotEmpty();
    assertThat(simulation.assumptions()).extracting(Assumption::name).contains("time");
  }

  @Test
  void anotherPolicyWithOtherCertificates() {
    Path file =
        policy(
            "other.yaml",
            text ->
                text.replace("id: flipped-classroom\n", "id: other\n")
                    .replace("- id: practice\n", "- id: workshop\n")
                    .replace("percent: 75", "percent: 50"));

    Simulation simulation = assertTheSame(NOTHING.withPolicies(List.of(file.toString())), by(file));

    assertThat(simulation.changes())
        .filteredOn(change -> change.certificate().equals("practice"))
        .isNotEmpty()
        .allMatch(change -> change.kind() == DecisionDifference.Kind.REMOVED)
        .allMatch(change -> !change.before().criteria().isEmpty());
    assertThat(simulation.changes())
        .filteredOn(change -> change.certificate().equals("workshop"))
        .isNotEmpty()
        .allMatch(change -> change.kind() == DecisionDifference.Kind.ADDED);
  }

  @Test
  void estimators() {
    for (String estimator : List.of("dedication", "use_stats", "attendance_register")) {
      assertTheSame(
          NOTHING.withReading(Optional.of(estimator), Optional.empty()),
          runs(run -> estimated(run, estimator)));
    }
  }

  @Test
  void otherDaysOfACourseRun() {
    LocalDate opensOn = LocalDate.of(2026, 9, 16);
    LocalDate closesOn = LocalDate.of(2026, 10, 25);

    Simulation simulation =
        assertTheSame(
            NOTHING
                .about(Set.of(COURSE), Set.of())
                .withDays(Optional.of(opensOn), Optional.of(closesOn)),
            runs(run -> run.courseId().equals(COURSE) ? run.between(opensOn, closesOn) : run),
            COURSE);

    assertThat(simulation.assumptions()).hasSize(2);
  }

  /** The same where only one course run is told of. */
  private static Simulation assertTheSame(
      SimulationRequest request, UnaryOperator<Night> otherwise, String course) {
    Simulation simulation = simulate(request);
    try {
      night(otherwise);
      Map<DecisionKey, Status> real = stored();
      real.keySet().removeIf(key -> !key.courseId().equals(course));
      assertThat(after(simulation)).isEqualTo(real);
    } finally {
      night(night -> night);
    }
    return simulation;
  }

  @Test
  void theGapOfTheEstimatorChangesNothing() {
    Simulation simulation =
        simulate(
            NOTHING.withReading(
                Optional.of("standard"), Optional.of(Duration.ofMinutes(30))));

    assertThat(simulation.assumptions()).isEmpty();
    assertThat(simulation.changes()).isEmpty();
  }

  /** With another gap the time is what the published band says of that gap. */
  @Test
  void anotherGapGivesTheTimeOfTheBand() {
    // A threshold that nobody reaches, so that the decisions are told with their values.
    Simulation simulation =
        simulate(
            NOTHING
                .withParameters(new TreeMap<>(Map.of("minutes_required", "50000")))
                .withReading(
                    Optional.empty(), Optional.of(Duration.ofMinutes(60))));

    assertThat(simulation.assumptions())
        .extracting(Assumption::after)
        .containsExactly("50000", "standard/60");
    List<String> seen = new ArrayList<>();
    for (DecisionDifference change : simulation.changes()) {
      for (String criterion : List.of("FC-TT.2", "FC-LT.1", "FC-TH.1")) {
        change.after().criteria().stream()
            .filter(result -> result.criterionId().equals(criterion))
            .forEach(
                result -> {
                  // Under a gap of 60 minutes the longest reading is the one that counts.
                  assertThat(result.value()).isEqualTo(result.valueHigh());
                  change.before().criteria().stream()
                      .filter(was -> was.criterionId().equals(criterion))
                      .forEach(was -> assertThat(result.value()).isEqualTo(was.valueHigh()));
                  seen.add(criterion);
                });
      }
    }
    assertThat(seen).isNotEmpty();
  }

  @Test
  void whatIsNotDecidedYetDoesNotCount() {
    List<String> later = SampleNights.allFiles().stream().filter(f -> f.contains("W40")).toList();
    List<String> first = new ArrayList<>(SampleNights.allFiles());
    first.removeAll(later);
    SampleNights interrupted = new SampleNights(folder.resolve("interrupted")).deliver(first);
    interrupted.run(SampleNights.LAST, "one");
    SimulationRequest dedication =
        NOTHING.withReading(Optional.of("dedication"), Optional.empty());
    Simulation before = SimulationJob.run(reading(interrupted), dedication, Progress.NONE);

    Night night = interrupted.deliver(later).night(SampleNights.LAST);
    assertThat(IngestJob.run(night, Progress.NONE)).isNotEmpty();

    assertThat(SimulationJob.run(reading(interrupted), NOTHING, Progress.NONE).changes()).isEmpty();
    Simulation during = SimulationJob.run(reading(interrupted), dedication, Progress.NONE);
    assertThat(during).isEqualTo(before);
  }

  @Test
  void whereverTasksAreDoneTheResultIsTheSame() {
    SimulationRequest request =
        NOTHING
            .withReading(Optional.of("dedication"), Optional.empty())
            .withSensitivity();
    Simulation here = simulate(request);
    for (Workers workers :
        List.of(
            new TravellingWorkers(TestWorkers.shared()),
            new SparkWorkers(
                JavaSparkContext.fromSparkContext(SparkSessions.shared().sparkContext())))) {
      assertThat(SimulationJob.run(reading(nights, workers), request, Progress.NONE))
          .isEqualTo(here);
    }
  }

  @Test
  void oneTableOfReadings() {
    List<SensitivityRow> table =
        simulate(NOTHING.about(Set.of("LHDN-2026-1"), Set.of("theory")).withSensitivity())
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
        .filteredOn(
            row -> row.reading().endsWith("_weeks") || row.aspect().equals("attendance"))
        .hasSize(4)
        .allMatch(row -> row.changed() == 0);
    // T-3 has 452, 498 and 561 minutes of 540: read by 15 minutes alone it is short of time.
    assertThat(table.get(3).count(Status.MET)).isGreaterThan(table.get(1).count(Status.MET));
  }

  @Test
  void otherPoliciesThanThoseOfTheDecisionsAreSaidToBe() {
    Path file =
        policy("541.yaml", text -> text.replace("minutes_required: 540", "minutes_required: 700"));

    Simulation simulation =
        SimulationJob.run(by(file).apply(reading(nights)), NOTHING, Progress.NONE);

    assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.DECIDED_ANEW);
    assertThat(simulation.baseline().differing()).isPositive();
    assertThat(simulation.changes()).isEmpty();
    Simulation back =
        SimulationJob.run(
            by(file).apply(reading(nights)),
            NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "540"))),
            Progress.NONE);
    assertThat(after(back)).isEqualTo(stored());
    assertThat(back.changes())
        .hasSize(simulation.baseline().differing())
        .allMatch(change -> !change.deciding().isEmpty());
  }

  @Test
  void whatIsFrozenStaysAsItIs() {
    SimulationRequest request =
        NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "600"))).withSensitivity();
    Simulation before = simulate(request);
    assertThat(before.frozen()).isEmpty();
    assertThat(before.changes()).anyMatch(change -> change.courseId().equals(COURSE));
    FreezeJob.freeze(nights.night(SampleNights.LAST), COURSE, "a", null, FreezeJob.Demand.ANY);
    try {
      Simulation simulation =
          assertTheSame(
              NOTHING.withParameters(request.parameters()),
              parameters(Map.of("minutes_required", "600")));
      assertThat(simulation.frozen()).containsExactly(COURSE);
      assertThat(simulation.changes())
          .isEqualTo(
              before.changes().stream()
                  .filter(change -> !change.courseId().equals(COURSE))
                  .toList());
      assertThat(simulation.decisions()).hasSameSizeAs(before.decisions());
      assertThat(simulate(request).sensitivity())
          .isEqualTo(
              before.sensitivity().stream()
                  .filter(row -> !row.courseId().equals(COURSE))
                  .toList());
      Simulation alone = simulate(request.about(Set.of(COURSE), Set.of()));
      assertThat(alone.changes()).isEmpty();
      assertThat(alone.decisions())
          .isNotEmpty()
          .allMatch(one -> one.kind() == DecisionDifference.Kind.NONE);
    } finally {
      FreezeJob.unfreeze(nights.night(SampleNights.LAST), COURSE, "a", null);
      night(night -> night);
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
        reading(nights)
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
        StoredDecisions.ofCourse(reading(nights).lake(), COURSE).stream()
            .flatMap(decision -> decision.reviewCases().stream())
            .map(one -> granted(one.caseId()))
            .toList();
    assertThat(granted).isNotEmpty();
    UnaryOperator<Night> reviewed =
        night -> night.with(night.registers().with(RegisterName.REVIEW_DECISION, granted));
    try {
      night(reviewed);
      Simulation simulation =
          SimulationJob.run(reviewed.apply(reading(nights)), NOTHING, Progress.NONE);
      assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.STORED);
      assertThat(simulation.changes()).isEmpty();
      assertThat(decidedByPersons()).isPositive();
      // The same decided anew: every computed status is as it was stored.
      assertThat(
              after(
                  SimulationJob.run(
                      reviewed.apply(reading(nights)),
                      NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "540"))),
                      Progress.NONE)))
          .isEqualTo(stored());
    } finally {
      night(night -> night);
    }
  }
}
