package vn.chuyencan.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * One criterion of a certificate before and after.
 *
 * @param criterionId the criterion
 * @param before its result before; null where the certificate did not have it
 * @param after its result after; null where the certificate no longer has it
 */
public record CriterionDifference(String criterionId, CriterionResult before, CriterionResult after)
    implements Serializable {

  public CriterionDifference {
    Objects.requireNonNull(criterionId, "criterionId");
    if (before == null && after == null) {
      throw new IllegalArgumentException(criterionId + " is on neither side");
    }
  }

  /** The status before; null where there was no such criterion. */
  public Status statusBefore() {
    return before == null ? null : before.status();
  }

  /** The status after; null where there is no such criterion. */
  public Status statusAfter() {
    return after == null ? null : after.status();
  }

  /** Whichever side there is, the later one first. */
  public CriterionResult either() {
    return after == null ? before : after;
  }
}
