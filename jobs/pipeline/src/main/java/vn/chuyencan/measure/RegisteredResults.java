package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import vn.chuyencan.model.Grade;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * What registers tell of the outcome of one course run, which is published as it stands and not
 * measured. Travels to the tasks.
 */
final class RegisteredResults implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final RowShape GRADE = RowShape.of(Tables.GRADE);

  private final HashMap<String, ArrayList<Grade>> grades = new HashMap<>();

  void add(Grade row) {
    grades.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
  }

  /** A learner's grades. */
  List<Grade> gradesOf(String learnerId) {
    return grades.getOrDefault(learnerId, new ArrayList<>());
  }

  /** Rows of {@code grade} of a learner, in the table's order. */
  List<Object[]> grades(String learnerId) {
    return gradesOf(learnerId).stream()
        .sorted(Comparator.comparing(Grade::componentId))
        .map(RegisteredResults::row)
        .toList();
  }

  private static Object[] row(Grade grade) {
    Object[] row = GRADE.row();
    row[GRADE.place("course_id")] = grade.courseId();
    row[GRADE.place("learner_id")] = grade.learnerId();
    row[GRADE.place("component_id")] = grade.componentId();
    row[GRADE.place("component_name")] = grade.componentName();
    row[GRADE.place("kind")] = grade.kind().code();
    row[GRADE.place("score")] = grade.score();
    row[GRADE.place("min_score")] = grade.minScore();
    row[GRADE.place("max_score")] = grade.maxScore();
    row[GRADE.place("weight")] = grade.weight();
    row[GRADE.place("mode")] = grade.mode() == null ? null : grade.mode().code();
    row[GRADE.place("state")] = grade.state().code();
    row[GRADE.place("graded_on")] = grade.gradedOn();
    row[GRADE.place("source")] = grade.source();
    return row;
  }
}
