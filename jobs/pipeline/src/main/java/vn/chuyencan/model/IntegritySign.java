package vn.chuyencan.model;

import java.util.List;

/**
 * What was looked for in one learner's traces in one course run, and what was found.
 *
 * @param kind what
 * @param lookedAt in how many things it was looked for; 0 where the sources tell none, and then
 *     nothing can be said
 * @param found what stands out, each in figures, ids and instants, in order; words for no
 *     particular language
 */
public record IntegritySign(IntegrityKind kind, long lookedAt, List<String> found) {

  public IntegritySign {
    found = List.copyOf(found);
  }
}
