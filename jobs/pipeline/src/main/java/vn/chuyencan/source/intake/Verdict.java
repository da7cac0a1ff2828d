package vn.chuyencan.source.intake;

/** Why an event does not stay (PITFALLS 3, 6, 7). */
enum Verdict {
  /** It repeats an event with the same id and content, whatever its timestamp. */
  DUPLICATE,
  /** An event with the same id and other content came first. */
  CONFLICTING,
  /** A voiding statement, come earlier or later, names it. */
  VOIDED
}
