package vn.chuyencan.source.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** What an event tells besides that somebody was there; pure. See the {@code xapi} vocabularies. */
final class Facts {
  private static final Set<String> WRITTEN = Set.of(Action.CREATED, Action.REPLIED);
  private static final Set<String> POSTS = Set.of(ActivityKind.DISCUSSION, ActivityKind.POST);
  private static final Set<String> ENDS =
      Set.of(Action.COMPLETED, Action.PASSED, Action.FAILED, Action.SCORED, Action.ABANDONED);
  private static final Set<String> ATTEMPTED_BY = Set.of(Origin.STATEMENT, Origin.CRON);
  private static final int SCORE_SCALE = 18;
  private static final int SECONDS_SCALE = 6;
  private static final long MICROS = 1_000_000L;

  private Facts() {}

  /** Whether an event tells of a post. */
  static boolean isPost(StatementRecord record) {
    return WRITTEN.contains(record.action())
        && POSTS.contains(record.activityKind())
        && Origin.STATEMENT.equals(record.origin())
        && record.hasActivityKey();
  }

  /** Whether an event tells that a post is gone; whoever deleted it. */
  static boolean isDeletion(StatementRecord record) {
    return Action.DELETED.equals(record.action())
        && POSTS.contains(record.activityKind())
        && record.hasActivityKey();
  }

  /** Whether an event tells how an attempt ended. */
  static boolean isAttempt(StatementRecord record) {
    if (!ENDS.contains(record.action())
        || !ATTEMPTED_BY.contains(record.origin())
        || !record.hasActivityKey()) {
      return false;
    }
    // What only a scaled score tells waits for its mark until the source's convention is declared.
    boolean scored = record.scoreRaw() != null || record.scoreScaled() != null;
    boolean hasAttempt = record.hasAttemptKey();
    return switch (record.activityKind()) {
      case ActivityKind.ATTEMPT -> true;
      // A completed page or quiz without mark or attempt is progress, not an attempt.
      case ActivityKind.QUIZ -> scored || hasAttempt;
      // Open edX marks a problem as a whole; a question in a quiz or attempt is a part of that.
      case ActivityKind.QUESTION ->
          scored
              && (hasAttempt || (Action.SCORED.equals(record.action()) && !record.hasParentKey()));
      // cmi5: any unit may be scored, and its registration is the attempt.
      default -> scored && hasAttempt;
    };
  }

  /** Whether an event tells that an attempt at an exercise waits for a person's mark. */
  static boolean awaitsMark(StatementRecord record) {
    return record.awaitsMark()
        && Origin.STATEMENT.equals(record.origin())
        && record.hasAttemptKey()
        && record.hasParentKey();
  }

  /** Whether the attempt was given up. */
  static boolean isAbandoned(StatementRecord record) {
    return Boolean.FALSE.equals(record.completion()) || Action.ABANDONED.equals(record.action());
  }

  /** An instant as a record of the lake holds it. */
  static OffsetDateTime instant(long micros) {
    return Instant.ofEpochSecond(
            Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L)
        .atOffset(ZoneOffset.UTC);
  }

  /** A duration as a record of the lake holds it; what is finer than microseconds is cut off. */
  static BigDecimal seconds(BigDecimal value) {
    return value == null ? null : value.setScale(SECONDS_SCALE, RoundingMode.DOWN);
  }

  /** A score as a record of the lake holds it. */
  static BigDecimal score(BigDecimal value) {
    return value == null ? null : value.setScale(SCORE_SCALE, RoundingMode.UNNECESSARY);
  }
}
