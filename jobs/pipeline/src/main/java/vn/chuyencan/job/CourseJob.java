package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.decide.Past;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.work.Workers;

/**
 * Gives the work on course runs to tasks. Little work is one task; more is two stages: what files
 * tell is packed by partition, and each partition measures its runs. No plan of Spark SQL is made,
 * which would cost more than a small night's work.
 */
final class CourseJob {
  /** Below this, starting a second stage costs more than it saves. */
  static final long LITTLE_ROWS = 20_000;

  private static final int LITTLE_LEARNERS = 500;

  /** Rows that a partition holds in memory at once. */
  private static final long ROWS_A_PARTITION = 150_000;

  private final Lake lake;
  private final Workers workers;
  private final IntegrityLimits integrity;

  CourseJob(Night night) {
    this.lake = night.lake();
    this.workers = night.workers();
    this.integrity = night.configuration().integrity();
  }

  /**
   * Measures the runs of a scope and decides upon their learners; all goes into new files.
   *
   * @param littleRows fewer rows are measured in one task
   * @param decider null when nobody decides
   * @param comparison with what the decisions are compared; null likewise
   */
  CourseOutcome measure(
      long littleRows,
      Scope scope,
      Decider decider,
      DecisionComparison comparison,
      List<FactFile> files) {
    return measureInto(
        littleRows, scope, filesOf(CourseMeasures.TABLES, decider, comparison), files);
  }

  /** Measures the runs of a scope; what becomes of their learners is the sinks' business. */
  CourseOutcome measureInto(
      long littleRows, Scope scope, CourseSink.Maker sinks, List<FactFile> files) {
    CourseTask task = new CourseTask(scope, sinks, tablesOf(files));
    long rows = rows(files);
    int learners = scope.contexts().stream().mapToInt(context -> context.roster().size()).sum();
    return together(
        rows < littleRows && learners < LITTLE_LEARNERS
            ? workers.each(List.of(List.copyOf(files)), task::readAndMeasure)
            : inTwoStages(task, scope, files, rows));
  }

  private List<CourseOutcome> inTwoStages(
      CourseTask task, Scope scope, List<FactFile> files, long rows) {
    int wanted = (int) Math.max(2L * workers.threads(), rows / ROWS_A_PARTITION + 1);
    // Actors whom nobody knows are gathered also where no course run is measured.
    int partitions = Math.max(1, Math.min(scope.contexts().size(), wanted));
    int[] partitionOf = partitionOf(scope.contexts(), partitions);
    return workers.inTwoStages(
        bundles(files, wanted),
        (bundle, place) -> task.pack(bundle, partitionOf, partitions),
        partitions,
        (pieces, place) -> task.measurePieces(pieces, partitionOf, place));
  }

  /**
   * Tells of course runs in which nobody is decided upon any more what was decided before.
   *
   * @param outcome to which the files are added
   */
  void end(Set<String> courseIds, DecisionComparison comparison, CourseOutcome outcome) {
    if (courseIds.isEmpty()) {
      return;
    }
    try (CourseSink files =
        filesOf(List.of(), null, comparison).at(new TaskPlace(0, 0, workers.hadoop()))) {
      for (String courseId : courseIds) {
        files.openRun(courseId);
        files.endRun(List.of(), List.of());
      }
      files.finish(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decides upon the measures that files of {@code learner_course_measure} hold. */
  CourseOutcome decide(Decider decider, DecisionComparison comparison, List<FactFile> files) {
    return read(filesOf(List.of(), decider, comparison), files);
  }

  /** Reads the measures that files of {@code learner_course_measure} hold. */
  CourseOutcome read(CourseSink.Maker sinks, List<FactFile> files) {
    CourseTask task = new CourseTask(Scope.NONE, sinks, tablesOf(files));
    long rows = rows(files);
    int wanted = rows < LITTLE_LEARNERS ? 1 : 2 * workers.threads();
    return together(workers.each(coursesTogether(files, wanted), task::readStored));
  }

  /** All files of a course run go to one task, which sees who is in the run and who is no more. */
  private static List<List<FactFile>> coursesTogether(List<FactFile> files, int wanted) {
    Map<String, List<FactFile>> byCourse = FactFile.byCourse(files);
    int number = Math.max(1, Math.min(wanted, byCourse.size()));
    List<List<FactFile>> bundles = new ArrayList<>(number);
    for (int bundle = 0; bundle < number; bundle++) {
      bundles.add(new ArrayList<>());
    }
    long[] load = new long[number];
    byCourse.values().stream()
        .sorted(Comparator.comparingLong((List<FactFile> some) -> -rows(some)))
        .forEach(
            some -> {
              int bundle = least(load);
              bundles.get(bundle).addAll(some);
              load[bundle] += rows(some);
            });
    return bundles;
  }

  private static long rows(List<FactFile> files) {
    return files.stream().mapToLong(FactFile::rows).sum();
  }

  /** Sinks that write files. */
  private CourseSink.Maker filesOf(
      List<String> measures, Decider decider, DecisionComparison comparison) {
    List<String> names = new ArrayList<>(measures);
    if (integrity.any()) {
      names.add(Tables.INTEGRITY_SIGNAL);
    }
    if (comparison != null) {
      names.addAll(Decider.TABLES);
      names.addAll(Past.TABLES);
      names.add(Tables.DECISION_CHANGE);
    }
    Map<String, Table> tables = tables(names);
    return place -> new CourseFiles(tables, decider, comparison, place);
  }

  private Map<String, Table> tablesOf(List<FactFile> files) {
    return tables(files.stream().map(FactFile::table).distinct().toList());
  }

  private static CourseOutcome together(List<CourseOutcome> outcomes) {
    CourseOutcome all = new CourseOutcome();
    outcomes.forEach(all::add);
    return all;
  }

  private Map<String, Table> tables(List<String> names) {
    Map<String, Table> tables = new HashMap<>();
    for (String name : names) {
      tables.put(name, SerializableTable.copyOf(lake.table(name)));
    }
    return tables;
  }

  /** The largest runs first, each to the partition that has least so far. */
  private static int[] partitionOf(List<CourseContext> contexts, int partitions) {
    long[] load = new long[partitions];
    int[] partitionOf = new int[contexts.size()];
    IntStream.range(0, contexts.size())
        .boxed()
        .sorted(Comparator.comparingInt((Integer run) -> -contexts.get(run).enrolments().size()))
        .forEach(
            run -> {
              partitionOf[run] = least(load);
              load[partitionOf[run]] += 1 + contexts.get(run).enrolments().size();
            });
    return partitionOf;
  }

  private static List<List<FactFile>> bundles(List<FactFile> files, int wanted) {
    int number = Math.max(1, Math.min(wanted, files.size()));
    List<List<FactFile>> bundles = new ArrayList<>(number);
    for (int bundle = 0; bundle < number; bundle++) {
      bundles.add(new ArrayList<>());
    }
    long[] load = new long[number];
    files.stream()
        .sorted(Comparator.comparingLong((FactFile file) -> -file.file().file().fileSizeInBytes()))
        .forEach(
            file -> {
              int bundle = least(load);
              bundles.get(bundle).add(file);
              load[bundle] += file.file().file().fileSizeInBytes();
            });
    return bundles;
  }

  private static int least(long[] load) {
    long smallest = Arrays.stream(load).min().orElseThrow();
    return IntStream.range(0, load.length)
        .filter(i -> load[i] == smallest)
        .findFirst()
        .orElseThrow();
  }
}
