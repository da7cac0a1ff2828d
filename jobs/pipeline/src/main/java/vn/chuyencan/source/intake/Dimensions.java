package vn.chuyencan.source.intake;

import java.util.Comparator;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.VerbDescription;

/**
 * Which of two descriptions of one thing is kept: one with a type or name before one without, then
 * the first in alphabetical order. The choice does not depend on the order in which they came.
 */
final class Dimensions {
  private static final Comparator<String> PRESENT_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<ActivityDescription> MORE_TOLD =
      Comparator.comparing(ActivityDescription::typeIri, PRESENT_FIRST)
          .thenComparing(ActivityDescription::name, PRESENT_FIRST)
          .thenComparing(ActivityDescription::kind);

  private Dimensions() {}

  /**
   * The better of two identities of one key.
   *
   * @throws PipelineException {@link ErrorCode#ACTOR_KEY_COLLISION} if they are two identities
   */
  static ActorIdentity better(ActorIdentity one, ActorIdentity two) {
    if (one.equals(two)) {
      return one;
    }
    if (!one.canonical().equals(two.canonical())) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.ACTOR_KEY_COLLISION, "of this batch", one.canonical(), two.canonical()));
    }
    return PRESENT_FIRST.compare(one.name(), two.name()) <= 0 ? one : two;
  }

  /** The better of two descriptions of one activity. */
  static ActivityDescription better(ActivityDescription one, ActivityDescription two) {
    return one.equals(two) || MORE_TOLD.compare(one, two) <= 0 ? one : two;
  }

  /** The better of two descriptions of one verb. */
  static VerbDescription better(VerbDescription one, VerbDescription two) {
    return one.equals(two) || PRESENT_FIRST.compare(one.display(), two.display()) <= 0 ? one : two;
  }
}
