package vn.chuyencan.job;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.decide.CourseChanges;
import vn.chuyencan.decide.Past;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.table.LakeFiles;

/**
 * What a step needs to tell of each course run what came out otherwise: where the decisions before
 * lie, and what has changed since. Travels to the tasks, where each run's are read in its turn.
 */
final class DecisionComparison implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, ArrayList<FactFile>> before = new HashMap<>();
  private final HashMap<String, CourseCauses> causes;
  private final HashSet<String> frozen;
  private final HashSet<String> reviewedCases;
  private final long changeNo;
  private final LocalDate asOf;

  /**
   * @param before files of {@link Past#TABLES}, each of one course run
   * @param causes by course run; runs of which nothing is said have not changed
   * @param frozen runs whose decisions stay
   * @param reviewedCases cases about which the register of decisions says something else
   * @param changeNo number of the step
   */
  DecisionComparison(
      Collection<FactFile> before,
      Map<String, CourseCauses> causes,
      Set<String> frozen,
      Set<String> reviewedCases,
      long changeNo,
      LocalDate asOf) {
    FactFile.byCourse(before)
        .forEach((courseId, files) -> this.before.put(courseId, new ArrayList<>(files)));
    this.causes = new HashMap<>(causes);
    this.frozen = new HashSet<>(frozen);
    this.reviewedCases = new HashSet<>(reviewedCases);
    this.changeNo = changeNo;
    this.asOf = asOf;
  }

  /**
   * Begins the comparison of a run.
   *
   * @param tables {@link Past#TABLES}, as they travel to tasks
   */
  CourseChanges open(String courseId, Map<String, Table> tables) {
    Past past = new Past();
    for (FactFile file : before.getOrDefault(courseId, new ArrayList<>())) {
      Table table = tables.get(file.table());
      Schema columns =
          new Schema(
              List.of(Past.columns(file.table())).stream().map(table.schema()::findField).toList());
      try (CloseableIterable<Record> rows = LakeFiles.read(table, file.file(), columns)) {
        rows.forEach(row -> past.add(file.table(), row));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new CourseChanges(
        courseId,
        past,
        causes.getOrDefault(courseId, new CourseCauses()),
        new CourseChanges.Step(changeNo, asOf, reviewedCases),
        frozen.contains(courseId));
  }
}
