package vn.chuyencan.comply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.comply.Regulation.Rule;

/**
 * A rule that is the sum of others, such as that a text wants another text satisfied. What the
 * others find stands in the table {@code judged}: one that is not met makes the sum not met, then
 * one that lacks data, then one that a person must decide.
 */
final class RollUp {
  private final List<Regulation> regulations;
  private final Set<String> judged = new TreeSet<>();

  RollUp(List<Regulation> regulations) {
    this.regulations = List.copyOf(regulations);
  }

  /** The query of a rule that sums those whose ids begin so. */
  static String sql(List<String> beginnings) {
    String theirs =
        beginnings.stream()
            .map(beginning -> "rule_id LIKE '" + beginning.replace("'", "''") + "%'")
            .collect(Collectors.joining(" OR "));
    return """
        SELECT '*' AS scope_id,
          COUNT(CASE WHEN status IN ('MET', 'MET_BY_COMPENSATION') THEN 1 END) AS numerator,
          COUNT(CASE WHEN status <> 'NOT_APPLICABLE' THEN 1 END) AS denominator,
          CASE WHEN COUNT(*) = 0 THEN 'INSUFFICIENT_DATA'
            WHEN COUNT(CASE WHEN status = 'NOT_MET' THEN 1 END) > 0 THEN 'NOT_MET'
            WHEN COUNT(CASE WHEN status = 'INSUFFICIENT_DATA' THEN 1 END) > 0 THEN 'INSUFFICIENT_DATA'
            WHEN COUNT(CASE WHEN status = 'NEEDS_REVIEW' THEN 1 END) > 0 THEN 'NEEDS_REVIEW'
            WHEN COUNT(CASE WHEN status <> 'NOT_APPLICABLE' THEN 1 END) = 0 THEN 'NOT_APPLICABLE'
            ELSE 'MET' END AS status,
          LISTAGG(DISTINCT CASE WHEN status = 'INSUFFICIENT_DATA' THEN missing END, '; ')
            WITHIN GROUP (ORDER BY CASE WHEN status = 'INSUFFICIENT_DATA' THEN missing END)
            AS missing,
          LISTAGG(DISTINCT CASE WHEN status = 'NOT_MET' THEN rule_id END, '; ')
            WITHIN GROUP (ORDER BY CASE WHEN status = 'NOT_MET' THEN rule_id END) AS detail
        FROM judged WHERE status IS NOT NULL AND (THEIRS)
        """
        .replace("THEIRS", theirs);
  }

  /** Has those judged that a rule sums and that were not yet. */
  void judge(Rule sum, Compliance compliance, EvidenceBase base) {
    List<Indicator> fresh = new ArrayList<>();
    for (Regulation regulation : regulations) {
      for (Rule rule : regulation.rules()) {
        boolean summed = sum.rollUp().stream().anyMatch(rule.id()::startsWith);
        if (summed && !rule.id().equals(sum.id()) && judged.add(rule.id())) {
          fresh.addAll(compliance.judge(regulation, rule));
        }
      }
    }
    base.addJudged(fresh);
  }
}
