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
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.FactPacker;
import vn.chuyencan.measure.FactScan;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.table.LakeFiles;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Piece;
import vn.chuyencan.work.TaskPlace;

/**
 * What tasks do with course runs: facts are read, each run is measured, and every learner's
 * measures are handed to the task's sink, which decides upon them. A plain loop.
 */
final class CourseTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int SIGNAL_OF = RowShape.of(Tables.INTEGRITY_SIGNAL).place("learner_id");
  private static final int MEASURES_OF =
      RowShape.of(Tables.LEARNER_COURSE_MEASURE).place("learner_id");

  private final Scope scope;
  private final CourseSink.Maker sinks;
  private final HashMap<String, Table> tables;

  /**
   * @param scope the runs to measure
   * @param sinks what becomes of the learners
   * @param tables all tables that are read, as they travel to tasks
   */
  CourseTask(Scope scope, CourseSink.Maker sinks, Map<String, Table> tables) {
    this.scope = scope;
    this.sinks = sinks;
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
    try (CourseSink sink = sinks.at(place)) {
      for (int number = 0; number < partitionOf.length; number++) {
        if (partitionOf[number] == place.number()) {
          int run = number;
          String courseId = scope.contexts().get(run).run().courseId();
          Set<String> known = new HashSet<>();
          sink.openRun(courseId);
          CourseMeasures.Measured measured =
              measures.measure(
                  run,
                  learner -> {
                    known.add(learner.learnerId());
                    sink.measured(run, learner);
                  });
          sink.endRun(measured.corrections(), measures.responses(run, known));
          outcome.addLearners(courseId, measured.learners());
        }
      }
      sink.finish(outcome);
    }
    outcome.add(measures.unresolved());
    return outcome;
  }

  /**
   * Hands stored measures on.
   *
   * @param measured all files of some course runs: their measures, and what stood out in traces
   */
  CourseOutcome readStored(List<FactFile> measured, TaskPlace place) throws IOException {
    CourseOutcome outcome = new CourseOutcome();
    try (CourseSink sink = sinks.at(place)) {
      for (Map.Entry<String, List<FactFile>> course : FactFile.byCourse(measured).entrySet()) {
        sink.openRun(course.getKey());
        Map<String, List<Object[]>> signals = new HashMap<>();
        for (FactFile file : course.getValue()) {
          if (file.table().equals(Tables.INTEGRITY_SIGNAL)) {
            readStored(
                file,
                row ->
                    signals
                        .computeIfAbsent((String) row[SIGNAL_OF], id -> new ArrayList<>())
                        .add(ofItsOwn(row)));
          }
        }
        for (FactFile file : course.getValue()) {
          if (file.table().equals(Tables.LEARNER_COURSE_MEASURE)) {
            readStored(
                file,
                row ->
                    sink.stored(row, signals.getOrDefault((String) row[MEASURES_OF], List.of())));
          }
        }
        sink.endRun(List.of(), List.of());
      }
      sink.finish(outcome);
    }
    return outcome;
  }

  /** Lists of a row that was read are filled again by the next. */
  private static Object[] ofItsOwn(Object[] row) {
    Object[] copy = row.clone();
    for (int place = 0; place < copy.length; place++) {
      if (copy[place] instanceof List<?> list) {
        copy[place] = new ArrayList<>(list);
      }
    }
    return copy;
  }

  private void readStored(FactFile file, Consumer<Object[]> each) throws IOException {
    RowShape shape = RowShape.of(file.table());
    Table table = tables.get(file.table());
    try (CloseableIterable<Record> rows = LakeFiles.read(table, file.file(), table.schema())) {
      for (Record row : rows) {
        each.accept(shape.of(row));
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
