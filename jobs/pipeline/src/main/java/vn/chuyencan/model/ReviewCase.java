package vn.chuyencan.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One thing that a person must decide: one row of {@code review_case}.
 *
 * @param caseId the same on every night for the same learner, certificate, criterion and reason
 * @param reasonCode code of the policy's reason
 * @param detail what stands out, in words for no particular language; null when nothing does
 * @param evidence where the rows behind it stand
 * @param outcome what was decided; null until then
 * @param decidedBy who decided; null until then
 * @param decidedOn when; null until then
 */
public record ReviewCase(
    String caseId,
    String courseId,
    String learnerId,
    String certificate,
    String criterionId,
    String reasonCode,
    String detail,
    String evidence,
    LocalDate asOf,
    String outcome,
    String decidedBy,
    LocalDate decidedOn)
    implements Serializable {

  /**
   * What stands in the place of a certificate where a case concerns none: what stood out in traces
   * ({@link IntegrityKind}). No decision in such a case changes a certificate.
   */
  public static final String INTEGRITY = "integrity";

  public ReviewCase {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(reasonCode, "reasonCode");
  }

  /** Whether a person still has to decide: nobody did, or who did asked for more evidence. */
  public boolean isOpen() {
    return outcome == null || outcome.equals(ReviewOutcome.MORE_EVIDENCE.code());
  }

  /** Whether it is a signal of integrity, which concerns no certificate. */
  public boolean isIntegrity() {
    return certificate.equals(INTEGRITY);
  }
}
