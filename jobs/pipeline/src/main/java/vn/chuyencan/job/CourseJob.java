package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.table.Lake;
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

  CourseJob(Night night) {
    this.lake = night.lake();
    this.workers = night.workers();
  }

  /**
   * Measures the runs of a scope and decides upon their learners; all goes into new files.
   *
   * @param littleRows fewer rows are measured in one task
   * @param decider null when nobody decides
   */
  CourseOutcome measure(long littleRows, Scope scope, Decider decider, List<FactFile> files) {
    List<String> written = new ArrayList<>(LearnerCourse.TABLES);
    if (decider != null) {
      written.addAll(Decider.TABLES);
    }
    return measureInto(littleRows, scope, filesOf(written, decider), files);
  }

  /** Measures the runs of a scope; what becomes of their learners is the sinks' business. */
  CourseOutcome measureInto(
      long littleRows, Scope scope, CourseSink.Maker sinks, List<FactFile> files) {
    CourseTask task = new CourseTask(scope, sinks, tablesOf(files));
    long rows = files.stream().mapToLong(FactFile::rows).sum();
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

  /** Decides upon the measures that files of {@code learner_course_measure} hold. */
  CourseOutcome decide(Decider decider, List<FactFile> files) {
    return read(filesOf(Decider.TABLES, decider), files);
  }

  /** Reads the measures that files of {@code learner_course_measure} hold. */
  CourseOutcome read(CourseSink.Maker sinks, List<FactFile> files) {
    CourseTask task = new CourseTask(Scope.NONE, sinks, tablesOf(files));
    long rows = files.stream().mapToLong(FactFile::rows).sum();
    int wanted = rows < LITTLE_LEARNERS ? 1 : 2 * workers.threads();
    return together(workers.each(bundles(files, wanted), task::readStored));
  }

  private CourseSink.Maker filesOf(List<String> written, Decider decider) {
    Map<String, Table> tables = tables(written);
    return place -> new CourseFiles(tables, decider, place);
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
