package vn.chuyencan.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import vn.chuyencan.measure.Unresolved;
import vn.chuyencan.model.Decision;

/** What one task, or all of them, made of its course runs. */
final class CourseOutcome implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, ArrayList<DataFile>> files = new HashMap<>();
  private final HashMap<String, Integer> learners = new HashMap<>();
  private final Unresolved unresolved = new Unresolved();
  private final ArrayList<Verdict> verdicts = new ArrayList<>();
  private final ArrayList<Decision> decisions = new ArrayList<>();

  void addFiles(String table, List<DataFile> more) {
    files.computeIfAbsent(table, name -> new ArrayList<>()).addAll(more);
  }

  void addLearners(String courseId, int number) {
    learners.put(courseId, number);
  }

  void add(Unresolved more) {
    unresolved.add(more);
  }

  void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  void add(Decision decision) {
    decisions.add(decision);
  }

  void add(CourseOutcome other) {
    other.files.forEach(this::addFiles);
    learners.putAll(other.learners);
    unresolved.add(other.unresolved);
    verdicts.addAll(other.verdicts);
    decisions.addAll(other.decisions);
  }

  /** New data files of a table. */
  List<DataFile> files(String table) {
    return files.getOrDefault(table, new ArrayList<>());
  }

  /** Learners measured, by course run. */
  Map<String, Integer> learners() {
    return learners;
  }

  /** Activity of identifiers that nobody has, where it was asked for. */
  Unresolved unresolved() {
    return unresolved;
  }

  /** What scenarios say, where any were asked. */
  List<Verdict> verdicts() {
    return verdicts;
  }

  /** Decisions of a scenario that were to be kept whole. */
  List<Decision> decisions() {
    return decisions;
  }
}
