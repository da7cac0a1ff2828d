package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Fraction;

class MarksTest {

  /** T-4 of REQUIREMENTS 3.6. */
  @Test
  void macroAndPooledAveragesDisagreeWhenRetakesAreUneven() {
    Map<String, List<Fraction>> attempts =
        Map.of(
            "q1", List.of(Fraction.of(100), Fraction.of(100), Fraction.of(100)),
            "q2", List.of(Fraction.of(40)),
            "q3", List.of(Fraction.of(40)),
            "q4", List.of());
    assertThat(Marks.macro(attempts)).contains(Fraction.of(45));
    assertThat(Marks.pooled(attempts)).contains(Fraction.of(380, 6));
  }

  @Test
  void percentUsesTheWholeScaleAndNeverTheScaledValue() {
    assertThat(Marks.percent(decimal("50"), decimal("0"), decimal("100")))
        .contains(Fraction.of(50));
    assertThat(Marks.percent(decimal("3"), decimal("-1"), decimal("7"))).contains(Fraction.of(50));
    assertThat(Marks.percent(decimal("7.5"), null, decimal("10"))).contains(Fraction.of(75));
  }

  @Test
  void aMarkWithoutRawOrWithoutAScaleIsMissingAndNotZero() {
    assertThat(Marks.percent(null, decimal("0"), decimal("10"))).isEmpty();
    assertThat(Marks.percent(decimal("5"), null, null)).isEmpty();
    assertThat(Marks.percent(decimal("0"), decimal("0"), decimal("0"))).isEmpty();
  }

  @Test
  void noExercisesGiveNoAverage() {
    assertThat(Marks.macro(Map.of())).isEmpty();
    assertThat(Marks.pooled(Map.of())).isEmpty();
  }

  @Test
  void thirdsAddUpExactly() {
    Map<String, List<Fraction>> attempts =
        IntStream.range(0, 3)
            .boxed()
            .collect(
                java.util.stream.Collectors.toMap(
                    i -> "q" + i,
                    i -> List.of(Fraction.of(50), Fraction.of(50), Fraction.of(49 + i))));
    assertThat(Marks.macro(attempts)).contains(Fraction.of(50));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
