package vn.chuyencan.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/** What stood out in traces, as it was stored. */
public final class StoredSignals {

  private StoredSignals() {}

  /** The cases of a course run that concern no certificate. */
  public static List<ReviewCase> cases(Lake lake, String courseId) {
    List<ReviewCase> cases = new ArrayList<>();
    LakeRows.eachIfAny(
        lake,
        Tables.REVIEW_CASE,
        Expressions.and(
            Expressions.equal("course_id", courseId),
            Expressions.equal("certificate", ReviewCase.INTEGRITY)),
        row -> cases.add(StoredDecisions.reviewCase(row)));
    return cases;
  }

  /** Those of one learner, by kind. */
  public static List<ReviewCase> cases(Lake lake, String courseId, String learnerId) {
    return cases(lake, courseId).stream()
        .filter(one -> one.learnerId().equals(learnerId))
        .sorted((one, two) -> one.criterionId().compareTo(two.criterionId()))
        .toList();
  }

  /** How many of all course runs nobody has decided about. */
  public static long open(Lake lake) {
    long[] open = {0};
    LakeRows.eachIfAny(
        lake,
        Tables.REVIEW_CASE,
        Expressions.and(
            Expressions.equal("certificate", ReviewCase.INTEGRITY),
            Expressions.notEqual("state", Reviewed.State.DECIDED.code())),
        row -> open[0]++);
    return open[0];
  }

  /** In how many things each kind was looked for in a course run; empty where none was. */
  public static SortedMap<IntegrityKind, Long> lookedAt(Lake lake, String courseId) {
    return lookedAt(lake, Expressions.equal("course_id", courseId));
  }

  /** The same in all course runs together. */
  public static SortedMap<IntegrityKind, Long> lookedAt(Lake lake) {
    return lookedAt(lake, Expressions.alwaysTrue());
  }

  private static SortedMap<IntegrityKind, Long> lookedAt(Lake lake, Expression where) {
    EnumMap<IntegrityKind, Long> lookedAt = new EnumMap<>(IntegrityKind.class);
    LakeRows.eachIfAny(
        lake,
        Tables.INTEGRITY_SIGNAL,
        where,
        row ->
            IntegrityKind.of((String) row.getField("signal"))
                .ifPresent(
                    kind -> lookedAt.merge(kind, (Long) row.getField("looked_at"), Long::sum)));
    return new TreeMap<>(lookedAt);
  }
}
