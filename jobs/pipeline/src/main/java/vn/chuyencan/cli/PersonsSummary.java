package vn.chuyencan.cli;

import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.expressions.Expressions;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/**
 * What of persons' decisions and corrections somebody should look at after a night.
 *
 * @param decisionsNotApplied decisions of a case that is not there, upon other figures, or after a
 *     freeze
 * @param correctionsNotApplied corrections that did nothing to anybody, without those that a later
 *     one replaced
 * @param notices correction notices
 */
record PersonsSummary(long decisionsNotApplied, long correctionsNotApplied, long notices) {
  private static final String SUPERSEDED = "superseded";

  static PersonsSummary of(Lake lake) {
    long[] counts = new long[2];
    Set<String> applied = new HashSet<>();
    Set<String> failed = new HashSet<>();
    LakeRows.eachIfAny(
        lake,
        Tables.REVIEW_DECISION,
        Expressions.alwaysTrue(),
        row -> {
          String state = (String) row.getField("state");
          counts[0] += state.equals("applied") || state.equals(SUPERSEDED) ? 0 : 1;
        },
        "state");
    LakeRows.eachIfAny(
        lake,
        Tables.CORRECTION,
        Expressions.alwaysTrue(),
        row -> {
          String id = (String) row.getField("correction_id");
          if ((Boolean) row.getField("applied")) {
            applied.add(id);
          } else if (!SUPERSEDED.equals(row.getField("why_not"))) {
            failed.add(id);
          }
        },
        "correction_id",
        "applied",
        "why_not");
    LakeRows.eachIfAny(
        lake, Tables.CORRECTION_NOTICE, Expressions.alwaysTrue(), row -> counts[1]++, "course_id");
    failed.removeAll(applied);
    return new PersonsSummary(counts[0], failed.size(), counts[1]);
  }
}
