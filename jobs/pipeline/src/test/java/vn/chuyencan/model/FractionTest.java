package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
