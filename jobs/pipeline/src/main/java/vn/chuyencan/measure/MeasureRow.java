package vn.chuyencan.measure;

import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** A row of {@code learner_course_measure} on its way, filled by column name. */
final class MeasureRow {
  private static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_MEASURE);

  private final Object[] values = SHAPE.row();

  void set(String column, Object value) {
    values[SHAPE.place(column)] = value;
  }

  Object[] values() {
    return values;
  }
}
