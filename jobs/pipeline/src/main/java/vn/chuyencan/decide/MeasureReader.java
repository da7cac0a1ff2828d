package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.MeasureCatalog;
import vn.chuyencan.policy.MeasureDefinition;

/** From a row of {@code learner_course_measure} to what a policy may ask. */
final class MeasureReader {

  private MeasureReader() {}

  /**
   * The measures of one learner as of the course run's progress.
   *
   * @param row of {@code learner_course_measure}
   * @param progress of its course run
   */
  static LearnerMeasures read(Row row, CourseProgress progress) {
    Set<String> columns = new HashSet<>(Arrays.asList(row.schema().fieldNames()));
    LearnerMeasures.Builder builder =
        LearnerMeasures.builder(row.getAs("course_id"), row.getAs("learner_id"))
            .phase(progress.closed() ? LearnerMeasures.Phase.CLOSED : LearnerMeasures.Phase.ONGOING)
            .missingInputs(new HashSet<>(row.getList(row.fieldIndex("missing_inputs"))));
    for (MeasureDefinition measure : MeasureCatalog.all()) {
      String name = measure.name();
      if (columns.contains(name) && !row.isNullAt(row.fieldIndex(name))) {
        add(builder, measure, row, row.fieldIndex(name));
      }
    }
    return builder
        .number("weeks_elapsed", progress.weeksElapsed())
        .list("log_gap_weeks", progress.logGapWeeks())
        .build();
  }

  private static void add(
      LearnerMeasures.Builder builder, MeasureDefinition measure, Row row, int index) {
    switch (measure.type()) {
      case NUMBER -> builder.number(measure.name(), fraction(row.get(index)));
      case NUMBER_BY_WEEK, NUMBER_BY_ITEM -> {
        Map<String, Fraction> values = new TreeMap<>();
        row.<String, Object>getJavaMap(index)
            .forEach((key, value) -> values.put(key, fraction(value)));
        builder.byKey(measure.name(), values);
      }
      case WEEKS, IDS -> {
        List<String> values = new ArrayList<>(row.getList(index));
        builder.list(measure.name(), values);
      }
    }
  }

  private static Fraction fraction(Object value) {
    return value instanceof BigDecimal decimal
        ? Fraction.of(decimal)
        : Fraction.of(((Number) value).longValue());
  }
}
