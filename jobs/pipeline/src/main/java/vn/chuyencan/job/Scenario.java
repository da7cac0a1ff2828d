package vn.chuyencan.job;

import java.io.Serializable;
import java.util.Objects;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.decide.MeasureVariation;

/**
 * One way to decide.
 *
 * @param number it names the verdicts
 * @param variation how the measures are read
 * @param decider who decides
 */
record Scenario(int number, MeasureVariation variation, Decider decider) implements Serializable {
  private static final long serialVersionUID = 1L;

  Scenario {
    Objects.requireNonNull(variation, "variation");
    Objects.requireNonNull(decider, "decider");
  }
}
