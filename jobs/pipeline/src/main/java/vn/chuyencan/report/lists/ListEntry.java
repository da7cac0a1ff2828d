package vn.chuyencan.report.lists;

import java.util.List;
import java.util.OptionalInt;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;

/**
 * A decision with what readers call things.
 *
 * @param person upon whom
 * @param certificate what readers call the certificate
 * @param hours the hours that it certifies; empty when its text names none
 * @param decision as it was stored
 */
record ListEntry(Person person, String certificate, OptionalInt hours, Decision decision) {

  /** The status that stands. */
  Status status() {
    return decision.standing();
  }

  /** Whether both are of one certificate of one policy. */
  boolean sameCertificate(ListEntry other) {
    return decision.certificate().equals(other.decision.certificate())
        && decision.policyId().equals(other.decision.policyId());
  }

  /** Whether a person still has to decide something. */
  boolean isOpen() {
    return decision.reviewCases().stream().anyMatch(ReviewCase::isOpen);
  }

  /** Whether persons have decided all that was theirs to decide, and there was something. */
  boolean isConfirmed() {
    return !decidedCases().isEmpty() && !isOpen();
  }

  /** The cases that a person has decided. */
  List<ReviewCase> decidedCases() {
    return decision.reviewCases().stream().filter(one -> one.decidedBy() != null).toList();
  }
}
