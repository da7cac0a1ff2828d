package vn.chuyencan.policy;

import java.util.Collection;
import java.util.List;
import vn.chuyencan.model.Status;

/**
 * How statuses combine (FC-TT.Σ, FC-LT.Σ, FC-TH.Σ). What does not apply counts neither way; of
 * nothing at all nothing can be said but that it does not apply.
 */
final class StatusLogic {
  private static final List<Status> ALL_OF =
      List.of(
          Status.NOT_MET,
          Status.INSUFFICIENT_DATA,
          Status.NEEDS_REVIEW,
          Status.MET_BY_COMPENSATION,
          Status.MET);
  private static final List<Status> ANY_OF =
      List.of(
          Status.MET,
          Status.MET_BY_COMPENSATION,
          Status.INSUFFICIENT_DATA,
          Status.NEEDS_REVIEW,
          Status.NOT_MET);

  private StatusLogic() {}

  /** A failure decides; else what is unknown; else what a person must decide; else it is met. */
  static Status allOf(Collection<Status> statuses) {
    return first(ALL_OF, statuses);
  }

  /** A success decides; else what is unknown; else what a person must decide; else it fails. */
  static Status anyOf(Collection<Status> statuses) {
    return first(ANY_OF, statuses);
  }

  private static Status first(List<Status> precedence, Collection<Status> statuses) {
    return precedence.stream().filter(statuses::contains).findFirst().orElse(Status.NOT_APPLICABLE);
  }

  /** Whether nothing more is asked of the learner. */
  static boolean satisfied(Status status) {
    return switch (status) {
      case MET, MET_BY_COMPENSATION, NOT_APPLICABLE -> true;
      case NOT_MET, NEEDS_REVIEW, INSUFFICIENT_DATA -> false;
    };
  }
}
