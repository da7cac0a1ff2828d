package vn.chuyencan.measure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.chuyencan.model.Correction;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Rows of {@code correction}: what a correction did, or why it did nothing. */
final class CorrectionRows {
  /** In the place of a learner: the correction concerns the course run. */
  static final String WHOLE_RUN = "*";

  static final String SUPERSEDED = "superseded";
  static final String UNKNOWN_TARGET = "unknown_target";
  static final String ALREADY_SO = "already_so";
  static final String WAS_PRESENT = "was_present";
  static final String NOT_FINISHED = "not_finished";
  static final String OFF_SCALE = "off_scale";
  static final String OUTSIDE_RUN = "outside_run";
  static final String NOT_MEASURED = "not_measured";
  static final String UNKNOWN_COURSE = "unknown_course";

  private static final RowShape SHAPE = RowShape.of(Tables.CORRECTION);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int CORRECTION_ID = SHAPE.place("correction_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");

  /** The order of the table among the rows of one course run. */
  static final Comparator<Object[]> ORDER =
      Comparator.comparing((Object[] row) -> (String) row[CORRECTION_ID], CanonicalText::compare)
          .thenComparing(row -> (String) row[LEARNER_ID], CanonicalText::compare);

  private CorrectionRows() {}

  /**
   * A row.
   *
   * @param before the value without the correction; null when there is none
   * @param after the value that is used; null when it is not applied
   * @param whyNot why it is not applied; null when it is
   */
  static Object[] row(
      Correction correction,
      String courseId,
      String learnerId,
      String target,
      String before,
      String after,
      String whyNot) {
    Object[] row = SHAPE.row();
    row[COURSE_ID] = courseId;
    row[CORRECTION_ID] = correction.correctionId();
    row[LEARNER_ID] = learnerId;
    row[SHAPE.place("kind")] = correction.kind().code();
    row[SHAPE.place("target")] = target;
    row[SHAPE.place("value_before")] = before;
    row[SHAPE.place("value_after")] = whyNot == null ? after : null;
    row[SHAPE.place("applied")] = whyNot == null;
    row[SHAPE.place("why_not")] = whyNot;
    row[SHAPE.place("author")] = correction.author();
    row[SHAPE.place("corrected_on")] = correction.correctedOn();
    row[SHAPE.place("reason")] = correction.reason();
    return row;
  }

  /** The same by column, for rows that the driver writes. */
  static Map<String, Object> byColumn(Object[] row) {
    Map<String, Object> values = new LinkedHashMap<>();
    TableContract.of(Tables.CORRECTION)
        .columns()
        .forEach(column -> values.put(column.name(), row[SHAPE.place(column.name())]));
    return values;
  }

  /** The id of the correction of which a row tells. */
  static String correctionId(Object[] row) {
    return (String) row[CORRECTION_ID];
  }

  /**
   * What a correction corrects, in words for no particular language; null when it names nothing.
   */
  static String target(Correction correction) {
    return switch (correction.kind()) {
      case EXCUSE ->
          correction.sessionId() != null
              ? "session=" + correction.sessionId()
              : "week=" + correction.courseWeek();
      case OUTAGE -> null;
      case MARK -> "attempt=" + correction.activityId() + "/" + correction.attemptId();
      case ATTENDANCE -> "session=" + correction.sessionId();
      case POST_IRRELEVANT -> "post=" + correction.postId();
      case ORAL_CONSULTATION ->
          correction.sessionId() == null ? null : "session=" + correction.sessionId();
      case SUBMISSION_CHECK ->
          "artefact=" + correction.activityId() + "/" + correction.artefact().code();
    };
  }
}
