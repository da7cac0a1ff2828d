package vn.chuyencan.model;

import java.io.Serializable;
import java.util.Objects;

/** One certificate of one learner in one course run: what a decision is about. */
public record DecisionKey(String courseId, String learnerId, String certificate)
    implements Serializable {

  public DecisionKey {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(learnerId, "learnerId");
    Objects.requireNonNull(certificate, "certificate");
  }

  /** What a decision is about. */
  public static DecisionKey of(Decision decision) {
    return new DecisionKey(decision.courseId(), decision.learnerId(), decision.certificate());
  }
}
