package vn.chuyencan.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.model.CriterionDifference;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Status;
import vn.chuyencan.table.CanonicalText;

/**
 * Compares decisions: who has another status than before, and by which criteria. Pure.
 *
 * <p>Of the criteria whose result is another one, those decide that weigh: a certificate is not met
 * because of its unmet criteria, and anything between met and not met because of the criteria that
 * have that same status. So a criterion that turned from met to needing a person is not named where
 * another one fails. With a criterion that decides its changed parts are named.
 */
public final class DecisionDifferences {
  /** By course run, certificate and learner. */
  public static final Comparator<DecisionDifference> ORDER =
      Comparator.comparing(DecisionDifference::courseId, CanonicalText::compare)
          .thenComparing(DecisionDifference::certificate, CanonicalText::compare)
          .thenComparing(DecisionDifference::learnerId, CanonicalText::compare);

  private DecisionDifferences() {}

  /**
   * The decisions that are not the same on both sides, in {@link #ORDER}.
   *
   * @param before at most one decision a course run, learner and certificate
   * @param after likewise
   */
  public static List<DecisionDifference> changes(List<Decision> before, List<Decision> after) {
    Map<DecisionKey, Decision> earlier = byKey(before);
    Map<DecisionKey, Decision> later = byKey(after);
    Set<DecisionKey> keys = new HashSet<>(earlier.keySet());
    keys.addAll(later.keySet());
    return keys.stream()
        .map(key -> of(earlier.get(key), later.get(key)))
        .filter(change -> change.kind() != DecisionDifference.Kind.NONE)
        .sorted(ORDER)
        .toList();
  }

  private static Map<DecisionKey, Decision> byKey(List<Decision> decisions) {
    Map<DecisionKey, Decision> byKey = new HashMap<>();
    for (Decision decision : decisions) {
      if (byKey.put(DecisionKey.of(decision), decision) != null) {
        throw new IllegalArgumentException("decided twice: " + DecisionKey.of(decision));
      }
    }
    return byKey;
  }

  /**
   * One decision on both sides.
   *
   * @param before null where nothing was decided
   * @param after null where nothing is decided
   */
  public static DecisionDifference of(Decision before, Decision after) {
    Decision any = after == null ? before : after;
    return new DecisionDifference(
        any.courseId(),
        any.learnerId(),
        any.certificate(),
        before,
        after,
        before == null || after == null || before.status() == after.status()
            ? List.of()
            : deciding(before, after));
  }

  private static List<CriterionDifference> deciding(Decision before, Decision after) {
    Map<String, CriterionDifference> changed = changed(before, after);
    Set<String> weighing = weighing(before);
    weighing.addAll(weighing(after));
    List<CriterionDifference> deciding = new ArrayList<>();
    Set<String> named = new HashSet<>();
    changed.forEach(
        (id, change) -> {
          String parent = change.either().parentCriterionId();
          if (weighing.contains(id) || (parent != null && named.contains(parent))) {
            named.add(id);
            deciding.add(change);
          }
        });
    // A policy may decide otherwise while no weighing criterion does; then all that differ are
    // told.
    return deciding.isEmpty() ? List.copyOf(changed.values()) : deciding;
  }

  /** The criteria with another result, parents before their parts. */
  private static Map<String, CriterionDifference> changed(Decision before, Decision after) {
    Map<String, CriterionResult> earlier = new TreeMap<>();
    before.criteria().forEach(result -> earlier.put(result.criterionId(), result));
    Map<String, CriterionDifference> changed = new LinkedHashMap<>();
    for (CriterionResult result : after.criteria()) {
      CriterionResult was = earlier.remove(result.criterionId());
      if (was == null || was.status() != result.status()) {
        changed.put(
            result.criterionId(), new CriterionDifference(result.criterionId(), was, result));
      }
    }
    before.criteria().stream()
        .filter(result -> earlier.containsKey(result.criterionId()))
        .forEach(
            gone ->
                changed.put(
                    gone.criterionId(), new CriterionDifference(gone.criterionId(), gone, null)));
    return changed;
  }

  private static Set<String> weighing(Decision decision) {
    Set<String> weighing = new HashSet<>();
    if (decision.status() == Status.NOT_MET) {
      weighing.addAll(decision.unmetCriteria());
    } else if (decision.status() != Status.MET) {
      decision.criteria().stream()
          .filter(result -> result.status() == decision.status())
          .forEach(result -> weighing.add(result.criterionId()));
    }
    return weighing;
  }
}
