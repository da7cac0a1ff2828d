package vn.chuyencan.report.simulation;

import java.util.Objects;

/**
 * One thing that a simulation takes to be otherwise than configured.
 *
 * @param subject what kind of thing
 * @param name which of them; empty where there is only one
 * @param before as configured
 * @param after as simulated
 */
public record Assumption(Subject subject, String name, String before, String after) {

  /** What may be taken to be otherwise. */
  public enum Subject {
    /** A policy, by id, version and hash. */
    POLICY,
    /** A parameter of policies. */
    PARAMETER,
    /** How time is estimated. */
    ESTIMATOR,
    /** The first day of a course run. */
    OPENS_ON,
    /** The last day of a course run. */
    CLOSES_ON
  }

  public Assumption {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }
}
