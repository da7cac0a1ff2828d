package vn.chuyencan.source.lrs;

/** An answer that is not what was asked for, or not the whole of it. */
final class BrokenAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, in a few words of the format's
   */
  BrokenAnswer(String message) {
    super(message);
  }
}
