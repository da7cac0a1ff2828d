package vn.chuyencan.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** What the tables that measures are made of need of one accepted statement. */
record AcceptedEvent(
    UUID id,
    long hash,
    long at,
    LocalDate day,
    long actor,
    Long course,
    Long object,
    long verb,
    Long parent,
    Long replyTo,
    Long attempt,
    String action,
    String kind,
    String origin,
    BigDecimal raw,
    BigDecimal min,
    BigDecimal max,
    Boolean success,
    Boolean completion,
    BigDecimal seconds) {

  boolean sameAs(AcceptedEvent other) {
    return hash == other.hash && at == other.at;
  }

  /** What it tells of a post, as {@code forum_event} has it; null: nothing. */
  String act() {
    boolean discussion = ActivityKind.DISCUSSION.equals(kind);
    if (!discussion && !ActivityKind.POST.equals(kind)) {
      return null;
    }
    if (Action.DELETED.equals(action)) {
      return "deleted";
    }
    boolean written = Action.CREATED.equals(action) || Action.REPLIED.equals(action);
    return !written || !Origin.STATEMENT.equals(origin) ? null : discussion ? "topic" : "reply";
  }

  /** Whether it tells how an attempt ended. */
  boolean isAttempt() {
    boolean told =
        (Origin.STATEMENT.equals(origin) || Origin.CRON.equals(origin))
            && Set.of(
                    Action.COMPLETED, Action.PASSED, Action.FAILED, Action.SCORED, Action.ABANDONED)
                .contains(action);
    return told
        && (ActivityKind.ATTEMPT.equals(kind)
            || (ActivityKind.QUIZ.equals(kind) && (raw != null || attempt != null))
            || (attempt != null && raw != null));
  }
}
