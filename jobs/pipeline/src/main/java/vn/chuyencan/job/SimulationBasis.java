package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseProgressStep;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.model.CourseProgress;

/** On what some scenarios decide: course runs read in one way, and the measures of that reading. */
final class SimulationBasis {
  private final boolean stored;
  private final List<CourseContext> contexts;
  private final List<CourseProgress> progress;
  private final List<Scenario> scenarios = new ArrayList<>();

  private SimulationBasis(
      boolean stored, List<CourseContext> contexts, List<CourseProgress> progress) {
    this.stored = stored;
    this.contexts = contexts;
    this.progress = progress;
  }

  /**
   * A basis.
   *
   * @param inputs of the night with the registers of this basis
   * @param courses the course runs that are looked at; the others have no part in it
   * @param stored whether the stored measures are of this reading
   */
  static SimulationBasis of(
      Night night, CourseInputs inputs, Reading reading, Set<String> courses, boolean stored) {
    List<CourseContext> contexts =
        inputs.contexts(reading).stream()
            .filter(context -> courses.contains(context.run().courseId()))
            .toList();
    return new SimulationBasis(
        stored,
        contexts,
        CourseProgressStep.of(contexts, new TreeMap<>(), inputs.verbDays().logged(), night.asOf()));
  }

  boolean stored() {
    return stored;
  }

  List<CourseContext> contexts() {
    return contexts;
  }

  /** How far the course runs have come. */
  List<CourseProgress> progress() {
    return progress;
  }

  /** The scenarios that decide on it. */
  List<Scenario> scenarios() {
    return scenarios;
  }

  /** Whether every course run has the same days and estimator in both. */
  boolean readsLike(SimulationBasis other) {
    if (contexts.size() != other.contexts.size()) {
      return false;
    }
    for (int run = 0; run < contexts.size(); run++) {
      CourseContext one = contexts.get(run);
      CourseContext two = other.contexts.get(run);
      if (!one.run().equals(two.run()) || !one.estimator().equals(two.estimator())) {
        return false;
      }
    }
    return true;
  }
}
