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

  /**
   * How many steps are to come, so that the time left can be told.
   *
   * @param steps their number
   */
  default void plan(int steps) {}

  /**
   * A part of the step begins.
   *
   * @param part its name, for people
   */
  default void part(String part) {}
}
