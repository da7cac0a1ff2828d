package vn.chuyencan.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/** The stored measures of one learner as a policy reads them. */
public final class StoredMeasures {

  private StoredMeasures() {}

  /**
   * The measures of a learner.
   *
   * @param course the course run as it was last decided upon
   * @return empty when nothing was measured
   */
  public static Optional<LearnerMeasures> of(Lake lake, CourseProgress course, String learnerId) {
    try (CloseableIterable<Record> rows =
        lake.rows(
            Tables.LEARNER_COURSE_MEASURE,
            Expressions.and(
                Expressions.equal("course_id", course.courseId()),
                Expressions.equal("learner_id", learnerId)))) {
      Iterator<Record> found = rows.iterator();
      return found.hasNext()
          ? Optional.of(MeasureReader.read(MeasureReader.SHAPE.of(found.next()), course))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
