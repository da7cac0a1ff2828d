package vn.chuyencan.job;

import java.io.Closeable;
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

/** The data files that one task writes, a writer a table; course runs come one after another. */
final class CourseFiles implements Closeable {
  private final Map<String, Table> tables;
  private final TaskPlace place;
  private final Map<String, RowWriter> writers = new HashMap<>();
  private final List<Object[]> reviews = new ArrayList<>();
  private final List<Object[]> corrections = new ArrayList<>();

  /**
   * @param tables the tables, as they travel to tasks
   * @param place the task's
   */
  CourseFiles(Map<String, Table> tables, TaskPlace place) {
    this.tables = tables;
    this.place = place;
  }

  private RowWriter writer(String name) {
    return writers.computeIfAbsent(
        name,
        fresh ->
            new RowWriter(tables.get(fresh), RowShape.of(fresh), place.number(), place.attempt()));
  }

  /** Writes the rows of a learner in the run that is open. */
  void measured(LearnerCourse learner) {
    for (int table = 0; table < LearnerCourse.TABLES.size(); table++) {
      String name = LearnerCourse.TABLES.get(table);
      List<Object[]> rows = learner.rows().get(table);
      if (name.equals(Tables.PEER_REVIEW)) {
        reviews.addAll(rows);
      } else if (name.equals(Tables.CORRECTION)) {
        corrections.addAll(rows);
      } else {
        write(name, rows);
      }
    }
  }

  /** Writes the decisions upon a learner in the run that is open. */
  void decided(List<List<Object[]>> rows) {
    for (int table = 0; table < Decider.TABLES.size(); table++) {
      write(Decider.TABLES.get(table), rows.get(table));
    }
  }

  /** Writes what came out otherwise in a run. */
  void changed(CourseChanges changes) {
    write(Tables.DECISION_CHANGE, changes.changes());
    write(Tables.CORRECTION_NOTICE, changes.notices());
  }

  /**
   * Ends the run that is open.
   *
   * @param ofRun rows of {@code correction} that are no learner's
   * @param responses its rows of {@code feedback_response}, which may be nobody's
   */
  void endRun(List<Object[]> ofRun, List<Object[]> responses) {
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

  /** Ends all files and tells them. */
  void finish(CourseOutcome outcome) throws IOException {
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
