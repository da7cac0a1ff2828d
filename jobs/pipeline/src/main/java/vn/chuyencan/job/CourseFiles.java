package vn.chuyencan.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.RowWriter;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.TaskPlace;

/** The data files that one task writes, a writer a table; course runs come one after another. */
final class CourseFiles implements CourseSink {
  private final Map<String, Table> tables;

  /** Null when nothing is to be decided. */
  private final Decider decider;

  private final TaskPlace place;
  private final Map<String, RowWriter> writers = new HashMap<>();
  private final List<Object[]> reviews = new ArrayList<>();

  /**
   * @param tables the tables, as they travel to tasks
   * @param decider who decides right after a learner's measures are there; null when nobody does
   * @param place the task's
   */
  CourseFiles(Map<String, Table> tables, Decider decider, TaskPlace place) {
    this.tables = tables;
    this.decider = decider;
    this.place = place;
  }

  private RowWriter writer(String name) {
    return writers.computeIfAbsent(
        name,
        fresh ->
            new RowWriter(tables.get(fresh), RowShape.of(fresh), place.number(), place.attempt()));
  }

  @Override
  public void measured(int run, LearnerCourse learner) {
    for (int table = 0; table < LearnerCourse.TABLES.size(); table++) {
      String name = LearnerCourse.TABLES.get(table);
      List<Object[]> rows = learner.rows().get(table);
      if (name.equals(Tables.PEER_REVIEW)) {
        reviews.addAll(rows);
      } else {
        write(name, rows);
      }
    }
    if (decider != null) {
      stored(learner.measures());
    }
  }

  @Override
  public void stored(Object[] measures) {
    List<List<Object[]>> rows = decider.decide(measures);
    for (int table = 0; table < Decider.TABLES.size(); table++) {
      write(Decider.TABLES.get(table), rows.get(table));
    }
  }

  @Override
  public void endRun() {
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
