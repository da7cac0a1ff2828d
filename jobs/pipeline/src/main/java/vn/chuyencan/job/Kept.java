package vn.chuyencan.job;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Status;

/**
 * Which decisions a simulation looks at, and which of them it keeps whole. Only few are, so that
 * the memory for a large institution is that of its verdicts.
 */
final class Kept implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int scenario;
  private final HashSet<String> courses;
  private final HashSet<String> certificates;
  private final HashMap<DecisionKey, Status> before;
  private final HashSet<DecisionKey> wanted;

  private Kept(
      int scenario,
      Set<String> courses,
      Set<String> certificates,
      Map<DecisionKey, Status> before,
      Set<DecisionKey> wanted) {
    this.scenario = scenario;
    this.courses = new HashSet<>(courses);
    this.certificates = new HashSet<>(certificates);
    this.before = before == null ? null : new HashMap<>(before);
    this.wanted = new HashSet<>(wanted);
  }

  /**
   * Nothing is kept whole.
   *
   * @param courses the course runs that are looked at
   * @param certificates the certificates that are looked at; empty: all
   */
  static Kept nothing(Set<String> courses, Set<String> certificates) {
    return new Kept(-1, courses, certificates, null, Set.of());
  }

  /** Of one scenario, what is decided otherwise than before. */
  Kept whatDiffers(int of, Map<DecisionKey, Status> from) {
    return new Kept(of, courses, certificates, from, Set.of());
  }

  /** Of one scenario, these. */
  Kept these(int of, Set<DecisionKey> keys) {
    return new Kept(of, courses, certificates, null, keys);
  }

  boolean looksAt(String courseId) {
    return courses.contains(courseId);
  }

  boolean looksAt(Decision decision) {
    return certificates.isEmpty() || certificates.contains(decision.certificate());
  }

  boolean keeps(int of, Decision decision) {
    if (of != scenario) {
      return false;
    }
    DecisionKey key = DecisionKey.of(decision);
    return before == null ? wanted.contains(key) : before.get(key) != decision.status();
  }
}
