package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** Rows of {@code correction_notice}: what a frozen decision would be by now. */
final class NoticeRows {
  private static final RowShape SHAPE = RowShape.of(Tables.CORRECTION_NOTICE);
  private static final int FROZEN_STATUS = SHAPE.place("frozen_status");
  private static final int FROZEN_STANDING = SHAPE.place("frozen_standing");
  private static final int STATUS_NOW = SHAPE.place("status_now");
  private static final int STANDING_NOW = SHAPE.place("standing_now");
  private static final int DIFFERENCES = SHAPE.place("differences");
  private static final int CAUSES = SHAPE.place("causes");
  private static final int FIRST_SEEN = SHAPE.place("first_seen");
  private static final int AS_OF = SHAPE.place("as_of");
  private static final int SCALE = 6;

  private NoticeRows() {}

  /** The content of a stored notice, by the columns of {@link Past#columns}. */
  static List<Object> stored(Record record) {
    List<Object> content =
        new ArrayList<>(Arrays.asList(record.get(2), record.get(3), record.get(4), record.get(5)));
    for (Object one : (List<?>) record.get(6)) {
      Record difference = (Record) one;
      for (int member = 0; member < difference.size(); member++) {
        content.add(difference.get(member));
      }
    }
    return content;
  }

  /** The same of a row on its way. */
  private static List<Object> content(Object[] row) {
    List<Object> content =
        new ArrayList<>(
            Arrays.asList(
                row[FROZEN_STATUS], row[FROZEN_STANDING], row[STATUS_NOW], row[STANDING_NOW]));
    for (Object one : (List<?>) row[DIFFERENCES]) {
      content.addAll(Arrays.asList((Object[]) one));
    }
    return content;
  }

  /**
   * The notice about one decision.
   *
   * @param frozen the decision as frozen; null when there was none
   * @param now the decision as computed now; null when there is none
   * @param before the notice as it was given before; null when there was none
   * @param causes what acted since the time before
   * @return null when nothing differs
   */
  static Object[] of(
      String[] key,
      PastDecision frozen,
      PastDecision now,
      Past.Notice before,
      Set<ChangeCause> causes,
      LocalDate asOf) {
    List<Object[]> differences = differences(frozen, now);
    boolean same =
        frozen != null
            && now != null
            && frozen.status().equals(now.status())
            && frozen.standing().equals(now.standing());
    if (same && differences.isEmpty()) {
      return null;
    }
    Object[] row = SHAPE.row();
    row[SHAPE.place("course_id")] = key[0];
    row[SHAPE.place("learner_id")] = key[1];
    row[SHAPE.place("certificate")] = key[2];
    row[FROZEN_STATUS] = frozen == null ? null : frozen.status();
    row[FROZEN_STANDING] = frozen == null ? null : frozen.standing();
    row[STATUS_NOW] = now == null ? null : now.status();
    row[STANDING_NOW] = now == null ? null : now.standing();
    row[DIFFERENCES] = differences;
    boolean known = before != null && before.content().equals(content(row));
    Set<String> all = new TreeSet<>(before == null ? List.of() : before.causes());
    if (!known) {
      causes.forEach(cause -> all.add(cause.code()));
    }
    row[CAUSES] = new ArrayList<>(all);
    row[FIRST_SEEN] = before == null ? asOf : before.firstSeen();
    row[AS_OF] = known ? before.asOf() : asOf;
    return row;
  }

  private static List<Object[]> differences(PastDecision frozen, PastDecision now) {
    Set<String> ids = new TreeSet<>();
    if (frozen != null) {
      ids.addAll(frozen.criteria().keySet());
    }
    if (now != null) {
      ids.addAll(now.criteria().keySet());
    }
    List<Object[]> differences = new ArrayList<>();
    for (String id : ids) {
      PastDecision.Result one = frozen == null ? null : frozen.criteria().get(id);
      PastDecision.Result other = now == null ? null : now.criteria().get(id);
      if (one == null || other == null || !one.sameStatus(other) || !one.sameValue(other)) {
        differences.add(new Object[] {id, status(one), status(other), value(one), value(other)});
      }
    }
    return differences;
  }

  private static String status(PastDecision.Result result) {
    return result == null ? "" : result.status();
  }

  private static String value(PastDecision.Result result) {
    BigDecimal value = result == null ? null : result.value();
    return value == null ? "" : value.setScale(SCALE, RoundingMode.UNNECESSARY).toPlainString();
  }
}
