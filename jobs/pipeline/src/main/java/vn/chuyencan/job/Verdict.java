package vn.chuyencan.job;

import java.io.Serializable;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Status;

/**
 * What a scenario says of one certificate of one learner.
 *
 * @param scenario its number
 */
record Verdict(int scenario, DecisionKey key, Status status) implements Serializable {
  private static final long serialVersionUID = 1L;
}
