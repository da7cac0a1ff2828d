package vn.chuyencan.job.privacy;

/**
 * Whom to erase, and how far.
 *
 * @param learnerId the learner; null when an identifier is given
 * @param identifier an identifier that is no learner's; null when a learner is given
 * @param by who answers for it
 * @param reason on what ground; null when none is told
 * @param alsoDecisions whether certificates that were granted go too
 */
public record ForgetRequest(
    String learnerId, String identifier, String by, String reason, boolean alsoDecisions) {

  /** Whom, as it was asked. */
  public String subject() {
    return learnerId != null ? learnerId : identifier;
  }
}
