package vn.chuyencan.xapi;

/**
 * The fast path is not certain that the statement is valid, or does not know its like: the way that
 * knows everything must judge. There is one instance, for nothing about it is ever told.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace it is a mere signal
final class Declined extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Declined INSTANCE = new Declined();

  private Declined() {
    super(null, null, false, false);
  }

  /** To be thrown where the fast path gives up. */
  static Declined here() {
    return INSTANCE;
  }
}
