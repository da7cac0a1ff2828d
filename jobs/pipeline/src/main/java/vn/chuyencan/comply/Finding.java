package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.util.Map;
import vn.chuyencan.comply.Regulation.Missing;
import vn.chuyencan.comply.Regulation.Threshold;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * One row that a rule's query gave, judged. Ratios are compared by their parts, never rounded
 * (X-NUM-1); of nothing no share is taken (X-NUM-4).
 *
 * @param row the row
 * @param value the value for people to read, null when it is not known
 * @param status what follows; null of a figure without a threshold
 */
record Finding(Map<String, Object> row, BigDecimal value, Status status) {
  private static final int DIGITS = 6;

  static Finding of(Map<String, Object> row, Threshold threshold, Missing missing) {
    Fraction exact = exact(row);
    BigDecimal value = exact == null ? null : rounded(exact);
    Object said = row.get("status");
    if (said != null) {
      return new Finding(row, value, Status.valueOf((String) said));
    }
    Fraction lower = fraction(row.get("lower_bound"));
    Fraction upper = fraction(row.get("upper_bound"));
    if (lower != null && upper != null && threshold != null) {
      return new Finding(row, value, between(lower, upper, threshold));
    }
    if (row.get("missing") != null) {
      return new Finding(row, value, Status.INSUFFICIENT_DATA);
    }
    if (exact == null) {
      return new Finding(row, null, ofNothing(missing));
    }
    return new Finding(
        row,
        value,
        threshold == null ? null : holds(exact, threshold) ? Status.MET : Status.NOT_MET);
  }

  static Status ofNothing(Missing missing) {
    return switch (missing) {
      case M1, M3, M4 -> Status.INSUFFICIENT_DATA;
      case M2 -> Status.NOT_MET;
      case M5 -> Status.NOT_APPLICABLE;
    };
  }

  private static Status between(Fraction lower, Fraction upper, Threshold threshold) {
    boolean least = holds(lower, threshold);
    boolean most = holds(upper, threshold);
    if (least && most) {
      return Status.MET;
    }
    // Every threshold is one-sided, so what fails at both ends fails between them.
    return least || most ? Status.INSUFFICIENT_DATA : Status.NOT_MET;
  }

  private static boolean holds(Fraction value, Threshold threshold) {
    return (threshold.atLeast() == null || value.compareTo(Fraction.of(threshold.atLeast())) >= 0)
        && (threshold.moreThan() == null || value.compareTo(Fraction.of(threshold.moreThan())) > 0)
        && (threshold.atMost() == null || value.compareTo(Fraction.of(threshold.atMost())) <= 0);
  }

  private static Fraction exact(Map<String, Object> row) {
    Fraction numerator = fraction(row.get("numerator"));
    Fraction denominator = fraction(row.get("denominator"));
    if (row.containsKey("denominator")) {
      return numerator == null || denominator == null || denominator.equals(Fraction.ZERO)
          ? null
          : numerator.dividedBy(denominator);
    }
    return fraction(row.get("value"));
  }

  private static Fraction fraction(Object number) {
    return number == null ? null : Fraction.of((BigDecimal) number);
  }

  private static BigDecimal rounded(Fraction value) {
    return value.rounded(DIGITS);
  }
}
