package vn.chuyencan.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import vn.chuyencan.decide.CourseChanges;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.RowWriter;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.TaskPlace;

/**
 * The data files that one task writes, a writer a table. Right after a learner's measures are there
 * the policies decide upon them, and the decisions are compared with those before.
 */
final class CourseFiles implements CourseSink {
  private static final RowShape MEASURES = RowShape.of(Tables.LEARNER_COURSE_MEASURE);
  private static final int LEARNER_ID = MEASURES.place("learner_id");

  private final Map<String, Table> tables;
  private final Decider decider;
  private final DecisionComparison comparison;
  private final TaskPlace place;
  private final Map<String, RowWriter> writers = new HashMap<>();
  private final List<Object[]> reviews = new ArrayList<>();
  private final List<Object[]> corrections = new ArrayList<>();

  /** Of the run that is open; null when nothing is compared. */
  private CourseChanges changes;

  /**
   * @param tables the tables that are written and those that the comparison reads, as they travel
   *     to tasks
   * @param decider who decides upon the measures; null when nobody does
   * @param comparison with what the decisions are compared; null when nothing is
   * @param place the task's
   */
  CourseFiles(
      Map<String, Table> tables, Decider decider, DecisionComparison comparison, TaskPlace place) {
    this.tables = tables;
    this.decider = decider;
    this.comparison = comparison;
    this.place = place;
  }

  private RowWriter writer(String name) {
    return writers.computeIfAbsent(
        name,
        fresh ->
            new RowWriter(tables.get(fresh), RowShape.of(fresh), place.number(), place.attempt()));
  }

  @Override
  public void openRun(String courseId) {
    changes = comparison == null ? null : comparison.open(courseId, tables);
  }

  @Override
  public void measured(int run, LearnerCourse learner) {
    List<Object[]> own = List.of();
    for (int table = 0; table < LearnerCourse.TABLES.size(); table++) {
      String name = LearnerCourse.TABLES.get(table);
      List<Object[]> rows = learner.rows().get(table);
      if (name.equals(Tables.PEER_REVIEW)) {
        reviews.addAll(rows);
      } else if (name.equals(Tables.CORRECTION)) {
        own = rows;
        corrections.addAll(rows);
      } else {
        write(name, rows);
      }
    }
    write(Tables.INTEGRITY_SIGNAL, learner.signals());
    if (decider != null) {
      decide(learner.measures(), own, learner.signals());
    }
  }

  @Override
  public void stored(Object[] measures, List<Object[]> signals) {
    decide(measures, null, signals);
  }

  /**
   * @param corrections the learner's; null where they were not made anew
   */
  private void decide(Object[] measures, List<Object[]> corrections, List<Object[]> signals) {
    List<List<Object[]>> decided = decider.decide(measures, signals);
    changes.add((String) measures[LEARNER_ID], decided, corrections);
    if (!changes.frozen()) {
      for (int table = 0; table < Decider.TABLES.size(); table++) {
        write(Decider.TABLES.get(table), decided.get(table));
      }
    }
  }

  @Override
  public void endRun(List<Object[]> ofRun, List<Object[]> responses) {
    if (changes != null) {
      changes.end();
      write(Tables.DECISION_CHANGE, changes.changes());
      write(Tables.CORRECTION_NOTICE, changes.notices());
    }
    write(Tables.FEEDBACK_RESPONSE, responses);
    corrections.addAll(ofRun);
    corrections.sort(CourseMeasures.correctionOrder());
    write(Tables.CORRECTION, corrections);
    corrections.clear();
    reviews.sort(CourseMeasures.reviewOrder());
    write(Tables.PEER_REVIEW, reviews);
    reviews.clear();
  }

  private void write(String table, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      RowWriter writer = writer(table);
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
  }

  @Override
  public void finish(CourseOutcome outcome) throws IOException {
    for (Map.Entry<String, RowWriter> writer : writers.entrySet()) {
      outcome.addFiles(writer.getKey(), writer.getValue().finish());
    }
  }

  @Override
  public void close() throws IOException {
    for (RowWriter writer : writers.values()) {
      writer.close();
    }
  }
}
