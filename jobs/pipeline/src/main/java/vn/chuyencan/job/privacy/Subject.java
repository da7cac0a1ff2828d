package vn.chuyencan.job.privacy;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.model.Tombstones.Kind;

/**
 * A person who is to be erased, by everything that names them. It lives as long as the command.
 *
 * @param asked the learner's id, or the identifier of an actor who is nobody's, as it was asked: by
 *     its hash the person is found again when nothing else is left
 * @param learnerId null for an actor who is nobody's
 * @param actorKeys keys under which the lake knows them; none of who was erased before
 * @param identifiers account names, addresses and ids as they may stand in texts
 * @param names full names
 * @param cases ids of cases for review about them
 */
record Subject(
    String asked,
    String learnerId,
    Set<Long> actorKeys,
    Set<String> identifiers,
    Set<String> names,
    Set<String> cases) {

  Subject {
    actorKeys = Set.copyOf(actorKeys);
    identifiers = Set.copyOf(identifiers);
    names = Set.copyOf(names);
    cases = Set.copyOf(cases);
  }

  /** The hashes by which they are known again. */
  SortedSet<String> hashes(Tombstones under) {
    SortedSet<String> hashes = new TreeSet<>();
    if (learnerId != null) {
      hashes.add(under.hash(Kind.LEARNER, learnerId));
    }
    actorKeys.forEach(key -> hashes.add(under.hash(key)));
    identifiers.forEach(text -> hashes.add(under.hash(Kind.IDENTIFIER, text)));
    hashes.add(hash(under));
    names.forEach(text -> hashes.add(under.hash(Kind.NAME, text)));
    cases.forEach(text -> hashes.add(under.hash(Kind.CASE, text)));
    return hashes;
  }

  /** The one hash that a certificate names. */
  String hash(Tombstones under) {
    return under.hash(learnerId != null ? Kind.LEARNER : Kind.IDENTIFIER, asked);
  }
}
