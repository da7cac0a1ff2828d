package vn.chuyencan.model;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What has changed about a course run since it was decided upon: of the run as a whole, and what
 * was seen of each learner. Travels to the tasks.
 */
public final class CourseCauses implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumSet<ChangeCause> ofRun = EnumSet.noneOf(ChangeCause.class);
  private final EnumSet<ChangeCause> seen = EnumSet.noneOf(ChangeCause.class);
  private final HashMap<String, EnumSet<ChangeCause>> seenOf = new HashMap<>();

  /** Adds what concerns everybody in the run. */
  public void add(ChangeCause cause) {
    ofRun.add(cause);
  }

  /** Adds what was seen in the run, of nobody in particular. */
  public void addSeen(ChangeCause cause) {
    seen.add(cause);
  }

  /** Adds what was seen of a learner. */
  public void addSeen(String learnerId, ChangeCause cause) {
    seen.add(cause);
    seenOf.computeIfAbsent(learnerId, id -> EnumSet.noneOf(ChangeCause.class)).add(cause);
  }

  /** All that changed, of whomever. */
  public Set<ChangeCause> all() {
    EnumSet<ChangeCause> all = EnumSet.copyOf(ofRun);
    all.addAll(seen);
    return all;
  }

  /** Adds everything that another tells. */
  public void addAll(CourseCauses other) {
    ofRun.addAll(other.ofRun);
    seen.addAll(other.seen);
    for (Map.Entry<String, EnumSet<ChangeCause>> one : other.seenOf.entrySet()) {
      seenOf
          .computeIfAbsent(one.getKey(), id -> EnumSet.noneOf(ChangeCause.class))
          .addAll(one.getValue());
    }
  }

  /**
   * What may have changed the decisions upon a learner: what concerns everybody, and what was seen
   * of the learner – or of the others where nothing was, for a decision may lean on their work.
   */
  public Set<ChangeCause> of(String learnerId) {
    EnumSet<ChangeCause> causes = EnumSet.copyOf(ofRun);
    causes.addAll(seenOf.getOrDefault(learnerId, seen));
    return causes;
  }
}
