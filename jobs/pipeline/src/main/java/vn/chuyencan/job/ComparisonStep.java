package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.notIn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.expressions.Expression;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.decide.Past;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/**
 * Makes decisions comparable with those before them, and puts them in their place: those of frozen
 * course runs stay, their differences become notices; of all others the changes are written down.
 */
final class ComparisonStep {
  private final Night night;
  private final Lake lake;
  private final CourseInputs inputs;
  private final CourseRunTable runs;
  private final Set<String> frozen;
  private Map<String, String> registersDigests;

  ComparisonStep(Night night, CourseInputs inputs) {
    this.night = night;
    this.lake = night.lake();
    this.inputs = inputs;
    this.runs = new CourseRunTable(inputs);
    this.frozen = new FreezeTable(lake).frozen();
  }

  /** Course runs whose decisions stay as they are. */
  Set<String> frozen() {
    return frozen;
  }

  /** What the registers say of each course run, as digests. */
  Map<String, String> registersDigests() {
    if (registersDigests == null) {
      registersDigests = night.registers().digestByCourse();
    }
    return registersDigests;
  }

  /**
   * The comparison for the course runs that are decided upon.
   *
   * @param courses progress of all course runs
   * @param decided the runs that are decided upon, and those of which registers tell no more
   * @param everywhere what has changed for all runs
   * @param seen what was seen of runs, by course run
   * @param reviewedCases cases about which the register of decisions says something else
   */
  DecisionComparison of(
      List<CourseProgress> courses,
      Set<String> decided,
      Set<ChangeCause> everywhere,
      Map<String, CourseCauses> seen,
      Set<String> reviewedCases) {
    Map<String, CourseCauses> causes = new HashMap<>();
    Map<String, String> registers = registersDigests();
    for (CourseProgress course : courses) {
      if (decided.contains(course.courseId())) {
        CourseCauses all = new CourseCauses();
        everywhere.forEach(all::add);
        if (seen.containsKey(course.courseId())) {
          all.addAll(seen.get(course.courseId()));
        }
        runs.causes(course, registers.getOrDefault(course.courseId(), "")).forEach(all::add);
        causes.put(course.courseId(), all);
      }
    }
    for (String courseId : decided) {
      if (!causes.containsKey(courseId)) {
        CourseCauses gone = new CourseCauses();
        gone.add(ChangeCause.REGISTER);
        causes.put(courseId, gone);
      }
    }
    List<FactFile> before = new ArrayList<>();
    for (String table : Past.TABLES) {
      if (lake.exists(table)) {
        before.addAll(inputs.filesOf(table, condition(decided, courses.size())));
      }
    }
    Snapshot last = lake.table(Tables.DECISION_CHANGE).currentSnapshot();
    long changeNo = last == null ? 1 : last.sequenceNumber() + 1;
    return new DecisionComparison(before, causes, frozen, reviewedCases, changeNo, night.asOf());
  }

  private static Expression condition(Set<String> courses, int all) {
    return courses.size() == all ? alwaysTrue() : in("course_id", courses.toArray());
  }

  /**
   * What of the program and the configuration is not as it was when the measures were made.
   *
   * @param before what they depended on then
   * @param now what they would depend on of the same day
   */
  static Set<ChangeCause> changed(MeasureDependence before, MeasureDependence now) {
    EnumSet<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    if (!before.program().equals(now.program())) {
      causes.add(ChangeCause.PROGRAM);
    }
    // Measures of an older program do not tell it.
    if (!before.configuration().isEmpty() && !before.configuration().equals(now.configuration())) {
      causes.add(ChangeCause.CONFIGURATION);
    }
    return causes;
  }

  /**
   * Gathers the decisions for the next commit.
   *
   * @param replaced which rows they replace, by course run
   */
  void replace(CourseOutcome outcome, Expression replaced, LakeChange change) {
    Expression open =
        frozen.isEmpty() ? replaced : and(replaced, notIn("course_id", frozen.toArray()));
    for (String table : Decider.TABLES) {
      change.replace(table, open, outcome.files(table));
    }
    change.replace(Tables.CORRECTION_NOTICE, replaced, outcome.files(Tables.CORRECTION_NOTICE));
    change.append(Tables.DECISION_CHANGE, outcome.files(Tables.DECISION_CHANGE));
  }
}
