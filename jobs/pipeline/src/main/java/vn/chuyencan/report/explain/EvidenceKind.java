package vn.chuyencan.report.explain;

import java.util.Optional;

/** The kinds of rows that prove figures, and which measures each of them proves. */
enum EvidenceKind {
  ACCESSES("minutes sessions active_days events logins"),
  COLLECTIVE_POSTS("posts forums"),
  GROUP_POSTS("group_"),
  ATTEMPTS("exercises attempts best_percent average_ self_assessment"),
  PLENARY("plenary_"),
  PRACTICE("practice_"),
  SUBMISSIONS("submission"),
  REVIEWS("review");

  /** The first parts of the measures' names, apart by a space. */
  private final String prefixes;

  EvidenceKind(String prefixes) {
    this.prefixes = prefixes;
  }

  /** What proves a measure; empty when no rows of the learner do. */
  static Optional<EvidenceKind> of(String measure) {
    for (EvidenceKind kind : values()) {
      for (String prefix : kind.prefixes.split(" ", -1)) {
        if (measure.startsWith(prefix)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  /** The last part of its keys of words. */
  String key() {
    return switch (this) {
      case ACCESSES -> "accesses";
      case COLLECTIVE_POSTS -> "posts";
      case GROUP_POSTS -> "group_posts";
      case ATTEMPTS -> "attempts";
      case PLENARY -> "plenary";
      case PRACTICE -> "practice";
      case SUBMISSIONS -> "submissions";
      case REVIEWS -> "reviews";
    };
  }
}
