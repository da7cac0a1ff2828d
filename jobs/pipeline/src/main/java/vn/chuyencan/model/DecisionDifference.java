package vn.chuyencan.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What is decided of one learner and one certificate, before and after.
 *
 * @param before the decision before; null where nothing was decided
 * @param after the decision after; null where nothing is decided
 * @param deciding the criteria by which the status is another one, in the policy's order; empty
 *     where there is only one side, or one status
 */
public record DecisionDifference(
    String courseId,
    String learnerId,
    String certificate,
    Decision before,
    Decision after,
    List<CriterionDifference> deciding)
    implements Serializable {

  /** What became of a decision. */
  public enum Kind {
    /** There was none. */
    ADDED,
    /** There is none any more. */
    REMOVED,
    /** Its status is another one. */
    STATUS,
    /** Its status is the same. */
    NONE
  }

  public DecisionDifference {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(learnerId, "learnerId");
    Objects.requireNonNull(certificate, "certificate");
    if (before == null && after == null) {
      throw new IllegalArgumentException("a decision is on neither side");
    }
    deciding = List.copyOf(deciding);
  }

  /** What became of it. */
  public Kind kind() {
    if (before == null) {
      return Kind.ADDED;
    }
    if (after == null) {
      return Kind.REMOVED;
    }
    return before.status() == after.status() ? Kind.NONE : Kind.STATUS;
  }

  /** The status before; null where nothing was decided. */
  public Status statusBefore() {
    return before == null ? null : before.status();
  }

  /** The status after; null where nothing is decided. */
  public Status statusAfter() {
    return after == null ? null : after.status();
  }

  /** Whichever side there is, the later one first. */
  public Decision either() {
    return after == null ? before : after;
  }
}
