package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What two decisions upon one learner and certificate are compared by.
 *
 * @param status as computed
 * @param standing the status that counts
 * @param policy id and hash of the policy
 * @param asOf the last day that it has seen
 * @param conclusive whether the course run had closed
 * @param criteria each criterion's result, by its id
 */
record PastDecision(
    String status,
    String standing,
    String policy,
    LocalDate asOf,
    boolean conclusive,
    Map<String, Result> criteria) {

  /**
   * What a criterion said.
   *
   * @param value null when there is none
   */
  record Result(String status, BigDecimal value, String unit) {

    boolean sameStatus(Result other) {
      return status.equals(other.status);
    }

    boolean sameValue(Result other) {
      if (value == null || other.value == null) {
        return value == null && other.value == null;
      }
      return value.compareTo(other.value) == 0;
    }
  }

  /** Without criteria yet; they are added to the map. */
  static PastDecision of(
      String status, String standing, String policy, LocalDate asOf, boolean conclusive) {
    // Decisions of a program that knew no review stood as they were computed.
    String counts = standing == null ? status : standing;
    return new PastDecision(status, counts, policy, asOf, conclusive, new HashMap<>());
  }
}
