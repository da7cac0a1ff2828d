package vn.chuyencan.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every identifier that means one learner for certain: those that are stated, and the hashes of
 * stated addresses. A hash that would mean two learners means nobody; what is stated always stands.
 */
public final class CertainIdentities {

  private CertainIdentities() {}

  /** Learner by identifier in its canonical form (see {@link Identity#canonical}). */
  public static Map<String, String> of(Iterable<Identity> stated) {
    Map<String, String> owners = new HashMap<>();
    Map<String, String> derived = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Identity identity : stated) {
      owners.put(identity.canonical(), identity.learnerId());
      if (identity.kind() == IdentityKind.MBOX) {
        for (String hash : MailHash.all(identity.identifier())) {
          String canonical = IdentityKind.MBOX_SHA1SUM.code() + "|" + hash;
          String before = derived.putIfAbsent(canonical, identity.learnerId());
          if (before != null && !before.equals(identity.learnerId())) {
            ambiguous.add(canonical);
          }
        }
      }
    }
    derived.keySet().removeAll(ambiguous);
    derived.forEach(owners::putIfAbsent);
    return owners;
  }
}
