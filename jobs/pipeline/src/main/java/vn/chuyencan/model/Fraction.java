package vn.chuyencan.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact rational number, always in lowest terms with a positive denominator. Marks and averages
 * are compared as fractions and never as rounded values (X-NUM-1).
 *
 * <p>Marks are small numbers and many, so they are reckoned with as longs as long as these are
 * large enough; what does not fit is a {@link BigInteger}. Nobody sees the difference.
 */
public final class Fraction implements Comparable<Fraction> {
  public static final Fraction ZERO = new Fraction(0, 1);

  private static final long[] POWERS_OF_TEN = new long[19];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int power = 1; power < POWERS_OF_TEN.length; power++) {
      POWERS_OF_TEN[power] = 10 * POWERS_OF_TEN[power - 1];
    }
  }

  /** Of one that fits; {@link Long#MIN_VALUE} does not, for it has no opposite. */
  private final long numerator;

  private final long denominator;

  /** Of one that does not fit; else null. */
  private final BigInteger largeNumerator;

  private final BigInteger largeDenominator;

  private Fraction(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.largeNumerator = null;
    this.largeDenominator = null;
  }

  private Fraction(BigInteger numerator, BigInteger denominator) {
    this.numerator = 0;
    this.denominator = 0;
    this.largeNumerator = numerator;
    this.largeDenominator = denominator;
  }

  /** {@code numerator / denominator}; the denominator must not be zero. */
  public static Fraction of(BigInteger numerator, BigInteger denominator) {
    if (fits(numerator) && fits(denominator)) {
      return of(numerator.longValue(), denominator.longValue());
    }
    if (denominator.signum() == 0) {
      throw divisionByZero();
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    BigInteger above = numerator.divide(divisor);
    BigInteger below = denominator.divide(divisor);
    return fits(above) && fits(below)
        ? new Fraction(above.longValue(), below.longValue())
        : new Fraction(above, below);
  }

  /** {@code numerator / denominator}. */
  public static Fraction of(long numerator, long denominator) {
    if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
      return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
    if (denominator == 0) {
      throw divisionByZero();
    }
    long divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
    if (denominator < 0) {
      divisor = -divisor;
    }
    return new Fraction(numerator / divisor, denominator / divisor);
  }

  /** A whole number. */
  public static Fraction of(long whole) {
    return of(whole, 1);
  }

  /** A decimal, exactly. */
  public static Fraction of(BigDecimal decimal) {
    int scale = decimal.scale();
    BigInteger unscaled = decimal.unscaledValue();
    if (scale >= 0 && scale < POWERS_OF_TEN.length && fits(unscaled)) {
      return of(unscaled.longValue(), POWERS_OF_TEN[scale]);
    }
    return scale <= 0
        ? of(unscaled.multiply(BigInteger.TEN.pow(-scale)), BigInteger.ONE)
        : of(unscaled, BigInteger.TEN.pow(scale));
  }

  private static ArithmeticException divisionByZero() {
    return new ArithmeticException("a fraction cannot have the denominator 0");
  }

  private static boolean fits(BigInteger number) {
    return number.bitLength() < Long.SIZE && number.longValue() != Long.MIN_VALUE;
  }

  private boolean fits() {
    return largeNumerator == null;
  }

  /** Whether the product is that of the longs, and no {@link Long#MIN_VALUE}. */
  private static boolean fits(long one, long other) {
    long low = one * other;
    return Math.multiplyHigh(one, other) == low >> (Long.SIZE - 1) && low != Long.MIN_VALUE;
  }

  /** Whether a sum of two longs is that of the numbers, and no {@link Long#MIN_VALUE}. */
  private static boolean isSum(long sum, long one, long other) {
    return ((one ^ sum) & (other ^ sum)) >= 0 && sum != Long.MIN_VALUE;
  }

  /** Of two numbers that are not negative, and not both 0. */
  private static long greatestCommonDivisor(long one, long other) {
    long larger = one;
    long smaller = other;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  public Fraction plus(Fraction other) {
    if (fits()
        && other.fits()
        && fits(numerator, other.denominator)
        && fits(other.numerator, denominator)
        && fits(denominator, other.denominator)) {
      long one = numerator * other.denominator;
      long two = other.numerator * denominator;
      if (isSum(one + two, one, two)) {
        return of(one + two, denominator * other.denominator);
      }
    }
    return of(
        numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
        denominator().multiply(other.denominator()));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  private Fraction negated() {
    return fits()
        ? new Fraction(-numerator, denominator)
        : of(largeNumerator.negate(), largeDenominator);
  }

  public Fraction times(Fraction other) {
    if (fits()
        && other.fits()
        && fits(numerator, other.numerator)
        && fits(denominator, other.denominator)) {
      return of(numerator * other.numerator, denominator * other.denominator);
    }
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  /** Division; {@code other} must not be zero. */
  public Fraction dividedBy(Fraction other) {
    if (fits()
        && other.fits()
        && fits(numerator, other.denominator)
        && fits(denominator, other.numerator)) {
      return of(numerator * other.denominator, denominator * other.numerator);
    }
    return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  public Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return fits() ? Long.signum(numerator) : largeNumerator.signum();
  }

  /**
   * The largest decimal of that scale that is not above this number. Rounding down keeps every "at
   * least" test true to the exact value as long as its threshold has no more places.
   */
  public BigDecimal floor(int scale) {
    if (fits()
        && scale >= 0
        && scale < POWERS_OF_TEN.length
        && fits(numerator, POWERS_OF_TEN[scale])) {
      return BigDecimal.valueOf(
          Math.floorDiv(numerator * POWERS_OF_TEN[scale], denominator), scale);
    }
    return divided(scale, RoundingMode.FLOOR);
  }

  /** The nearest decimal, for display only. */
  public BigDecimal rounded(int scale) {
    return divided(scale, RoundingMode.HALF_UP);
  }

  private BigDecimal divided(int scale, RoundingMode rounding) {
    return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), scale, rounding);
  }

  /** The numerator in lowest terms. */
  public BigInteger numerator() {
    return fits() ? BigInteger.valueOf(numerator) : largeNumerator;
  }

  /** The positive denominator in lowest terms. */
  public BigInteger denominator() {
    return fits() ? BigInteger.valueOf(denominator) : largeDenominator;
  }

  @Override
  public int compareTo(Fraction other) {
    if (fits()
        && other.fits()
        && fits(numerator, other.denominator)
        && fits(other.numerator, denominator)) {
      return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }
    return numerator()
        .multiply(other.denominator())
        .compareTo(other.numerator().multiply(denominator()));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Fraction that) || fits() != that.fits()) {
      return false;
    }
    return fits()
        ? numerator == that.numerator && denominator == that.denominator
        : largeNumerator.equals(that.largeNumerator)
            && largeDenominator.equals(that.largeDenominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator().hashCode() + denominator().hashCode();
  }

  /** {@code 149/28}, or the exact decimal where there is one. */
  @Override
  public String toString() {
    try {
      return new BigDecimal(numerator())
          .divide(new BigDecimal(denominator()), MathContext.UNLIMITED)
          .stripTrailingZeros()
          .toPlainString();
    } catch (ArithmeticException noFiniteDecimal) {
      return numerator() + "/" + denominator();
    }
  }
}
