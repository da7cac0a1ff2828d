package vn.chuyencan.job;

import java.util.Objects;
import java.util.Optional;
import vn.chuyencan.report.explain.ExplanationSubject;

/**
 * Which decisions are to be explained.
 *
 * @param learner id or full name
 * @param courseId empty: every course run in which was decided upon the learner
 * @param certificate empty: every certificate
 * @param evidence which evidence is wanted
 */
public record ExplainRequest(
    String learner,
    Optional<String> courseId,
    Optional<String> certificate,
    ExplanationSubject.Evidence evidence) {

  public ExplainRequest {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(evidence, "evidence");
  }
}
