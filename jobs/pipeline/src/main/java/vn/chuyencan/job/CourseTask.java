package vn.chuyencan.job;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.decide.CourseChanges;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.FactPacker;
import vn.chuyencan.measure.FactScan;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.table.LakeFiles;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Piece;
import vn.chuyencan.work.TaskPlace;

/**
 * What tasks do with course runs: facts are read, each run is measured, and right after a learner's
 * measures are there the policies decide upon them. A plain loop.
 */
final class CourseTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Scope scope;

  /** Null when nothing is to be decided. */
  private final Decider decider;

  /** Null likewise. */
  private final DecisionComparison comparison;

  private final HashMap<String, Table> tables;

  /**
   * @param scope the runs to measure
   * @param decider who decides upon the measures; null when nobody does
   * @param comparison with what the decisions are compared; null likewise
   * @param tables all tables that are read and written, as they travel to tasks
   */
  CourseTask(
      Scope scope, Decider decider, DecisionComparison comparison, Map<String, Table> tables) {
    this.scope = scope;
    this.decider = decider;
    this.comparison = comparison;
    this.tables = new HashMap<>(tables);
  }

  private CloseableIterable<Record> rows(FactFile file) {
    Table table = tables.get(file.table());
    return LakeFiles.read(table, file.file(), FactScan.columns(file.table(), table));
  }

  /** Reads all facts and measures all runs: the whole work where there is little of it. */
  CourseOutcome readAndMeasure(List<FactFile> files, TaskPlace place) throws IOException {
    CourseMeasures measures = new CourseMeasures(scope);
    for (FactFile file : files) {
      measures.read(file.table(), rows(file));
    }
    return measure(measures, new int[scope.contexts().size()], place);
  }

  /** Measures the runs of one partition from the pieces packed for it. */
  CourseOutcome measurePieces(Iterator<byte[]> pieces, int[] partitionOf, TaskPlace place)
      throws IOException {
    CourseMeasures measures = new CourseMeasures(scope);
    pieces.forEachRemaining(measures::add);
    return measure(measures, partitionOf, place);
  }

  private CourseOutcome measure(CourseMeasures measures, int[] partitionOf, TaskPlace place)
      throws IOException {
    CourseOutcome outcome = new CourseOutcome();
    try (CourseFiles files = new CourseFiles(tables, place)) {
      for (int run = 0; run < partitionOf.length; run++) {
        if (partitionOf[run] == place.number()) {
          Set<String> known = new HashSet<>();
          String courseId = scope.contexts().get(run).run().courseId();
          CourseChanges changes = decider == null ? null : comparison.open(courseId, tables);
          CourseMeasures.Measured measured =
              measures.measure(
                  run,
                  learner -> {
                    known.add(learner.learnerId());
                    files.measured(learner);
                    if (decider != null) {
                      decide(learner, files, changes);
                    }
                  });
          if (changes != null) {
            changes.end();
            files.changed(changes);
          }
          files.endRun(measured.corrections(), measures.responses(run, known));
          outcome.addLearners(courseId, measured.learners());
        }
      }
      files.finish(outcome);
    }
    outcome.add(measures.unresolved());
    return outcome;
  }

  private void decide(LearnerCourse learner, CourseFiles files, CourseChanges changes) {
    List<List<Object[]>> decided = decider.decide(learner.measures());
    changes.add(
        learner.learnerId(),
        decided,
        learner.rows().get(LearnerCourse.TABLES.indexOf(Tables.CORRECTION)));
    if (!changes.frozen()) {
      files.decided(decided);
    }
  }

  /**
   * Decides upon stored measures.
   *
   * @param measured all files of some course runs
   */
  CourseOutcome decideStored(List<FactFile> measured, TaskPlace place) throws IOException {
    CourseOutcome outcome = new CourseOutcome();
    Map<String, List<FactFile>> byCourse = new TreeMap<>();
    for (FactFile file : measured) {
      byCourse
          .computeIfAbsent(DecisionComparison.courseOf(file), id -> new ArrayList<>())
          .add(file);
    }
    try (CourseFiles files = new CourseFiles(tables, place)) {
      for (Map.Entry<String, List<FactFile>> course : byCourse.entrySet()) {
        CourseChanges changes = comparison.open(course.getKey(), tables);
        for (FactFile file : course.getValue()) {
          decideStored(file, files, changes);
        }
        changes.end();
        files.changed(changes);
      }
      files.finish(outcome);
    }
    return outcome;
  }

  private void decideStored(FactFile file, CourseFiles files, CourseChanges changes)
      throws IOException {
    RowShape shape = RowShape.of(Tables.LEARNER_COURSE_MEASURE);
    int learnerId = shape.place("learner_id");
    Table table = tables.get(file.table());
    try (CloseableIterable<Record> rows = LakeFiles.read(table, file.file(), table.schema())) {
      for (Record row : rows) {
        Object[] measures = shape.of(row);
        List<List<Object[]>> decided = decider.decide(measures);
        changes.add((String) measures[learnerId], decided, null);
        if (!changes.frozen()) {
          files.decided(decided);
        }
      }
    }
  }

  /** Packs the facts of files for the partitions in which their runs are measured. */
  Iterator<Piece> pack(List<FactFile> bundle, int[] partitionOf, int partitions) {
    Iterator<FactFile> files = bundle.iterator();
    FactPacker packer = new FactPacker(scope, partitionOf, partitions);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (packer.full().isEmpty() && files.hasNext()) {
          read(files.next());
          if (!files.hasNext()) {
            packer.finish();
          }
        }
        return !packer.full().isEmpty();
      }

      private void read(FactFile file) {
        try {
          packer.read(file.table(), rows(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Piece next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Map.Entry<Integer, byte[]> piece = packer.full().remove();
        return new Piece(piece.getKey(), piece.getValue());
      }
    };
  }
}
