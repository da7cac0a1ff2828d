package vn.chuyencan.policy;

import java.util.Objects;
import vn.chuyencan.model.Fraction;

/**
 * How much one number lacks.
 *
 * @param measure the measure that would have to grow
 * @param item the week or item in which, such as {@code week=3}; empty when it is the whole
 * @param lacking how much more is needed, above zero
 * @param needed what it must reach, in the same unit
 * @param unit unit of both
 */
record Shortfall(String measure, String item, Fraction lacking, Fraction needed, String unit) {

  Shortfall {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(unit, "unit");
  }

  /** The part of the whole way that is still to go, between 0 and 1. */
  Fraction relative() {
    return needed.signum() > 0 ? lacking.dividedBy(needed) : lacking;
  }
}
