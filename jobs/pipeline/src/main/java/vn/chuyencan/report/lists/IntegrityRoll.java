package vn.chuyencan.report.lists;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.ReviewCase;

/**
 * What stood out in the traces of a course run's learners.
 *
 * @param cases for persons to look at
 * @param lookedAt in how many things each kind was looked for; a kind that was not looked for is
 *     missing, and 0 says that the sources tell nothing in which it could be
 */
public record IntegrityRoll(List<ReviewCase> cases, SortedMap<IntegrityKind, Long> lookedAt) {

  /** Nothing was looked for. */
  public static final IntegrityRoll NONE = new IntegrityRoll(List.of(), new TreeMap<>());

  public IntegrityRoll {
    cases = List.copyOf(cases);
    lookedAt = new TreeMap<>(lookedAt);
  }

  /** Whether nothing was looked for and nothing found. */
  boolean isEmpty() {
    return cases.isEmpty() && lookedAt.isEmpty();
  }

  /** In how many things each kind was looked for, in the order of the kinds. */
  @Override
  public SortedMap<IntegrityKind, Long> lookedAt() {
    return new TreeMap<>((Map<IntegrityKind, Long>) lookedAt);
  }
}
