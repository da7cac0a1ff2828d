package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.chuyencan.report.Manifest;

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

  /**
   * What came of the step that goes on, in numbers.
   *
   * @param counts by name
   */
  default void counts(Map<String, Long> counts) {}

  /**
   * How the sources do, found before a publication.
   *
   * @param report the figures, and what was accepted
   */
  default void gate(GateReport report) {}

  /**
   * Something was published.
   *
   * @param manifest as it was written
   */
  default void published(Manifest manifest) {}

  /**
   * The steps that follow are of a night.
   *
   * @param day its last day that counts
   */
  default void night(LocalDate day) {}

  /**
   * Something was computed again.
   *
   * @param day the night's last day
   * @param causes what, by step and cause
   */
  default void recomputed(LocalDate day, List<Recomputed> causes) {}
}
