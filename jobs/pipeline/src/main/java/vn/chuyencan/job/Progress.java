package vn.chuyencan.job;

/** Who wants to know how far a run has come. */
@FunctionalInterface
public interface Progress {
  /** Nobody does. */
  Progress NONE = step -> {};

  /**
   * A step begins; the one before it is done.
   *
   * @param step its name, for people
   */
  void step(String step);
}
