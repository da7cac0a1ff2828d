package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.report.site.Suppression.HIDDEN;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private final Suppression analyst = Suppression.of(Audience.ANALYST);

  @Test
  void countsOfOneToFourAreNotShown() {
    assertThat(LongStream.rangeClosed(0, 6).map(analyst::alone).toArray())
        .containsExactly(0, HIDDEN, HIDDEN, HIDDEN, HIDDEN, 5, 6);
  }

  @Test
  void theOfficeSeesEverything() {
    Suppression office = Suppression.of(Audience.OFFICE);
    assertThat(office.alone(1)).isEqualTo(1);
    assertThat(office.parts(1, 0, 30)).containsExactly(1, 0, 30);
  }

  @Test
  void theOnlyHiddenPartTakesTheNextSmallestAlong() {
    assertThat(analyst.parts(3, 20, 7, 0)).containsExactly(HIDDEN, 20, HIDDEN, 0);
  }

  @Test
  void hiddenPartsThatAreFewTogetherTakeAnotherAlong() {
    assertThat(analyst.parts(1, 2, 20, 7)).containsExactly(HIDDEN, HIDDEN, 20, HIDDEN);
    assertThat(analyst.parts(2, 3, 20)).containsExactly(HIDDEN, HIDDEN, 20);
  }

  @Test
  void aSumOfFewIsHiddenWhole() {
    assertThat(analyst.parts(3, 0)).containsExactly(HIDDEN, HIDDEN);
    assertThat(analyst.parts(0, 0, 0)).containsExactly(0, 0, 0);
  }

  /** Whoever knows the sum learns of no part that it is one to four. */
  @Property
  void nobodyCanSubtract(@ForAll @Size(min = 2, max = 8) int @IntRange(max = 12) [] counts) {
    long[] parts = IntStream.of(counts).asLongStream().toArray();
    long[] shown = analyst.parts(parts);
    long hidden = 0;
    int cells = 0;
    for (int cell = 0; cell < parts.length; cell++) {
      if (shown[cell] == HIDDEN) {
        hidden += parts[cell];
        cells++;
      } else {
        assertThat(shown[cell]).isEqualTo(parts[cell]).isNotIn(1L, 2L, 3L, 4L);
      }
    }
    assertThat(cells).isNotEqualTo(1);
    if (cells > 0 && cells < parts.length) {
      assertThat(hidden).isGreaterThanOrEqualTo(Suppression.LEAST_SHOWN);
    }
  }
}
