package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void keepsTheExactAverageThatADecimalCannotHold() {
    Fraction average =
        Fraction.of(new BigDecimal("7.45")).times(Fraction.of(20)).dividedBy(Fraction.of(28));
    assertThat(average).hasToString("149/28");
    assertThat(average.rounded(2)).isEqualTo("5.32");
  }

  @Property
  void roundingDownNeverChangesAnAtLeastTest(
      @ForAll int numerator, @ForAll int denominator, @ForAll int threshold) {
    Fraction value = Fraction.of(numerator, denominator == 0 ? 1 : denominator);
    BigDecimal limit = BigDecimal.valueOf(threshold, 3);
    assertThat(value.floor(6).compareTo(limit) >= 0)
        .isEqualTo(value.compareTo(Fraction.of(limit)) >= 0);
  }

  /** Small numbers, those at the end of what a long holds, and those far beyond. */
  @Provide
  static Arbitrary<BigInteger> whole() {
    BigInteger end = BigInteger.ONE.shiftLeft(63);
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(BigInteger.valueOf(-1000), BigInteger.valueOf(1000)),
        Arbitraries.bigIntegers().between(end.negate(), end),
        Arbitraries.integers().between(-3, 3).map(near -> end.add(BigInteger.valueOf(near))),
        Arbitraries.integers()
            .between(-3, 3)
            .map(near -> end.negate().add(BigInteger.valueOf(near))),
        Arbitraries.bigIntegers().between(end.pow(2).negate(), end.pow(2)));
  }

  /** Whether the number is this quotient, in lowest terms. */
  private static void assertIs(Fraction actual, BigInteger above, BigInteger below) {
    assertThat(actual.numerator().multiply(below)).isEqualTo(above.multiply(actual.denominator()));
    assertThat(actual.numerator().gcd(actual.denominator())).isEqualTo(BigInteger.ONE);
    assertThat(actual.denominator().signum()).isPositive();
    assertThat(actual.signum()).isEqualTo(above.signum() * below.signum());
    assertThat(actual).isEqualTo(Fraction.of(above, below));
    assertThat(actual).hasSameHashCodeAs(Fraction.of(above, below));
  }

  @Property(tries = 5000)
  void reckonsAsWithNumbersOfAnySize(
      @ForAll("whole") BigInteger a,
      @ForAll("whole") BigInteger b,
      @ForAll("whole") BigInteger c,
      @ForAll("whole") BigInteger d) {
    BigInteger below = b.signum() == 0 ? BigInteger.ONE : b;
    BigInteger under = d.signum() == 0 ? BigInteger.ONE : d;
    Fraction one = Fraction.of(a, below);
    Fraction two = Fraction.of(c, under);
    BigInteger left = a.multiply(under);
    BigInteger right = c.multiply(below);
    BigInteger both = below.multiply(under);

    assertIs(one, a, below);
    assertIs(one.plus(two), left.add(right), both);
    assertIs(one.minus(two), left.subtract(right), both);
    assertIs(one.times(two), a.multiply(c), both);
    if (c.signum() != 0) {
      assertIs(one.dividedBy(two), left, right);
    }
    int order = both.signum() * left.compareTo(right);
    assertThat(one.compareTo(two)).isEqualTo(order);
    assertThat(one.equals(two)).isEqualTo(order == 0);
    assertThat(one.min(two)).isEqualTo(order <= 0 ? one : two);
    assertThat(one.max(two)).isEqualTo(order >= 0 ? one : two);
    for (int scale : new int[] {0, 6, 18, 30}) {
      assertThat(one.floor(scale))
          .isEqualTo(new BigDecimal(a).divide(new BigDecimal(below), scale, RoundingMode.FLOOR));
    }
  }

  @Property
  void aDecimalIsExact(@ForAll("whole") BigInteger digits, @ForAll byte scale) {
    BigDecimal decimal = new BigDecimal(digits, scale % 40);
    Fraction exact = Fraction.of(decimal);
    assertThat(new BigDecimal(exact.numerator()))
        .isEqualByComparingTo(decimal.multiply(new BigDecimal(exact.denominator())));
    assertThat(new BigDecimal(exact.toString())).isEqualByComparingTo(decimal);
  }
}
