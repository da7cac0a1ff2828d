package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Which rows were counted for one learner in one course run: the rows of {@code
 * learner_course_evidence}, to which the evidence of a criterion points. A key names a row among
 * the learner's rows of its table in the course run.
 */
final class CountedEvidence {
  private static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_EVIDENCE);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int EVIDENCE_TABLE = SHAPE.place("evidence_table");
  private static final int COUNTED = SHAPE.place("counted");
  private static final int KEYS = SHAPE.place("keys");
  private static final String SEPARATOR = "/";

  private final String courseId;
  private final String learnerId;
  private final List<Object[]> rows = new ArrayList<>();

  CountedEvidence(String courseId, String learnerId) {
    this.courseId = courseId;
    this.learnerId = learnerId;
  }

  /** The days of which the bursts were counted. */
  CountedEvidence days(List<Integer> days) {
    return add(
        Tables.ACTIVITY_BURST,
        days.stream().map(day -> LocalDate.ofEpochDay(day).toString()).toList());
  }

  /**
   * Rows of a table that were counted.
   *
   * @param counted the column that says whether a row is; null when all are
   * @param key columns whose values name a row
   */
  CountedEvidence rows(String table, List<Object[]> all, String counted, String... key) {
    RowShape shape = RowShape.of(table);
    List<String> keys = new ArrayList<>();
    for (Object[] row : all) {
      if (counted == null || Boolean.TRUE.equals(row[shape.place(counted)])) {
        List<String> values = new ArrayList<>();
        for (String column : key) {
          values.add(String.valueOf(row[shape.place(column)]));
        }
        keys.add(String.join(SEPARATOR, values));
      }
    }
    Collections.sort(keys);
    return add(table, keys);
  }

  private CountedEvidence add(String table, List<String> keys) {
    if (!keys.isEmpty()) {
      Object[] row = SHAPE.row();
      row[COURSE_ID] = courseId;
      row[LEARNER_ID] = learnerId;
      row[EVIDENCE_TABLE] = table;
      row[COUNTED] = keys.size();
      row[KEYS] = keys;
      rows.add(row);
    }
    return this;
  }

  /** In the table's order. */
  List<Object[]> rows() {
    rows.sort(Comparator.comparing(row -> (String) row[EVIDENCE_TABLE]));
    return rows;
  }
}
