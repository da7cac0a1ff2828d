package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.MeasureCatalog;
import vn.chuyencan.policy.MeasureDefinition;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** From a row of {@code learner_course_measure} to what a policy may ask. */
final class MeasureReader {
  static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_MEASURE);

  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int MISSING_INPUTS = SHAPE.place("missing_inputs");

  /** The measures that stand in the row; others depend on the course run's progress. */
  private static final List<Column> COLUMNS =
      MeasureCatalog.all().stream()
          .filter(measure -> SHAPE.has(measure.name()))
          .map(measure -> new Column(measure, SHAPE.place(measure.name())))
          .toList();

  private record Column(MeasureDefinition measure, int place) {}

  private MeasureReader() {}

  /**
   * The measures of one learner as of the course run's progress.
   *
   * @param row of {@code learner_course_measure}
   * @param progress of its course run
   */
  static LearnerMeasures read(Object[] row, CourseProgress progress) {
    LearnerMeasures.Builder builder =
        LearnerMeasures.builder((String) row[COURSE_ID], (String) row[LEARNER_ID])
            .phase(progress.closed() ? LearnerMeasures.Phase.CLOSED : LearnerMeasures.Phase.ONGOING)
            .missingInputs(new HashSet<>(texts(row[MISSING_INPUTS])));
    for (Column column : COLUMNS) {
      if (row[column.place()] != null) {
        add(builder, column.measure(), row[column.place()]);
      }
    }
    return builder
        .number("weeks_elapsed", progress.weeksElapsed())
        .list("log_gap_weeks", progress.logGapWeeks())
        .number("iso_weeks_elapsed", progress.isoWeeksElapsed())
        .list("iso_log_gap_weeks", progress.isoLogGapWeeks())
        .build();
  }

  private static void add(
      LearnerMeasures.Builder builder, MeasureDefinition measure, Object value) {
    switch (measure.type()) {
      case NUMBER -> builder.number(measure.name(), fraction(value));
      case NUMBER_BY_WEEK, NUMBER_BY_ISO_WEEK, NUMBER_BY_ITEM -> {
        Map<String, Fraction> values = new TreeMap<>();
        ((Map<?, ?>) value).forEach((key, one) -> values.put((String) key, fraction(one)));
        builder.byKey(measure.name(), values);
      }
      case WEEKS, IDS -> builder.list(measure.name(), texts(value));
    }
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    ((List<?>) value).forEach(text -> texts.add((String) text));
    return texts;
  }

  private static Fraction fraction(Object value) {
    return value instanceof BigDecimal decimal
        ? Fraction.of(decimal)
        : Fraction.of(((Number) value).longValue());
  }
}
