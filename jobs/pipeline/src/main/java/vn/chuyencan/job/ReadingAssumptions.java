package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.report.simulation.Assumption;

/** What of the reading of traces is otherwise than registered. */
final class ReadingAssumptions {

  private ReadingAssumptions() {}

  static List<Assumption> of(SimulationBasis registered, SimulationBasis simulated) {
    List<Assumption> assumptions = new ArrayList<>();
    String before = estimators(registered);
    String after = estimators(simulated);
    if (!before.equals(after)) {
      assumptions.add(new Assumption(Assumption.Subject.ESTIMATOR, "", before, after));
    }
    return assumptions;
  }

  private static String estimators(SimulationBasis basis) {
    Set<String> ids = new TreeSet<>();
    for (CourseContext context : basis.contexts()) {
      ids.add(context.estimator().id());
    }
    return String.join(", ", ids);
  }
}
