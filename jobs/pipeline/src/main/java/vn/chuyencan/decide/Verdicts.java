package vn.chuyencan.decide;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.ReviewDecision;

/**
 * What persons decided in cases (register {@code review_decision}), looked up by case. Travels to
 * the tasks.
 */
public final class Verdicts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nobody decided anything. */
  public static final Verdicts NONE = new Verdicts(List.of());

  private final HashMap<String, ArrayList<ReviewDecision>> byCase = new HashMap<>();

  /**
   * @param decisions in any order
   */
  public Verdicts(List<ReviewDecision> decisions) {
    decisions.forEach(
        one -> byCase.computeIfAbsent(one.caseId(), id -> new ArrayList<>()).add(one));
    byCase
        .values()
        .forEach(some -> some.sort(Comparator.comparing(ReviewDecision::decidedOn).reversed()));
  }

  /** Whether anybody ever decided in the case. */
  public boolean hasAny(String caseId) {
    return byCase.containsKey(caseId);
  }

  /**
   * The decision that applies: the latest, if it was made upon the figures as they stand or binds
   * itself to none; else the latest that was expressly made upon these.
   *
   * @param evidenceDigest digest of the figures as they stand
   */
  public Optional<ReviewDecision> applying(String caseId, String evidenceDigest) {
    List<ReviewDecision> latestFirst = byCase.getOrDefault(caseId, new ArrayList<>());
    if (!latestFirst.isEmpty() && latestFirst.get(0).evidenceDigest() == null) {
      return Optional.of(latestFirst.get(0));
    }
    return latestFirst.stream()
        .filter(one -> evidenceDigest.equals(one.evidenceDigest()))
        .findFirst();
  }
}
