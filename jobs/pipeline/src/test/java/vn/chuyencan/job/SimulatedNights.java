package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.simulation.Simulation;
import vn.chuyencan.table.Lake;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.work.Workers;

/** Nights over the sample, as they are and configured otherwise, and simulations of them. */
final class SimulatedNights {
  private final Path folder;
  private final SampleNights nights;
  private int runs;

  /**
   * A night over the whole sample.
   *
   * @param folder an empty one
   */
  SimulatedNights(Path folder) {
    this.folder = folder;
    this.nights = new SampleNights(folder.resolve("all")).deliver(SampleNights.allFiles());
    night(night -> night);
  }

  SampleNights nights() {
    return nights;
  }

  /** The id of the last run. */
  String run() {
    return "run-" + runs;
  }

  /** Runs a whole night that is configured otherwise. */
  void night(UnaryOperator<Night> otherwise) {
    runs++;
    NightlyRun.run(
        otherwise.apply(nights.night(SampleNights.LAST)), run(), CsvMark.ABSENT, Progress.NONE);
  }

  /** The sample's last night for somebody who only reads. */
  Night reading() {
    return reading(TestWorkers.shared());
  }

  Night reading(Workers workers) {
    return reading(nights, workers);
  }

  static Night reading(SampleNights from, Workers workers) {
    // Of the day after: what counts is the day of the decisions.
    return from.reading(SampleNights.LAST.plusDays(1), workers);
  }

  Simulation simulate(SimulationRequest request) {
    return SimulationJob.run(reading(), request, Progress.NONE);
  }

  static Map<DecisionKey, Status> after(Simulation simulation) {
    Map<DecisionKey, Status> after = new TreeMap<>(Simulation.ORDER);
    for (Simulation.Compared one : simulation.decisions()) {
      if (one.after() != null) {
        after.put(one.key(), one.after());
      }
    }
    return after;
  }

  Map<DecisionKey, Status> stored() {
    Lake lake = reading().lake();
    Map<DecisionKey, Status> stored = new TreeMap<>(Simulation.ORDER);
    stored.putAll(StoredDecisions.statuses(lake, StoredDecisions.courses(lake)));
    return stored;
  }

  /** Simulates a change, makes it, compares, and takes it back. */
  Simulation assertTheSame(SimulationRequest request, UnaryOperator<Night> otherwise) {
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
                  reading().lake(), Set.copyOf(decided.stream().map(DecisionKey::of).toList())));
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

  Path policy(String name, UnaryOperator<String> change) {
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

  static UnaryOperator<Night> by(Path policy) {
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

  static UnaryOperator<Night> runs(UnaryOperator<CourseRun> change) {
    return night -> {
      Registers registers = night.registers();
      return night.with(
          registers.with(
              RegisterName.COURSE_RUN, registers.courseRuns().stream().map(change).toList()));
    };
  }

  static CourseRun estimated(CourseRun run, String estimator) {
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

  /** The same where only one course run is told of. */
  Simulation assertTheSame(
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

  /** Gives parameters values in the register, so that the policy's file stays. */
  static UnaryOperator<Night> parameters(Map<String, String> values) {
    return night -> {
      List<CourseParameter> rows = new ArrayList<>();
      night
          .registers()
          .courseRuns()
          .forEach(
              run ->
                  values.forEach(
                      (name, value) -> rows.add(new CourseParameter(run.courseId(), name, value))));
      return night.with(night.registers().with(RegisterName.COURSE_PARAMETER, rows));
    };
  }
}
