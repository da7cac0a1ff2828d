package vn.chuyencan.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a person decided in a case (register {@code review_decision}). A case may have several, of
 * different days.
 *
 * @param caseId the case, as {@code review_case} names it
 * @param outcome what was decided
 * @param decidedBy who decided
 * @param decidedOn when
 * @param note why; null when nothing is said
 * @param evidenceDigest the digest of the figures that were decided upon; null when the decision
 *     applies whatever they become
 */
public record ReviewDecision(
    String caseId,
    ReviewOutcome outcome,
    String decidedBy,
    LocalDate decidedOn,
    String note,
    String evidenceDigest)
    implements RegisterRow {

  public ReviewDecision {
    caseId = Text.required(caseId, "caseId");
    Objects.requireNonNull(outcome, "outcome");
    decidedBy = Text.required(decidedBy, "decidedBy");
    Objects.requireNonNull(decidedOn, "decidedOn");
    note = Text.optional(note);
    evidenceDigest = Text.optional(evidenceDigest);
  }
}
