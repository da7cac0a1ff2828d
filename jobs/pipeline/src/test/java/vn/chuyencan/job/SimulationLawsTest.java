package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.simulation.Assumption;
import vn.chuyencan.report.simulation.Simulation;
import vn.chuyencan.report.simulation.Simulation.Baseline;

/**
 * A simulation says what a night would decide that is configured so: each change is simulated, then
 * really made, and all decisions and their criteria are compared.
 */
@Tag("long")
class SimulationLawsTest {
  private static final SimulationRequest NOTHING = SimulationRequest.nothing();
  private static final String COURSE = "DGHT-2026-1";

  @TempDir private static Path folder;
  private static SimulatedNights sample;

  @BeforeAll
  static void aNight() {
    sample = new SimulatedNights(folder);
  }

  @Test
  void whereNothingIsOtherwiseNothingChangesAndNothingIsWritten() throws IOException {
    Map<String, String> before = content();

    Simulation simulation = sample.simulate(NOTHING);

    assertThat(simulation.asOf()).isEqualTo(SampleNights.LAST);
    assertThat(simulation.baseline())
        .isEqualTo(new Baseline(Baseline.Source.STORED, sample.run(), 0));
    assertThat(simulation.assumptions()).isEmpty();
    assertThat(simulation.changes()).isEmpty();
    assertThat(simulation.decisions())
        .hasSizeGreaterThan(100)
        .allMatch(one -> one.kind() == DecisionDifference.Kind.NONE);
    sample.simulate(NOTHING.withReading(Optional.of("dedication"), Optional.empty()));
    sample.simulate(NOTHING.withSensitivity());
    Map<String, String> after = content();
    assertThat(difference(before, after)).isEmpty();
    assertThat(difference(after, before)).isEmpty();
  }

  private static Set<Map.Entry<String, String>> difference(
      Map<String, String> all, Map<String, String> known) {
    Set<Map.Entry<String, String>> rest = new HashSet<>(all.entrySet());
    rest.removeAll(known.entrySet());
    return rest;
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
            SimulatedNights.runs(run -> SimulatedNights.estimated(run, "standard"))
                .apply(sample.reading()),
            NOTHING,
            Progress.NONE);

    assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.MEASURED_ANEW);
    assertThat(simulation.baseline().differing()).isZero();
    assertThat(simulation.changes()).isEmpty();
    assertThat(SimulatedNights.after(simulation)).isEqualTo(sample.stored());
  }

  @Test
  void aParameter() {
    Path file =
        sample.policy(
            "600.yaml", text -> text.replace("minutes_required: 540", "minutes_required: 600"));

    Simulation simulation =
        sample.assertTheSame(
            NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "600"))),
            SimulatedNights.parameters(Map.of("minutes_required", "600")));

    assertThat(simulation.changes()).isNotEmpty();
    assertThat(simulation.changes())
        .allSatisfy(
            change ->
                assertThat(change.deciding())
                    .isNotEmpty()
                    .anyMatch(one -> one.criterionId().matches("FC-(TT\\.2|LT\\.1r?|TH\\.1r?)")));
    assertThat(
            SimulatedNights.after(sample.simulate(NOTHING.withPolicies(List.of(file.toString())))))
        .isEqualTo(SimulatedNights.after(simulation));
  }

  @Test
  void aVariant() {
    Map<String, String> changes =
        PolicyText.of("flipped-classroom").policy().variant("time_gap_15").orElseThrow().changes();

    Simulation simulation =
        sample.assertTheSame(
            NOTHING.withVariants(List.of("time_gap_15")), SimulatedNights.parameters(changes));

    assertThat(simulation.changes()).isNotEmpty();
    assertThat(simulation.assumptions()).extracting(Assumption::name).contains("time");
  }

  @Test
  void anotherPolicyWithOtherCertificates() {
    Path file =
        sample.policy(
            "other.yaml",
            text ->
                text.replace("id: flipped-classroom\n", "id: other\n")
                    .replace("- id: practice\n", "- id: workshop\n")
                    .replace("percent: 75", "percent: 50"));

    Simulation simulation =
        sample.assertTheSame(
            NOTHING.withPolicies(List.of(file.toString())), SimulatedNights.by(file));

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
      sample.assertTheSame(
          NOTHING.withReading(Optional.of(estimator), Optional.empty()),
          SimulatedNights.runs(run -> SimulatedNights.estimated(run, estimator)));
    }
  }

  @Test
  void otherDaysOfACourseRun() {
    LocalDate opensOn = LocalDate.of(2026, 9, 16);
    LocalDate closesOn = LocalDate.of(2026, 10, 25);

    Simulation simulation =
        sample.assertTheSame(
            NOTHING
                .about(Set.of(COURSE), Set.of())
                .withDays(Optional.of(opensOn), Optional.of(closesOn)),
            SimulatedNights.runs(
                run -> run.courseId().equals(COURSE) ? run.between(opensOn, closesOn) : run),
            COURSE);

    assertThat(simulation.assumptions()).hasSize(2);
  }

  @Test
  void theGapOfTheEstimatorChangesNothing() {
    Simulation simulation =
        sample.simulate(
            NOTHING.withReading(Optional.of("standard"), Optional.of(Duration.ofMinutes(30))));

    assertThat(simulation.assumptions()).isEmpty();
    assertThat(simulation.changes()).isEmpty();
  }

  /** With another gap the time is what the published band says of that gap. */
  @Test
  void anotherGapGivesTheTimeOfTheBand() {
    // A threshold that nobody reaches, so that the decisions are told with their values.
    Simulation simulation =
        sample.simulate(
            NOTHING
                .withParameters(new TreeMap<>(Map.of("minutes_required", "50000")))
                .withReading(Optional.empty(), Optional.of(Duration.ofMinutes(60))));

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
  void otherPoliciesThanThoseOfTheDecisionsAreSaidToBe() {
    Path file =
        sample.policy(
            "541.yaml", text -> text.replace("minutes_required: 540", "minutes_required: 700"));

    Simulation simulation =
        SimulationJob.run(SimulatedNights.by(file).apply(sample.reading()), NOTHING, Progress.NONE);

    assertThat(simulation.baseline().source()).isEqualTo(Baseline.Source.DECIDED_ANEW);
    assertThat(simulation.baseline().differing()).isPositive();
    assertThat(simulation.changes()).isEmpty();
    Simulation back =
        SimulationJob.run(
            SimulatedNights.by(file).apply(sample.reading()),
            NOTHING.withParameters(new TreeMap<>(Map.of("minutes_required", "540"))),
            Progress.NONE);
    assertThat(SimulatedNights.after(back)).isEqualTo(sample.stored());
    assertThat(back.changes())
        .hasSize(simulation.baseline().differing())
        .allMatch(change -> !change.deciding().isEmpty());
  }
}
