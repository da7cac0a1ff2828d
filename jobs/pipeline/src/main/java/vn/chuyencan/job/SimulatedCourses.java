package vn.chuyencan.job;

import java.util.List;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** Decides upon learners by several scenarios and writes nothing. */
final class SimulatedCourses implements CourseSink {
  private static final int COURSE_ID =
      RowShape.of(Tables.LEARNER_COURSE_MEASURE).place("course_id");

  private final List<List<Scenario>> scenarios;
  private final int[] scenariosOf;
  private final Kept kept;
  private final CourseOutcome found = new CourseOutcome();

  /**
   * @param scenarios sets of scenarios
   * @param scenariosOf by which set is decided in each run of the scope; stored measures are
   *     decided upon by the first
   */
  SimulatedCourses(List<List<Scenario>> scenarios, int[] scenariosOf, Kept kept) {
    this.scenarios = scenarios;
    this.scenariosOf = scenariosOf;
    this.kept = kept;
  }

  @Override
  public void openRun(String courseId) {
    // Whether it is looked at is asked of every learner's measures.
  }

  @Override
  public void measured(int run, LearnerCourse learner) {
    decide(scenarios.get(scenariosOf[run]), learner.measures());
  }

  @Override
  public void stored(Object[] measures, List<Object[]> signals) {
    if (kept.looksAt((String) measures[COURSE_ID])) {
      decide(scenarios.get(0), measures);
    }
  }

  private void decide(List<Scenario> by, Object[] measures) {
    for (Scenario scenario : by) {
      for (Decision decision : scenario.decider().decisions(scenario.variation().of(measures))) {
        if (kept.looksAt(decision)) {
          found.add(new Verdict(scenario.number(), DecisionKey.of(decision), decision.status()));
          if (kept.keeps(scenario.number(), decision)) {
            found.add(decision);
          }
        }
      }
    }
  }

  @Override
  public void endRun(List<Object[]> corrections, List<Object[]> responses) {
    // Nothing is written.
  }

  @Override
  public void finish(CourseOutcome outcome) {
    outcome.add(found);
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
